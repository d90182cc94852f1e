/** The view as one PNG that explains itself: title, filter, map, legend, scale, time of the data, link and licences. */
import { KINDS } from "../model/kinds.js";
import { t } from "../model/messages.js";

/** @typedef {{canvas: HTMLCanvasElement, width: number, height: number, metersPerPixel: number}} MapPicture */

const AIR = 16;
const LINE = 19;
const SCALES = [1, 2, 5];

/**
 * @param {MapPicture} map
 * @param {object} words
 * @param {string} words.title
 * @param {string} words.filter
 * @param {readonly string[]} words.below lines under the legend
 * @param {(token: string) => string} colour
 * @param {number} ratio pixels of the picture per CSS pixel
 * @returns {HTMLCanvasElement}
 */
export function composePicture(map, { title, filter, below }, colour, ratio) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { width } = map;
  pen.font = font(13);
  const inner = width - 2 * AIR;
  const filterLines = wrapped(pen, filter, inner);
  const legendRows = legendLines(pen, inner);
  const belowLines = below.flatMap((line) => wrapped(pen, line, inner));
  const top = AIR + 26 + filterLines.length * LINE + 8;
  const height = top + map.height + 12 + legendRows.length * 22 + 8 + belowLines.length * LINE + AIR;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.scale(ratio, ratio);
  pen.fillStyle = colour("--panel");
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = "alphabetic";
  pen.fillStyle = colour("--text");
  pen.font = font(20, 700);
  pen.fillText(title, AIR, AIR + 18);
  pen.font = font(13);
  filterLines.forEach((line, i) => pen.fillText(line, AIR, AIR + 42 + i * LINE));
  pen.drawImage(map.canvas, 0, top, width, map.height);
  drawScale(pen, map, { x: width - AIR, y: top + map.height - 14 }, colour);
  let y = top + map.height + 26;
  for (const row of legendRows) {
    drawLegendRow(pen, row, y, colour);
    y += 22;
  }
  pen.font = font(13);
  pen.fillStyle = colour("--muted");
  belowLines.forEach((line, i) => pen.fillText(line, AIR, y + 4 + i * LINE));
  return canvas;
}

/** @param {number} size @param {number} [weight] */
function font(size, weight = 400) {
  return `${weight} ${size}px system-ui, sans-serif`;
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {number} width @returns {string[]} */
function wrapped(pen, text, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(pen, one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (pen.measureText(longer).width <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((one) => one !== "");
}

/** A link may be longer than a line. @param {CanvasRenderingContext2D} pen @param {string} word @param {number} width @returns {string[]} */
function pieces(pen, word, width) {
  if (pen.measureText(word).width <= width) return [word];
  const letters = Math.max(1, Math.floor((word.length * width) / pen.measureText(word).width) - 1);
  return word.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [word];
}

/** @typedef {{id: string, label: string, x: number}[]} Row */

/** @param {CanvasRenderingContext2D} pen @param {number} width @returns {Row[]} */
function legendLines(pen, width) {
  /** @type {Row[]} */
  const rows = [[]];
  let x = 0;
  for (const { id, label } of KINDS) {
    const words = t(label);
    const needs = pen.measureText(words).width + 34;
    if (x + needs > width && x > 0) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ id, label: words, x });
    x += needs;
  }
  return rows;
}

/** @param {CanvasRenderingContext2D} pen @param {Row} row @param {number} y @param {(token: string) => string} colour */
function drawLegendRow(pen, row, y, colour) {
  for (const { id, label, x } of row) {
    pen.beginPath();
    pen.arc(AIR + x + 6, y - 5, 5.5, 0, 2 * Math.PI);
    pen.fillStyle = colour(`--kind-${id}`);
    pen.fill();
    pen.font = font(13);
    pen.fillStyle = colour("--text");
    pen.fillText(label, AIR + x + 17, y);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {MapPicture} map @param {{x: number, y: number}} right @param {(token: string) => string} colour */
function drawScale(pen, { metersPerPixel }, { x, y }, colour) {
  const meters = roundMeters(110 * metersPerPixel);
  const length = meters / metersPerPixel;
  const words = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  pen.fillStyle = colour("--panel");
  pen.fillRect(x - length - 8, y - 22, length + 16, 28);
  pen.strokeStyle = colour("--text");
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x - length, y - 6);
  pen.lineTo(x - length, y);
  pen.lineTo(x, y);
  pen.lineTo(x, y - 6);
  pen.stroke();
  pen.font = font(12);
  pen.fillStyle = colour("--text");
  pen.textAlign = "center";
  pen.fillText(words, x - length / 2, y - 7);
  pen.textAlign = "left";
}

/** The largest 1, 2 or 5 times a power of ten that fits. @param {number} most */
function roundMeters(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return (SCALES.findLast((digit) => digit * power <= most) ?? 1) * power;
}
