/**
 * What a reviewer changed of one event before deciding, and the requests that a decision becomes. A draft holds only what
 * differs from the proposal, so that an untouched event is accepted as it stands.
 */
import { distanceWords } from "../model/words.js";
import { levelWords } from "./codebook.js";
import { REJECTIONS } from "./keys.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../model/event.js").LonLat} LonLat */

/**
 * @typedef {{kind: "candidate", number: number, id: string | null, name: string, point: LonLat | null}
 *   | {kind: "place", id: string, name: string, point: LonLat | null}
 *   | {kind: "pin", point: LonLat, meters: number}
 *   | {kind: "none"}} PlaceChoice
 *
 * @typedef {object} Draft
 * @property {PlaceChoice} [place]
 * @property {readonly PlaceChoice[]} [also] further places: one event for each
 * @property {boolean} [missing] the place is not in the gazetteer
 * @property {string} [precision]
 * @property {string} [sub_event_type]
 * @property {number} [map_tier]
 * @property {{date_start: string | null, date_end: string | null}} [when]
 * @property {{name: string, role: string}[]} [actors]
 * @property {Counts} [counts]
 * @property {string} [title]
 * @property {string} [reason]
 *
 * @typedef {{low: number, high?: number}} Range
 * @typedef {object} Counts
 * @property {number | null} [fatalities]
 * @property {{low?: number, best: number, high?: number} | null} [deaths] null: not known
 * @property {Range | null} [injured]
 * @property {number | null} [captured]
 * @property {Range} [displaced]
 *
 * @typedef {{method: string, path: string, body: any, versioned: boolean}} Request versioned: needs If-Match
 */

const MISSING = "The place is not in the gazetteer.";

/** @param {Draft | undefined} draft */
export function isEmpty(draft) {
  return !draft || Object.values(draft).every((value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0));
}

/**
 * As the server wants it. A candidate goes by its id: its number changes with what others accept meanwhile.
 *
 * @param {PlaceChoice} choice
 */
function placeBody(choice) {
  switch (choice.kind) {
    case "candidate":
      return choice.id ? { place: choice.id } : { candidate: choice.number };
    case "place":
      return { place: choice.id };
    case "pin":
      return { point: choice.point, uncertainty_m: choice.meters };
    case "none":
      return { none: true };
  }
}

/** @param {Draft} draft */
export function changesOf(draft) {
  const { place, missing, precision, sub_event_type, map_tier, when, actors, counts, title } = draft;
  const where = place ? placeBody(place) : missing ? { none: true } : undefined;
  const all = { place: where, precision, sub_event_type, map_tier, when, actors, counts, title };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * The requests of an acceptance: plain, with changes, or split into one event for each place.
 *
 * @param {Pick<ClashEvent, "id" | "props">} event
 * @param {Draft} draft
 * @returns {Request[]}
 */
export function acceptance({ id, props }, draft) {
  const path = `/api/events/${encodeURIComponent(id)}`;
  const { place, also = [], missing } = draft;
  if (place && also.length > 0) {
    const { place: _, ...common } = changesOf(draft);
    const parts = [place, ...also].map((one) => ({ place: placeBody(one), ...common }));
    return [{ method: "POST", path: `${path}/split`, body: { parts, ...reasonOf(draft) }, versioned: true }];
  }
  const changes = changesOf(draft);
  const changed = Object.keys(changes).length > 0;
  const body = changed ? { action: "correct", changes, ...reasonOf(draft) } : { action: "accept", ...reasonOf(draft) };
  /** @type {Request[]} */
  const requests = [{ method: "PATCH", path, body, versioned: true }];
  const name = missingName(props);
  if (missing && place?.kind === "pin" && name !== "") {
    const [lon, lat] = place.point;
    requests.push({ method: "POST", path: "/api/review/places", body: { name, lon, lat, reason: `Named in ${id}; ${MISSING.toLowerCase()}` }, versioned: false });
  }
  return requests;
}

/** The name that is to go into the gazetteer. @param {import("../model/wire.js").EventProperties} props */
export function missingName(props) {
  const anchors = props.geocode?.relation?.anchors ?? [];
  return (anchors.length === 1 ? anchors[0] : props.place_text) ?? "";
}

/** @param {Draft} draft */
function reasonOf({ reason, missing }) {
  const words = [missing ? MISSING : "", reason ?? ""].filter((one) => one !== "").join(" ");
  return words === "" ? {} : { reason: words };
}

/**
 * @param {string} id
 * @param {number} number key 1–5
 * @param {Draft} draft
 * @returns {Request}
 */
export function rejection(id, number, draft) {
  const { code, label } = /** @type {{code: string, label: string}} */ (REJECTIONS[number - 1]);
  return {
    method: "PATCH",
    path: `/api/events/${encodeURIComponent(id)}`,
    body: { action: "reject", reason_code: code, reason: draft.reason ?? label },
    versioned: true,
  };
}

/**
 * What was changed, part by part, for the form and for the list of unsent decisions.
 *
 * @param {Draft | undefined} draft
 * @returns {string[]}
 */
export function draftWords(draft) {
  if (!draft) return [];
  const { place, also = [], missing, precision, sub_event_type, map_tier, when, actors, counts, title } = draft;
  const places = place ? [place, ...also].map(placeWords) : [];
  return [
    places.length > 0 && `Place: ${places.join(" and ")}`,
    missing && !place && "Place: not in the gazetteer",
    missing && place && "Not in the gazetteer: to be added",
    precision && `How exact: ${levelWords(precision).toLowerCase()}`,
    sub_event_type && `Type: ${sub_event_type}`,
    map_tier && `Tier ${map_tier}`,
    when && `Days: ${[when.date_start, when.date_end].filter((day, i, all) => day && all.indexOf(day) === i).join(" to ") || "not known"}`,
    actors && `Actors: ${actors.map(({ name }) => name).join(", ") || "none"}`,
    counts && "Numbers",
    title && `Title: ${title}`,
  ].filter((one) => typeof one === "string");
}

/** @param {PlaceChoice} place */
export function placeWords(place) {
  switch (place.kind) {
    case "candidate":
    case "place":
      return place.name;
    case "pin": {
      const [lon, lat] = place.point;
      return `pin at ${lat.toFixed(4)}, ${lon.toFixed(4)} ± ${distanceWords(place.meters)}`;
    }
    case "none":
      return "no place";
  }
}

/** Metres to degrees on the spot. @param {LonLat} point @param {number} east metres @param {number} north @returns {LonLat} */
export function moved([lon, lat], east, north) {
  const perDegree = 111_320;
  const nextLat = Math.max(-89.9, Math.min(89.9, lat + north / perDegree));
  const nextLon = lon + east / (perDegree * Math.cos((lat * Math.PI) / 180));
  return [round(((((nextLon + 180) % 360) + 360) % 360) - 180), round(nextLat)];
}

/** @param {number} degrees six places, about a tenth of a metre */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

const RADII = [100, 250, 500, 1000, 2000, 3000, 4000, 5000, 8000, 10_000, 15_000, 20_000, 30_000]; // the widest that a pin may have

/** The next wider or narrower radius. @param {number} meters @param {number} by +1 or −1 */
export function nextRadius(meters, by) {
  const wider = RADII.find((one) => one > meters);
  const narrower = RADII.findLast((one) => one < meters);
  return (by > 0 ? wider : narrower) ?? meters;
}
