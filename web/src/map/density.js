/**
 * Density of events: counts on a coarse grid of the window, blurred, as one tint whose strength grows with the root of the
 * count. O(events + cells), so that a million events cost no more than their sum.
 */
import { toPixelX, toPixelY } from "./camera.js";

/** @typedef {import("./camera.js").Frame} Frame */
/** @typedef {{cells: Float32Array, columns: number, rows: number, most: number}} Grid */

const CELL_PX = 4;
const BLUR_CELLS = 3; // radius of one of three box blurs, together close to a Gaussian of about 14 px
const AIR = BLUR_CELLS * 3; // cells beyond the window that still shine in

/**
 * @param {Frame} frame
 * @param {import("./columns.js").Columns} columns of discs, each with the number of its events
 * @param {readonly number[]} copies of the world in the window
 * @returns {Grid} one cell per {@link CELL_PX} pixels, with a margin of {@link AIR} cells
 */
export function densityOf(frame, { x, y, count, length }, copies) {
  const columns = Math.ceil(frame.width / CELL_PX) + 2 * AIR;
  const rows = Math.ceil(frame.height / CELL_PX) + 2 * AIR;
  const cells = new Float32Array(columns * rows);
  for (const copy of copies) {
    for (let i = 0; i < length; i += 1) {
      const column = Math.floor(toPixelX(frame, /** @type {number} */ (x[i]), copy) / CELL_PX) + AIR;
      const row = Math.floor(toPixelY(frame, /** @type {number} */ (y[i])) / CELL_PX) + AIR;
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const at = row * columns + column;
      cells[at] = /** @type {number} */ (cells[at]) + /** @type {number} */ (count[i]);
    }
  }
  const spare = new Float32Array(cells.length);
  for (let pass = 0; pass < 3; pass += 1) {
    blurLines(cells, spare, { lines: rows, length: columns, step: 1, jump: columns });
    blurLines(spare, cells, { lines: columns, length: rows, step: columns, jump: 1 });
  }
  let most = 0;
  for (const cell of cells) if (cell > most) most = cell;
  return { cells, columns, rows, most };
}

/**
 * Running mean along each line.
 *
 * @param {Float32Array} from
 * @param {Float32Array} to
 * @param {{lines: number, length: number, step: number, jump: number}} shape step: to the next cell; jump: to the next line
 */
function blurLines(from, to, { lines, length, step, jump }) {
  const width = 2 * BLUR_CELLS + 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * jump;
    let sum = 0;
    for (let i = 0; i < Math.min(BLUR_CELLS, length); i += 1) sum += /** @type {number} */ (from[start + i * step]);
    for (let i = 0; i < length; i += 1) {
      if (i + BLUR_CELLS < length) sum += /** @type {number} */ (from[start + (i + BLUR_CELLS) * step]);
      if (i - BLUR_CELLS - 1 >= 0) sum -= /** @type {number} */ (from[start + (i - BLUR_CELLS - 1) * step]);
      to[start + i * step] = Math.max(0, sum) / width;
    }
  }
}

const FAINTEST = 0.02; // of the densest; below it nothing is painted

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Grid} grid
 * @param {string} tint `rgb(r, g, b)`
 */
export function drawDensity(pen, { cells, columns, rows, most }, tint) {
  if (most === 0) return;
  const [red = 0, green = 0, blue = 0] = (tint.match(/[\d.]+/g) ?? []).map(Number);
  const image = new ImageData(columns, rows);
  for (let i = 0; i < cells.length; i += 1) {
    const share = /** @type {number} */ (cells[i]) / most;
    if (share < FAINTEST) continue;
    image.data[i * 4] = red;
    image.data[i * 4 + 1] = green;
    image.data[i * 4 + 2] = blue;
    image.data[i * 4 + 3] = Math.round(235 * Math.sqrt(share));
  }
  const small = document.createElement("canvas");
  small.width = columns;
  small.height = rows;
  /** @type {CanvasRenderingContext2D} */ (small.getContext("2d")).putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(small, -AIR * CELL_PX, -AIR * CELL_PX, columns * CELL_PX, rows * CELL_PX);
}
