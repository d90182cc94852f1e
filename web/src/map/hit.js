/** Which mark lies under a pointer. Small marks win over the wide circles they stand on. Pure. */
import { contains } from "../model/geometry.js";
import { degreesOf } from "./camera.js";

/**
 * @typedef {object} Target
 * @property {"disc" | "box" | "area"} shape
 * @property {number} x middle, canvas pixels
 * @property {number} y
 * @property {number} [radius] of a disc
 * @property {import("./shapes.js").Box} [box]
 * @property {import("../model/event.js").ClashEvent[]} events
 * @property {GeoJSON.Geometry | null} area to hatch while the pointer is here; the target itself when it is an area
 * @property {import("./camera.js").Frame} [frame] of an area
 * @property {number} [copy] of the world, for an area
 */

export const MIN_RADIUS_PX = 12;
const LARGEST_PX = 1e6; // an area loses to any mark on it

/**
 * @param {readonly Target[]} targets in the order of drawing
 * @param {number} x
 * @param {number} y
 * @returns {Target | null}
 */
export function findTarget(targets, x, y) {
  /** @type {{target: Target, size: number, away: number} | null} */
  let best = null;
  for (const target of targets) {
    const reach = reachOf(target, x, y);
    if (!reach) continue;
    // Equal marks: the nearer one, then the one drawn later, which lies on top.
    const better = !best || reach.size < best.size - 4 || (reach.size < best.size + 4 && reach.away <= best.away);
    if (better) best = { target, ...reach };
  }
  return best?.target ?? null;
}

/**
 * @param {Target} target
 * @param {number} x
 * @param {number} y
 * @returns {{size: number, away: number} | null}
 */
function reachOf({ shape, box, radius = 0, x: cx, y: cy, area, frame, copy = 0 }, x, y) {
  if (shape === "area") {
    const inside = area && frame && contains(area, ...degreesOf(frame, x, y, copy));
    return inside ? { size: LARGEST_PX, away: 0 } : null;
  }
  const away = Math.hypot(x - cx, y - cy);
  if (shape === "box" && box) {
    const inside = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    return inside ? { size: MIN_RADIUS_PX, away: 0 } : null;
  }
  const size = Math.max(MIN_RADIUS_PX, radius);
  return away <= size ? { size, away } : null;
}
