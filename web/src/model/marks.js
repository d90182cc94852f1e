/**
 * Which mark stands for which events. Identical coordinates are one disc; events known only by region are one badge per
 * region; routes are lines. Pure: positions in degrees, no pixels.
 */
import { pathsOf, pointInside } from "./geometry.js";
import { KINDS, kindIndex } from "./kinds.js";
import { isArea, regionName } from "./precision.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */
/** @typedef {import("./event.js").LonLat} LonLat */
/** @typedef {"solid" | "open" | "dashed"} DiscStyle */

/**
 * @typedef {object} Disc
 * @property {LonLat} at
 * @property {ClashEvent[]} events
 * @property {string} kind the commonest; a tie goes to the first of the legend
 * @property {DiscStyle} style the most exact of its events
 * @property {number} order among discs of equal count
 * @property {number} uncertaintyMeters the widest of its events, 0 when none says
 *
 * @typedef {object} Region
 * @property {string} name
 * @property {string} country
 * @property {LonLat} at
 * @property {GeoJSON.Geometry | null} area
 * @property {ClashEvent[]} events
 *
 * @typedef {object} Route
 * @property {GeoJSON.Geometry} line
 * @property {ClashEvent[]} events
 *
 * @typedef {{discs: Disc[], regions: Region[], routes: Route[]}} Marks
 */

/**
 * @param {readonly ClashEvent[]} events
 * @returns {Marks} discs with the most events first, so that small ones are drawn over them; equal ones well mixed, since a
 *   sweep across the map would leave only the edges of a crowd to be seen
 */
export function marksOf(events) {
  const discs = [...groupBy(events.filter(isDisc), (e) => e.pointKey).values()];
  const regions = groupBy(events.filter((e) => e.precision === "region"), regionKey);
  const routes = groupBy(events.filter((e) => e.precision === "route" && e.footprint !== null), (e) => shapeKey(e.footprint));
  return {
    discs: discs.map(discOf).sort((a, b) => b.events.length - a.events.length || a.order - b.order),
    regions: [...regions.values()].flatMap(regionOf),
    routes: [...routes.values()].map((group) => ({
      line: /** @type {GeoJSON.Geometry} */ (/** @type {ClashEvent} */ (group[0]).footprint),
      events: group,
    })),
  };
}

/**
 * Where the map looks for an event: its point, a point in its area, or the middle of its line.
 *
 * @param {ClashEvent} event
 * @returns {LonLat | null}
 */
export function anchorOf(event) {
  if (event.point) return event.point;
  if (isArea(event.footprint)) return pointInside(/** @type {GeoJSON.Geometry} */ (event.footprint));
  const path = event.footprint ? pathsOf(event.footprint)[0] : undefined;
  const middle = path?.[Math.floor(path.length / 2)];
  return middle ? [middle[0] ?? 0, middle[1] ?? 0] : null;
}

/** @param {ClashEvent} event */
function isDisc(event) {
  return event.point !== null && ["exact", "near", "candidates"].includes(event.precision);
}

/** A number that looks random and hangs on the position alone. @param {LonLat} at */
function mixed([lon, lat]) {
  const bits = Math.imul(Math.round(lon * 1e5), 0x9e3779b1) ^ Math.imul(Math.round(lat * 1e5), 0x85ebca6b);
  return Math.imul(bits ^ (bits >>> 15), 0xc2b2ae35) >>> 0;
}

/** @param {ClashEvent[]} group @returns {Disc} */
function discOf(group) {
  const counts = KINDS.map(() => 0);
  for (const event of group) counts[kindIndex(event.kind)] = (counts[kindIndex(event.kind)] ?? 0) + 1;
  const commonest = counts.indexOf(Math.max(...counts));
  const has = (/** @type {string} */ precision) => group.some((event) => event.precision === precision);
  const at = /** @type {LonLat} */ (/** @type {ClashEvent} */ (group[0]).point);
  return {
    at,
    order: mixed(at),
    events: group,
    kind: /** @type {import("./kinds.js").Kind} */ (KINDS[commonest]).id,
    style: has("exact") ? "solid" : has("near") ? "open" : "dashed",
    uncertaintyMeters: Math.max(0, ...group.map((event) => event.uncertaintyMeters ?? 0)),
  };
}

/** @param {ClashEvent[]} group @returns {Region[]} none when no place for its badge can be found */
function regionOf(group) {
  const first = /** @type {ClashEvent} */ (group[0]);
  const at = anchorOf(first);
  if (!at) return [];
  const { iso3, country } = first.props;
  return [{ name: regionName(first), country: iso3 ?? country ?? "", at, area: first.footprint, events: group }];
}

/** @param {ClashEvent} event */
function regionKey(event) {
  if (event.footprint) return shapeKey(event.footprint);
  const { iso3, admin1, admin2, location } = event.props;
  return [iso3, admin1, admin2, location].join("|");
}

/** Two shapes of equal key are taken for the same area. @param {GeoJSON.Geometry | null} shape */
function shapeKey(shape) {
  const paths = shape ? pathsOf(shape) : [];
  const vertices = paths.reduce((sum, path) => sum + path.length, 0);
  return `${shape?.type}|${vertices}|${paths[0]?.[0]?.join(",")}|${paths.at(-1)?.at(-2)?.join(",")}`;
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOfItem
 * @returns {Map<string, T[]>} in the order of first appearance
 */
function groupBy(items, keyOfItem) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
