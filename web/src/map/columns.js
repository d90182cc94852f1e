/**
 * The discs as typed-array columns, so that a frame over many thousands of them touches no objects. Positions are in units
 * of the world's width (Web Mercator).
 */
import { mercatorLength, mercatorX, mercatorY } from "../model/geometry.js";
import { kindIndex } from "../model/kinds.js";

/** @typedef {import("../model/marks.js").Disc} Disc */

export const SOLID = 0;
export const OPEN = 1;
export const DASHED = 2;

/**
 * @typedef {object} Columns
 * @property {number} length
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {Float32Array} circle true radius of the uncertainty in world units; 0 for a disc that stands for a site
 * @property {Float32Array} radius of the symbol, pixels
 * @property {Uint8Array} kind
 * @property {Uint8Array} style
 * @property {Uint32Array} count
 */

/**
 * @param {readonly Disc[]} discs
 * @returns {Columns}
 */
export function columnsOf(discs) {
  const n = discs.length;
  const columns = {
    length: n,
    x: new Float64Array(n),
    y: new Float64Array(n),
    circle: new Float32Array(n),
    radius: new Float32Array(n),
    kind: new Uint8Array(n),
    style: new Uint8Array(n),
    count: new Uint32Array(n),
  };
  discs.forEach((disc, i) => {
    const [lon, lat] = disc.at;
    columns.x[i] = mercatorX(lon);
    columns.y[i] = mercatorY(lat);
    columns.style[i] = disc.style === "solid" ? SOLID : disc.style === "open" ? OPEN : DASHED;
    columns.circle[i] = disc.style === "open" ? mercatorLength(disc.uncertaintyMeters, lat) : 0;
    columns.radius[i] = discRadius(disc.events.length);
    columns.kind[i] = kindIndex(disc.kind);
    columns.count[i] = disc.events.length;
  });
  return columns;
}

const SINGLE_PX = 6;
const LARGEST_PX = 22;

/** Symbols shrink where the whole world is seen. @param {number} zoom */
export function symbolScale(zoom) {
  return Math.max(0.6, Math.min(1, 0.6 + (zoom - 3) * 0.13));
}

/** Area grows with the count. @param {number} count */
export function discRadius(count) {
  return Math.min(LARGEST_PX, SINGLE_PX + 2.6 * (Math.sqrt(count) - 1));
}

/** From this many events on, the disc carries their number. */
export const NUMBER_FROM = 6;

/** A true-scale circle takes the disc's place once it is this large, in pixels. */
export const CIRCLE_FROM_PX = 24;

/** The circle of the selected event is always drawn; from this size on it stands alone, without a disc in its middle. */
export const CIRCLE_ALONE_FROM_PX = 13;
