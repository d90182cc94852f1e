/** Colours and small patterns of the marks for one theme. Sprites are drawn once and stamped many thousand times. */
import { KINDS } from "../model/kinds.js";
import { withAlpha } from "../dom/palette.js";
import { OPEN, SOLID } from "./columns.js";

/**
 * @param {(token: string) => string} colour
 * @param {number} [ratio] pixels of the canvas per CSS pixel
 */
export function createLook(colour, ratio = globalThis.devicePixelRatio || 1) {
  const kinds = KINDS.map((kind) => colour(`--kind-${kind.id}`));
  const edge = colour("--mark-edge");
  /** @type {Map<string, {image: HTMLCanvasElement, size: number}>} */
  const sprites = new Map();

  return {
    kinds,
    edge,
    region: colour("--region"),
    density: colour("--density"),
    text: colour("--text"),
    surface: colour("--panel"),
    onMark: colour("--on-mark"),
    focus: colour("--focus"),

    /**
     * The disc of a kind, style and radius.
     *
     * @param {number} kind
     * @param {number} style
     * @param {number} radius pixels
     */
    sprite(kind, style, radius) {
      const r = Math.round(radius * 2) / 2;
      const key = `${kind}|${style}|${r}`;
      let sprite = sprites.get(key);
      if (!sprite) {
        sprite = drawSprite({ tint: /** @type {string} */ (kinds[kind]), edge, style, r, ratio });
        sprites.set(key, sprite);
      }
      return sprite;
    },

    /** Diagonal hatch for areas. @param {CanvasRenderingContext2D} context @param {string} tint */
    hatch(context, tint) {
      const tile = document.createElement("canvas");
      const size = 8 * ratio;
      tile.width = tile.height = Math.round(size);
      const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
      pen.strokeStyle = withAlpha(tint, 0.55);
      pen.lineWidth = 1.2 * ratio;
      pen.beginPath();
      for (const shift of [-size, 0, size]) {
        pen.moveTo(shift, size);
        pen.lineTo(shift + size, 0);
      }
      pen.stroke();
      const pattern = context.createPattern(tile, "repeat");
      pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
      return pattern;
    },
  };
}

/** @typedef {ReturnType<typeof createLook>} Look */

/**
 * @param {{tint: string, edge: string, style: number, r: number, ratio: number}} what
 */
function drawSprite({ tint, edge, style, r, ratio }) {
  const size = Math.ceil(r * 2 + 5);
  const image = document.createElement("canvas");
  image.width = image.height = Math.round(size * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
  pen.scale(ratio, ratio);
  const middle = size / 2;
  const ring = (/** @type {number} */ radius) => {
    pen.beginPath();
    pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  };
  ring(r + 1.25);
  pen.fillStyle = edge;
  pen.fill();
  ring(style === SOLID ? r : r - 1);
  if (style === SOLID) {
    pen.fillStyle = tint;
    pen.fill();
  } else {
    pen.fillStyle = withAlpha(tint, style === OPEN ? 0.24 : 0.12);
    pen.fill();
    pen.strokeStyle = tint;
    pen.lineWidth = 2;
    if (style !== OPEN) pen.setLineDash([(2 * Math.PI * (r - 1)) / 12, (2 * Math.PI * (r - 1)) / 16]);
    pen.stroke();
  }
  return { image, size };
}
