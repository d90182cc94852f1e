/**
 * An event as the page uses it: the wire's Feature read once, checked, with days as numbers and its precision decided.
 * Everything that is only shown stays in `props`, untouched, and goes on screen as text.
 */
import { parseDay } from "./dates.js";
import { kindOf } from "./kinds.js";
import { precisionOf } from "./precision.js";

/** @typedef {import("./wire.js").EventProperties} EventProperties */
/** @typedef {[number, number]} LonLat longitude first */

/**
 * @typedef {object} Candidate
 * @property {string} letter A for the best; "" for a rejected one
 * @property {string} name
 * @property {LonLat | null} point
 * @property {number | null} share of the live candidates, 0–1
 * @property {string[]} reasons
 * @property {string | null} rejectedBecause null for a live candidate
 */

/**
 * @typedef {object} ClashEvent
 * @property {string} id
 * @property {number} version
 * @property {string} title
 * @property {string} kind
 * @property {string} tier "1", "2" or "3"
 * @property {import("./precision.js").Precision} precision
 * @property {string} status group of review states: reviewed, in_review, machine, rejected
 * @property {number | null} start first possible day
 * @property {number | null} end last possible day
 * @property {LonLat | null} point
 * @property {string} pointKey equal for points about a metre apart; "" without a point
 * @property {GeoJSON.Geometry | null} footprint area or line that the words support
 * @property {number | null} uncertaintyMeters radius
 * @property {Candidate[]} candidates live ones first, lettered
 * @property {readonly string[]} regions country and, after a slash, its first-level region
 * @property {readonly string[]} actors as the text names them
 * @property {readonly string[]} publishers of its reports
 * @property {readonly string[]} languages of its reports
 * @property {string} independent how many sources that do not copy each other: "1", "2", "3" for three or more
 * @property {boolean} [light] its words have not been asked for yet
 * @property {EventProperties} props
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * @param {unknown} collection a FeatureCollection
 * @returns {{events: ClashEvent[], refused: number}} what cannot be read is counted, never silently dropped
 */
export function readEvents(collection) {
  const features = /** @type {{features?: unknown}} */ (collection ?? {}).features;
  /** @type {ClashEvent[]} */
  const events = [];
  let refused = 0;
  for (const feature of Array.isArray(features) ? features : []) {
    const event = findEvent(feature);
    if (event) events.push(event);
    else refused += 1;
  }
  return { events, refused };
}

/**
 * @param {any} feature
 * @returns {ClashEvent | null}
 */
function findEvent(feature) {
  const props = /** @type {EventProperties | undefined} */ (feature?.properties);
  const id = feature?.id ?? props?.event_id;
  if (!props || typeof id !== "string" || id === "") return null;
  const geometry = /** @type {GeoJSON.Geometry | null} */ (feature.geometry ?? null);
  const point = pointOf(geometry);
  const footprint = props.footprint ?? (geometry && geometry.type !== "Point" ? geometry : null);
  const candidates = candidatesOf(props, geometry);
  const start = parseDay(props.date_start);
  const end = parseDay(props.date_end);
  return {
    id,
    version: props.version ?? 1,
    title: props.title || props.sub_event_type || props.event_type || "Event",
    kind: kindOf(props.event_type, props.sub_event_type),
    tier: String(props.map_tier ?? 3),
    precision: precisionOf({ props, point, footprint, live: candidates.filter(isLive) }),
    status: statusGroup(props.review?.status),
    start,
    end: start !== null && end !== null && end < start ? start : end,
    point,
    pointKey: point ? `${point[0].toFixed(5)},${point[1].toFixed(5)}` : "",
    footprint,
    uncertaintyMeters: props.uncertainty_m ?? null,
    candidates,
    regions: regionsOf(props),
    actors: distinct([...(props.actors ?? []).map((one) => one.name), props.actor1, props.actor2]),
    publishers: distinct((props.sources ?? []).map((one) => one.publisher)),
    languages: distinct((props.sources ?? []).map((one) => one.lang)),
    independent: String(Math.min(3, Math.max(1, props.independent_sources ?? props.number_of_sources ?? props.sources?.length ?? 1))),
    props,
  };
}

/** @param {EventProperties} props @returns {string[]} none for an event without a country */
export function regionsOf({ country, admin1 }) {
  if (!country) return [];
  return admin1 ? [country, `${country}/${admin1}`] : [country];
}

/** @param {readonly (string | null | undefined)[]} names @returns {string[]} */
function distinct(names) {
  return [...new Set(names.filter((name) => typeof name === "string" && name !== ""))].map(String);
}

/** A candidate that can stand on the map. @param {Candidate} candidate */
export function isLive(candidate) {
  return candidate.rejectedBecause === null && candidate.point !== null;
}

/** @param {GeoJSON.Geometry | null} geometry @returns {LonLat | null} */
function pointOf(geometry) {
  return geometry?.type === "Point" ? lonLat(geometry.coordinates[0], geometry.coordinates[1]) : null;
}

/** @param {unknown} lon @param {unknown} lat @returns {LonLat | null} */
function lonLat(lon, lat) {
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    ? [lon, lat]
    : null;
}

/**
 * Live candidates first, best share first, lettered A, B, …; a MultiPoint without candidates is read as its alternatives.
 *
 * @param {EventProperties} props
 * @param {GeoJSON.Geometry | null} geometry
 * @returns {Candidate[]}
 */
function candidatesOf(props, geometry) {
  const listed = (props.geocode?.candidates ?? []).map((one) => ({
    letter: "",
    name: one.name ?? "unnamed place",
    point: lonLat(one.lon, one.lat),
    share: one.score ?? null,
    reasons: [...(one.reasons ?? []), ...(one.note ? [one.note] : [])],
    rejectedBecause: one.rejected_because || null,
  }));
  if (listed.length === 0 && geometry?.type === "MultiPoint") {
    for (const [lon, lat] of geometry.coordinates) {
      listed.push({ letter: "", name: "", point: lonLat(lon, lat), share: null, reasons: [], rejectedBecause: null });
    }
  }
  const live = listed.filter(isLive).sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  live.forEach((one, i) => {
    one.letter = LETTERS[i] ?? String(i + 1);
  });
  return [...live, ...listed.filter((one) => !isLive(one))];
}

/**
 * @param {string | undefined} status of the wire
 * @returns {string} the group a reader filters by
 */
export function statusGroup(status) {
  switch (status) {
    case "accepted":
    case "published":
    case "gold":
      return "reviewed";
    case "in_review":
      return "in_review";
    case "rejected":
    case "retracted":
      return "rejected";
    default:
      return "machine";
  }
}

/**
 * Newest first: by last day, then first day, then id, so that the order never depends on the order of arrival.
 *
 * @param {ClashEvent} a
 * @param {ClashEvent} b
 */
export function newestFirst(a, b) {
  return (
    (b.end ?? b.start ?? -Infinity) - (a.end ?? a.start ?? -Infinity) ||
    (b.start ?? -Infinity) - (a.start ?? -Infinity) ||
    (a.id < b.id ? -1 : 1)
  );
}
