/** The map by region: each painted in the class of its number, hatched where there are too few events to compare. */
import { withAlpha } from "../dom/palette.js";
import { formatCount } from "../model/messages.js";
import { boundsOfPaths, mercatorX, mercatorY, pathsOf, pointInside } from "../model/geometry.js";
import { toPixelX, toPixelY } from "./camera.js";
import { label, trace } from "./shapes.js";

/** @typedef {import("../model/by-region.js").PaintedRegion & {events: import("../model/event.js").ClashEvent[]}} PaintedArea */

const MIN_LABEL_PX = 46;

/** Strength of the tint of a class. @param {number} grade @param {number} classes */
export function gradeAlpha(grade, classes) {
  return classes < 2 ? 0.5 : 0.16 + (0.66 * grade) / (classes - 1);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./camera.js").Frame} frame
 * @param {Pick<import("./scene.js").Scene, "painted" | "breaks" | "hovered">} scene
 * @param {{look: import("./look.js").Look, copy: number, targets: import("./hit.js").Target[]}} how
 */
export function drawRegions(pen, frame, { painted, breaks, hovered }, { look, copy, targets }) {
  for (const region of painted) {
    const box = pixelBox(frame, region.area, copy);
    if (!box || box.right < 0 || box.left > frame.width || box.bottom < 0 || box.top > frame.height) continue;
    trace(pen, frame, region.area, copy);
    pen.fillStyle = region.grade < 0 ? (look.hatch(pen, look.density) ?? "transparent") : withAlpha(look.density, gradeAlpha(region.grade, breaks.length));
    pen.fill("evenodd");
    const strong = hovered?.area === region.area;
    pen.setLineDash([]);
    pen.strokeStyle = strong ? look.text : withAlpha(look.density, 0.9);
    pen.lineWidth = strong ? 2.5 : 1;
    pen.stroke();
    const at = pointInside(region.area);
    if (!at) continue;
    const [x, y] = [toPixelX(frame, mercatorX(at[0]), copy), toPixelY(frame, mercatorY(at[1]))];
    if (box.right - box.left >= MIN_LABEL_PX) drawNumber(pen, valueWords(region.value), { x, y }, look);
    targets.push({ shape: "area", x, y, events: region.events, area: region.area, frame, copy });
  }
}

/** @param {number} value @returns {string} a count, or a rate with the figures that matter */
export function valueWords(value) {
  return Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(2)));
}

/** @param {CanvasRenderingContext2D} pen @param {string} words @param {{x: number, y: number}} at @param {import("./look.js").Look} look */
function drawNumber(pen, words, { x, y }, look) {
  pen.font = "700 13px system-ui, sans-serif";
  const width = pen.measureText(words).width + 12;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - 10, width, 20, 10);
  pen.fillStyle = withAlpha(look.surface, 0.88);
  pen.fill();
  label(pen, words, { x, y, size: 13, colour: look.text });
}

/** @param {import("./camera.js").Frame} frame @param {GeoJSON.Geometry} area @param {number} copy */
function pixelBox(frame, area, copy) {
  const bounds = boundsOfPaths(pathsOf(area));
  return (
    bounds && {
      left: toPixelX(frame, mercatorX(bounds.west), copy),
      right: toPixelX(frame, mercatorX(bounds.east), copy),
      top: toPixelY(frame, mercatorY(bounds.north)),
      bottom: toPixelY(frame, mercatorY(bounds.south)),
    }
  );
}
