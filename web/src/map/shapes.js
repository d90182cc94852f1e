/** Draws what is larger than a disc: circles of uncertainty, areas, routes, badges and candidate pins. */
import { withAlpha } from "../dom/palette.js";
import { mercatorLength, mercatorX, mercatorY, pathsOf } from "../model/geometry.js";
import { isArea } from "../model/precision.js";
import { toPixelX, toPixelY } from "./camera.js";

/** @typedef {import("./camera.js").Frame} Frame */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {CanvasRenderingContext2D} Pen */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/** @type {WeakMap<GeoJSON.Geometry, Float64Array[]>} x and y in turn, world units */
const projected = new WeakMap();

/** @param {GeoJSON.Geometry} shape */
function project(shape) {
  let paths = projected.get(shape);
  if (!paths) {
    paths = pathsOf(shape).map((path) => {
      const flat = new Float64Array(path.length * 2);
      path.forEach(([lon = 0, lat = 0], i) => {
        flat[i * 2] = mercatorX(lon);
        flat[i * 2 + 1] = mercatorY(lat);
      });
      return flat;
    });
    projected.set(shape, paths);
  }
  return paths;
}

/**
 * @param {Pen} pen
 * @param {Frame} frame
 * @param {GeoJSON.Geometry} shape
 * @param {number} copy
 */
export function trace(pen, frame, shape, copy) {
  pen.beginPath();
  for (const flat of project(shape)) {
    for (let i = 0; i < flat.length; i += 2) {
      const x = toPixelX(frame, /** @type {number} */ (flat[i]), copy);
      const y = toPixelY(frame, /** @type {number} */ (flat[i + 1]));
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    if (isArea(shape)) pen.closePath();
  }
}

/**
 * A hatched area with a dashed border: somewhere in here.
 *
 * @param {Pen} pen
 * @param {Frame} frame
 * @param {GeoJSON.Geometry} area
 * @param {{copy: number, tint: string, look: Look}} how
 */
export function drawArea(pen, frame, area, { copy, tint, look }) {
  trace(pen, frame, area, copy);
  pen.fillStyle = withAlpha(tint, 0.07);
  pen.fill("evenodd");
  pen.fillStyle = look.hatch(pen, tint) ?? withAlpha(tint, 0.15);
  pen.fill("evenodd");
  dashed(pen, tint, 1.75, [6, 4]);
}

/**
 * @param {Pen} pen
 * @param {Frame} frame
 * @param {GeoJSON.Geometry} line
 * @param {{copy: number, tint: string, look: Look, strong: boolean}} how
 */
export function drawRoute(pen, frame, line, { copy, tint, look, strong }) {
  trace(pen, frame, line, copy);
  pen.lineJoin = "round";
  pen.lineCap = "butt";
  pen.setLineDash([]);
  pen.strokeStyle = withAlpha(look.edge, 0.85);
  pen.lineWidth = strong ? 8 : 6;
  pen.stroke();
  dashed(pen, tint, strong ? 4 : 3, [9, 5]);
}

/**
 * The true radius: flat fill, hard edge, no dot in the middle, since the middle is no likelier than the edge.
 *
 * @param {Pen} pen
 * @param {{x: number, y: number, radius: number, tint: string, edge: string, strong: boolean}} circle pixels
 */
export function drawCircle(pen, { x, y, radius, tint, edge, strong }) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = withAlpha(tint, strong ? 0.2 : 0.13);
  pen.fill();
  pen.strokeStyle = withAlpha(edge, 0.9);
  pen.lineWidth = strong ? 5 : 3.5;
  pen.stroke();
  pen.strokeStyle = tint;
  pen.lineWidth = strong ? 2.5 : 1.75;
  pen.stroke();
}

/**
 * @param {Frame} frame
 * @param {number} meters
 * @param {number} lat
 */
export function radiusPx(frame, meters, lat) {
  return mercatorLength(meters, lat) * frame.worldPx;
}

/**
 * A lettered pin: the best one filled, the others dashed and open.
 *
 * @param {Pen} pen
 * @param {{x: number, y: number, letter: string, best: boolean, tint: string}} pin
 * @param {Look} look
 */
