// Draws the lines and areas of the base map on a canvas tile. Knows nothing of Leaflet.

/** @typedef {import("./basemap-data.js").BasemapLevel} BasemapLevel */
/** @typedef {import("./basemap-data.js").Cell} Cell */
/** @typedef {import("./basemap-data.js").Parts} Parts */
/** @typedef {import("./basemap-palette.js").Palette} Palette */

/**
 * @typedef {object} View
 * @property {number} zoom
 * @property {number} world width of the world in pixels at this zoom
 * @property {number} left pixel of the world at the canvas' left edge, within [0, world)
 * @property {number} top
 * @property {number} size of the canvas in pixels
 */

/** Pixels beyond the canvas that are still drawn, so that thick lines do not end at its edge. */
const MARGIN = 8;
/** Vertices nearer than this to the one before, in pixels, are left out. */
const NEAR = 0.5;

/**
 * @param {CanvasRenderingContext2D} context scaled to CSS pixels
 * @param {BasemapLevel} level
 * @param {View} view
 * @param {Palette} palette
 */
export function drawTile(context, level, view, palette) {
  const { world, left, top, size, zoom } = view;
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, size, size);
  const cells = level.cells(
    (left - MARGIN) / world,
    (top - MARGIN) / world,
    (left + size + MARGIN) / world,
    (top + size + MARGIN) / world,
  );
  for (const cell of cells) {
    context.save();
    clipTo(context, cell, view);
    fill(context, cell, cell.parts.land, view, palette.land);
    stroke(context, cell, cell.parts.river, view, palette.river, riverWidth(zoom), []);
    if (zoom >= 5) stroke(context, cell, cell.parts.stream, view, palette.river, riverWidth(zoom) * 0.75, []);
    fill(context, cell, cell.parts.lake, view, palette.sea);
    stroke(context, cell, cell.coast, view, palette.shore, zoom < 5 ? 0.5 : 0.8, []);
    context.restore();
  }
  for (const cell of cells) {
    if (zoom >= 6) stroke(context, cell, cell.parts.admin1, view, palette.admin, zoom < 8 ? 0.8 : 1, [4, 3]);
    if (zoom >= 9) stroke(context, cell, cell.parts.admin1Small, view, palette.admin, 0.8, [2, 3]);
    stroke(context, cell, cell.parts.country, view, palette.country, countryWidth(zoom), []);
    stroke(context, cell, cell.parts.disputed, view, palette.disputed, countryWidth(zoom), [6, 4]);
  }
}

/** @param {number} zoom */
const countryWidth = (zoom) => Math.min(1.6, 0.5 + zoom * 0.14);

/** @param {number} zoom */
const riverWidth = (zoom) => Math.min(2.2, 0.4 + zoom * 0.14);

/**
 * Whole pixels, so that neighbouring cells meet without a seam.
 * @param {CanvasRenderingContext2D} context @param {Cell} cell @param {View} view
 */
function clipTo(context, cell, { world, left, top }) {
  const x = Math.round(cell.x0 * world - left);
  const y = Math.round(cell.y0 * world - top);
  context.beginPath();
  context.rect(x, y, Math.round(cell.x1 * world - left) - x, Math.round(cell.y1 * world - top) - y);
  context.clip();
}

/**
 * @param {CanvasRenderingContext2D} context @param {Cell} cell @param {Parts} parts @param {View} view
 * @param {string} colour
 */
function fill(context, cell, parts, view, colour) {
  const x = cell.x0 * view.world - view.left;
  const y = cell.y0 * view.world - view.top;
  context.beginPath();
  forVisible(parts, view, x, y, (first, end) => addRing(context, parts.xy, first, end, view, x, y));
  context.fillStyle = colour;
  context.fill("nonzero");
}

/**
 * @param {Parts} parts @param {View} view @param {number} x @param {number} y
 * @param {(first: number, end: number) => void} draw
 */
