/** Draws the histogram. What lies outside the range is pale; what only may lie in a bar is hatched. */
import { sharpContext } from "../dom/canvas.js";
import { withAlpha } from "../dom/palette.js";
import { totalOf } from "../model/histogram.js";
import { KINDS } from "../model/kinds.js";

/** @typedef {import("../model/histogram.js").Bin} Bin */

export const AXIS_PX = 18;
const MIN_TOP = 4; // a single event must not look like a peak
const HATCH_PX = 5;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} what
 * @param {readonly Bin[]} what.bins
 * @param {import("./scale.js").Scale} what.scale
 * @param {number} what.height
 * @param {import("../model/filter.js").DayRange} what.range
 * @param {readonly {day: number, label: string, major: boolean}[]} what.ticks
 * @param {(token: string) => string} colour
 */
export function drawBars(canvas, { bins, scale, height, range, ticks }, colour) {
  const context = sharpContext(canvas, scale.width, height);
  const floor = height - AXIS_PX;
  drawAxis(context, { ticks, scale, floor, height }, colour);
  const top = Math.max(MIN_TOP, ...bins.map(totalOf));
  const unit = (floor - 6) / top;
  const kinds = KINDS.map((kind) => colour(`--kind-${kind.id}`));
  for (const bin of bins) {
    const x = Math.max(0, scale.x(bin.from));
    const right = Math.min(scale.width, scale.x(bin.to + 1));
    const width = Math.max(1, right - x - (right - x > 4 ? 1.5 : 0.5));
    const inside = !range || (bin.from <= range.to && bin.to >= range.from);
    let y = floor;
    for (const [counts, possible] of /** @type {const} */ ([[bin.dated, false], [bin.possible, true]])) {
      counts.forEach((count, kind) => {
        if (count === 0) return;
        const tall = Math.max(1, count * unit);
        y -= tall;
        const tint = /** @type {string} */ (kinds[kind]);
        drawBlock(context, { x, y, width, tall }, { tint, possible, inside });
      });
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, width: number, tall: number}} box
 * @param {{tint: string, possible: boolean, inside: boolean}} look
 */
function drawBlock(context, { x, y, width, tall }, { tint, possible, inside }) {
  context.fillStyle = withAlpha(tint, (inside ? 1 : 0.28) * (possible ? 0.3 : 1));
  context.fillRect(x, y, width, tall);
  if (!possible) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, tall);
  context.clip();
  context.strokeStyle = withAlpha(tint, inside ? 0.9 : 0.3);
  context.lineWidth = 1;
  context.beginPath();
  // The hatch is anchored to the canvas, so that it runs on from bar to bar.
  for (let at = Math.floor((x - tall) / HATCH_PX) * HATCH_PX; at < x + width; at += HATCH_PX) {
    context.moveTo(at, y + tall);
    context.lineTo(at + tall, y);
  }
  context.stroke();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{ticks: readonly {day: number, label: string, major: boolean}[], scale: import("./scale.js").Scale,
 *   floor: number, height: number}} axis
 * @param {(token: string) => string} colour
 */
function drawAxis(context, { ticks, scale, floor, height }, colour) {
  context.fillStyle = colour("--line");
  context.fillRect(0, floor, scale.width, 1);
  context.font = "11.5px system-ui, sans-serif";
  context.textBaseline = "alphabetic";
  for (const { day, label, major } of ticks) {
    const x = Math.round(scale.x(day));
    if (x + context.measureText(label).width + 4 > scale.width) continue;
    context.fillStyle = colour(major ? "--muted" : "--line-strong");
    context.fillRect(x, floor, 1, AXIS_PX - 4);
    context.fillStyle = colour("--muted");
    context.fillText(label, x + 4, height - 5);
  }
}
