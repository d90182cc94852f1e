/**
 * How exactly the words place an event, and so which mark may stand for it. A mark never claims more than the sentence:
 * an event known to a region is never a dot, even when its record carries the region's centre.
 */
import { distanceWords } from "./words.js";

/** @typedef {"exact" | "near" | "candidates" | "route" | "region" | "none"} Precision */

/** @type {readonly {id: Precision, label: string, short: string}[]} */
export const PRECISIONS = [
  { id: "exact", label: "Exact site or town", short: "exact" },
  { id: "near", label: "In or near a place", short: "near" },
  { id: "candidates", label: "Several candidates", short: "candidates" },
  { id: "route", label: "Along a route or front", short: "route" },
  { id: "region", label: "Only the region", short: "region" },
  { id: "none", label: "No place of its own", short: "no place" },
];

const REGION_LEVELS = new Set(["admin1", "admin2", "admin3", "country", "sea", "front_sector", "route"]);
const EXACT_LEVELS = new Set(["exact", "street", "neighbourhood", "settlement"]);

/**
 * @param {object} known
 * @param {import("./wire.js").EventProperties} known.props
 * @param {import("./event.js").LonLat | null} known.point
 * @param {GeoJSON.Geometry | null} known.footprint
 * @param {readonly unknown[]} known.live candidates that can stand on the map
 * @returns {Precision}
 */
export function precisionOf({ props, point, footprint, live }) {
  if (isLine(footprint)) return "route";
  const level = props.geo_level ?? "";
  if (!point && isArea(footprint)) return "region";
  if (props.geocode?.ambiguous && live.length > 1) return "candidates";
  if (!point) return "none";
  if (REGION_LEVELS.has(level) || props.geo_precision === 3) return "region";
  const inferred = props.location_basis === "inferred_seat" || props.location_basis === "inferred_context";
  return !inferred && props.geo_precision !== 2 && EXACT_LEVELS.has(level) ? "exact" : "near";
}

/** @param {GeoJSON.Geometry | null} geometry */
export function isLine(geometry) {
  return geometry?.type === "LineString" || geometry?.type === "MultiLineString";
}

/** @param {GeoJSON.Geometry | null} geometry */
export function isArea(geometry) {
  return geometry?.type === "Polygon" || geometry?.type === "MultiPolygon";
}

/** @param {string} id */
export function precisionLabel(id) {
  return PRECISIONS.find((one) => one.id === id)?.label ?? id;
}

/**
 * The place's precision as a sentence for the card.
 *
 * @param {import("./event.js").ClashEvent} event
 */
export function precisionWords(event) {
  const place = event.props.location;
  const within = event.uncertaintyMeters ? ` (within about ${distanceWords(event.uncertaintyMeters)})` : "";
  if (event.props.location_basis === "inferred_seat") {
    return `Not stated in the text; the seat of the body it names${place ? `, ${place}` : ""}`;
  }
  switch (event.precision) {
    case "exact":
      return `In ${place ?? "the place named"}${within}`;
    case "near":
      return `Somewhere in or near ${place ?? "the place named"}${within}`;
    case "candidates":
      return `One of ${event.candidates.filter((one) => one.letter !== "").length} places that fit the words${within}`;
    case "route":
      return "Somewhere along the line drawn";
    case "region":
      return `Only the region is known: somewhere in ${regionName(event)}`;
    case "none":
      return event.props.geo_level === "inherits_parent" ? "The same as the event it is part of" : "No place is stated";
  }
}

/**
 * @param {import("./event.js").ClashEvent} event
 * @returns {string} the smallest named area that holds the event
 */
export function regionName({ props }) {
  return props.location ?? props.admin2 ?? props.admin1 ?? props.country ?? "the area drawn";
}