function forVisible({ boxes, starts }, { world, size }, x, y, draw) {
  for (let part = 0; part + 1 < starts.length; part++) {
    const b = part * 4;
    if (
      boxes[b] * world + x <= size + MARGIN &&
      boxes[b + 2] * world + x >= -MARGIN &&
      boxes[b + 1] * world + y <= size + MARGIN &&
      boxes[b + 3] * world + y >= -MARGIN
    ) {
      draw(starts[part], starts[part + 1]);
    }
  }
}

/** On which side of the canvas a point lies; two points with a common bit cannot be joined across it. */
/** @param {number} x @param {number} y @param {number} size */
function side(x, y, size) {
  return (
    (x < -MARGIN ? 1 : x > size + MARGIN ? 2 : 0) | (y < -MARGIN ? 4 : y > size + MARGIN ? 8 : 0)
  );
}

/**
 * @param {CanvasRenderingContext2D} context @param {Float32Array} xy @param {number} first @param {number} end
 * @param {View} view @param {number} x0 @param {number} y0
 */
function addRing(context, xy, first, end, { world, size }, x0, y0) {
  let lastX = xy[2 * first] * world + x0;
  let lastY = xy[2 * first + 1] * world + y0;
  context.moveTo(lastX, lastY);
  let lastSide = side(lastX, lastY, size);
  for (let i = first + 1; i < end; i++) {
    const x = xy[2 * i] * world + x0;
    const y = xy[2 * i + 1] * world + y0;
    if (Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
    const here = side(x, y, size);
    // A vertex outside changes nothing in view when its neighbours are beyond the same edge.
    if (here & lastSide && i + 1 < end) {
      const next = side(xy[2 * i + 2] * world + x0, xy[2 * i + 3] * world + y0, size);
      if (here & lastSide & next) continue;
    }
    context.lineTo(x, y);
    lastX = x;
    lastY = y;
    lastSide = here;
  }
  context.closePath();
}

/**
 * @param {CanvasRenderingContext2D} context @param {Cell} cell @param {Parts} parts @param {View} view
 * @param {string} colour @param {number} width @param {number[]} dashes
 */
function stroke(context, cell, parts, view, colour, width, dashes) {
  const x = cell.x0 * view.world - view.left;
  const y = cell.y0 * view.world - view.top;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.lineCap = dashes.length > 0 ? "butt" : "round";
  context.setLineDash(dashes);
  context.beginPath();
  forVisible(parts, view, x, y, (first, end) => addLine(context, parts.xy, first, end, view, x, y, dashes.length > 0));
  if (dashes.length === 0) context.stroke();
}

/**
 * Adds the visible pieces of a line. Dashed pieces are stroked one by one, each with the dashes where they would be had
 * the whole line been drawn, so that they run on over the edges of tiles.
 * @param {CanvasRenderingContext2D} context @param {Float32Array} xy @param {number} first @param {number} end
 * @param {View} view @param {number} x0 @param {number} y0 @param {boolean} dashed
 */
function addLine(context, xy, first, end, { world, size }, x0, y0, dashed) {
  let lastX = xy[2 * first] * world + x0;
  let lastY = xy[2 * first + 1] * world + y0;
  let lastSide = side(lastX, lastY, size);
  let length = 0;
  let open = false;
  const finish = () => {
    if (open && dashed) context.stroke();
    open = false;
  };
  for (let i = first + 1; i < end; i++) {
    const x = xy[2 * i] * world + x0;
    const y = xy[2 * i + 1] * world + y0;
    if (i + 1 < end && Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
    const here = side(x, y, size);
    if (here & lastSide) {
      finish();
    } else {
      if (!open) {
        if (dashed) {
          context.beginPath();
          context.lineDashOffset = length;
        }
        context.moveTo(lastX, lastY);
        open = true;
      }
      context.lineTo(x, y);
    }
    if (dashed) length += Math.hypot(x - lastX, y - lastY);
    lastX = x;
    lastY = y;
    lastSide = here;
  }
  finish();
}
