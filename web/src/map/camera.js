/** From world units to pixels of the canvas, for one frame. The world repeats to the east and west. Pure. */

/**
 * @typedef {object} Frame
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} worldPx width of the world in pixels at this zoom
 * @property {number} left of the canvas in world pixels; may lie beyond the date line
 * @property {number} top
 * @property {number} zoom
 */

/**
 * The copies of the world that this frame sees, as whole worlds to shift by.
 *
 * @param {Frame} frame
 * @returns {number[]}
 */
export function copiesOf({ left, width, worldPx }) {
  const first = Math.floor(left / worldPx);
  const last = Math.floor((left + width) / worldPx);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * @param {Frame} frame
 * @param {number} x world units
 * @param {number} copy
 */
export function toPixelX({ worldPx, left }, x, copy) {
  return (x + copy) * worldPx - left;
}

/** @param {Frame} frame @param {number} y world units */
export function toPixelY({ worldPx, top }, y) {
  return y * worldPx - top;
}

/**
 * Back from a pixel of the window.
 *
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y
 * @param {number} copy
 * @returns {[number, number]} longitude first
 */
export function degreesOf({ worldPx, left, top }, x, y, copy) {
  const lon = ((x + left) / worldPx - copy - 0.5) * 360;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + top)) / worldPx))) * 180) / Math.PI;
  return [lon, lat];
}