export function drawPin(pen, { x, y, letter, best, tint }, look) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(x, y, 12.5, 0, 2 * Math.PI);
  pen.fillStyle = look.edge;
  pen.fill();
  pen.beginPath();
  pen.arc(x, y, 11, 0, 2 * Math.PI);
  pen.fillStyle = best ? tint : look.surface;
  pen.fill();
  if (!best) dashed(pen, tint, 2, [4, 3]);
  label(pen, letter, { x, y, size: 13, colour: best ? look.onMark : look.text });
}

/**
 * Dashed lines that join the candidates of one event.
 *
 * @param {Pen} pen
 * @param {readonly {x: number, y: number}[]} points best first
 * @param {{tint: string, look: Look}} how
 */
export function drawLinks(pen, points, { tint, look }) {
  const [best, ...others] = points;
  if (!best) return;
  pen.beginPath();
  for (const other of others) {
    pen.moveTo(best.x, best.y);
    pen.lineTo(other.x, other.y);
  }
  pen.setLineDash([]);
  pen.strokeStyle = withAlpha(look.edge, 0.8);
  pen.lineWidth = 4;
  pen.stroke();
  dashed(pen, tint, 1.75, [5, 4]);
}

/** The ring around what is selected. @param {Pen} pen @param {{x: number, y: number, radius: number}} at @param {Look} look */
export function drawRing(pen, { x, y, radius }, look) {
  pen.setLineDash([]);
  for (const [width, colour] of /** @type {const} */ ([[6, look.edge], [2.75, look.text]])) {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
}

const BADGE_HEIGHT = 24;
const SWATCH = 12;

/** @param {Pen} pen @param {string} words @param {{x: number, y: number}} at @returns {Box} */
export function badgeBox(pen, words, { x, y }) {
  pen.font = "600 12px system-ui, sans-serif";
  const width = Math.max(28, pen.measureText(words).width + SWATCH + 20);
  return { x: Math.round(x - width / 2), y: Math.round(y - BADGE_HEIGHT / 2), width, height: BADGE_HEIGHT };
}

/**
 * How many events are known only to lie somewhere in a region.
 *
 * @param {Pen} pen
 * @param {Box} box
 * @param {{words: string, tint: string, strong: boolean}} what
 * @param {Look} look
 */
export function drawBadge(pen, box, { words, tint, strong }, look) {
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(box.x, box.y, box.width, box.height, 3);
  pen.fillStyle = withAlpha(look.surface, 0.94);
  pen.fill();
  dashed(pen, strong ? look.text : tint, strong ? 2.5 : 1.5, [4, 3]);
  const [sx, sy] = [box.x + 7, box.y + (BADGE_HEIGHT - SWATCH) / 2];
  pen.save();
  pen.beginPath();
  pen.rect(sx, sy, SWATCH, SWATCH);
  pen.clip();
  pen.strokeStyle = tint;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (let shift = -SWATCH; shift <= SWATCH; shift += 4) {
    pen.moveTo(sx + shift, sy + SWATCH);
    pen.lineTo(sx + shift + SWATCH, sy);
  }
  pen.stroke();
  pen.restore();
  pen.font = "600 12px system-ui, sans-serif";
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillStyle = look.text;
  pen.fillText(words, sx + SWATCH + 6, box.y + BADGE_HEIGHT / 2 + 0.5);
}

/**
 * @param {Pen} pen
 * @param {string} text
 * @param {{x: number, y: number, size: number, colour: string}} how
 */
export function label(pen, text, { x, y, size, colour }) {
  pen.font = `700 ${size}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = colour;
  pen.fillText(text, x, y + 0.5);
}

/** @param {Pen} pen @param {string} tint @param {number} width @param {number[]} dash */
function dashed(pen, tint, width, dash) {
  pen.setLineDash(dash);
  pen.strokeStyle = tint;
  pen.lineWidth = width;
  pen.stroke();
  pen.setLineDash([]);
}
