/** The places an event may mean, as the desk lists them by number, and the places accepted already in its report. */
import { foldText, readPlace } from "../model/place.js";

/** @typedef {import("../model/event.js").LonLat} LonLat */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @typedef {object} DeskCandidate
 * @property {number} number its key, and its number on the wire
 * @property {string | null} id
 * @property {string} name
 * @property {LonLat | null} point
 * @property {number | null} share 0–1
 * @property {readonly string[]} reasons
 * @property {string | null} rejectedBecause
 *
 * @typedef {{id: string | null, name: string, point: LonLat}} AcceptedPlace
 */

/**
 * The server's order: accepted for this name in this report, in this source, then the model's score.
 *
 * @param {any} answer of `/api/review/events/{id}/candidates`
 * @returns {DeskCandidate[]}
 */
export function readCandidates(answer) {
  const listed = Array.isArray(answer) ? answer : (answer?.candidates ?? []);
  return listed.map((/** @type {any} */ one, /** @type {number} */ i) => ({
    number: Number.isInteger(one.rank) && one.rank > 0 ? one.rank : i + 1,
    id: typeof one.place === "string" ? one.place : null,
    name: String(one.name ?? "unnamed place"),
    point: pointOf(one),
    share: typeof one.share === "number" ? one.share : null,
    reasons: (Array.isArray(one.why) ? one.why : [one.why]).filter((/** @type {unknown} */ why) => typeof why === "string" && why !== ""),
    rejectedBecause: typeof one.rejected_because === "string" ? one.rejected_because : null,
  }));
}

/** The event's own candidates, for as long as the server's order is not there. @param {ClashEvent} event @returns {DeskCandidate[]} */
export function ownCandidates(event) {
  return (event.props.geocode?.candidates ?? []).map((one, i) => ({
    number: i + 1,
    id: one.id ?? null,
    name: one.name ?? "unnamed place",
    point: pointOf(one),
    share: one.score ?? null,
    reasons: one.reasons ?? [],
    rejectedBecause: one.rejected_because ?? null,
  }));
}

/** @param {any} list @returns {AcceptedPlace[]} each position once */
export function readAccepted(list) {
  const seen = new Set();
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const point = pointOf(one);
    if (!point || seen.has(point.join())) return [];
    seen.add(point.join());
    return [{ id: one.place ?? one.id ?? null, name: String(one.name ?? ""), point }];
  });
}

/** @param {any} one @returns {LonLat | null} */
function pointOf(one) {
  const { lon, lat } = one ?? {};
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** @param {any} collection @param {string} language */
export function readPlaces(collection, language) {
  return (collection?.features ?? []).flatMap((/** @type {any} */ one) => readPlace(one, language) ?? []);
}

/** Those whose name begins with or holds what was typed. @template {{name: string}} P @param {readonly P[]} places @param {string} typed */
export function placesNamed(places, typed) {
  const wanted = foldText(typed);
  return wanted === "" ? [...places] : places.filter(({ name }) => foldText(name).includes(wanted));
}
