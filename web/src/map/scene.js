/**
 * Draws one frame of marks and remembers where they stand, so that a pointer can find them. Order, from below: the area or
 * circle of what is selected, routes, discs, badges, then the selected event's own mark.
 */
import { anchorOf } from "../model/marks.js";
import { getKind, kindIndex } from "../model/kinds.js";
import { isArea, isLine } from "../model/precision.js";
import { mercatorX, mercatorY } from "../model/geometry.js";
import { badgesOf, placeBadges } from "./badges.js";
import { copiesOf, toPixelX, toPixelY } from "./camera.js";
import { CIRCLE_ALONE_FROM_PX, CIRCLE_FROM_PX, discRadius, NUMBER_FROM, OPEN, SOLID, symbolScale } from "./columns.js";
import { densityOf, drawDensity } from "./density.js";
import { drawRegions } from "./regions-layer.js";
import { drawArea, drawBadge, drawCircle, drawLinks, drawPin, drawRing, drawRoute, label, radiusPx } from "./shapes.js";

/** @typedef {import("./camera.js").Frame} Frame */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("./regions-layer.js").PaintedArea} PaintedArea */
/** @typedef {import("./hit.js").Target} Target */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @typedef {object} Scene
 * @property {import("../model/marks.js").Marks} marks
 * @property {import("./columns.js").Columns} columns of `marks.discs`, in the same order
 * @property {ClashEvent | null} selected
 * @property {Target | null} hovered
 * @property {import("../state/store.js").MapStyle} style
 * @property {readonly PaintedArea[]} painted regions, when they are the style
 * @property {readonly number[]} breaks their classes
 */

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {Look} look
 * @returns {Target[]} in the order of drawing
 */
export function drawScene(pen, frame, scene, look) {
  /** @type {Target[]} */
  const targets = [];
  const copies = copiesOf(frame);
  if (scene.style === "density") drawDensity(pen, densityOf(frame, scene.columns, copies), look.density);
  for (const copy of copies) {
    if (scene.style === "region") drawRegions(pen, frame, scene, { look, copy, targets });
    drawGround(pen, frame, scene, { look, copy });
    if (scene.style !== "events") continue;
    drawRoutes(pen, frame, scene, { look, copy, targets });
    drawDiscs(pen, frame, scene, { look, copy, targets });
  }
  const badges = scene.style === "region" ? [] : badgesOf(scene.marks.regions, frame.zoom);
  for (const { box, badge } of placeBadges(pen, frame, badges)) {
    const strong = sameEvents(scene.hovered, badge.events) || badge.events.some((one) => one === scene.selected);
    drawBadge(pen, box, { words: badge.words, tint: look.region, strong }, look);
    targets.push({ shape: "box", box, x: box.x + box.width / 2, y: box.y + box.height / 2, events: badge.events, area: badge.area });
  }
  for (const copy of copies) drawSelected(pen, frame, scene, { look, copy });
  return targets;
}

/** @param {Target | null} target @param {readonly ClashEvent[]} events */
function sameEvents(target, events) {
  return target !== null && target.events.length === events.length && target.events[0] === events[0];
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {{look: Look, copy: number}} how
 */
function drawGround(pen, frame, { selected, hovered }, { look, copy }) {
  if (hovered?.area && hovered.area !== selected?.footprint) drawArea(pen, frame, hovered.area, { copy, tint: look.region, look });
  if (!selected) return;
  const tint = tintOf(selected, look);
  if (isArea(selected.footprint)) {
    drawArea(pen, frame, /** @type {GeoJSON.Geometry} */ (selected.footprint), { copy, tint: selected.precision === "region" ? look.region : tint, look });
    return;
  }
  if (!selected.uncertaintyMeters || selected.precision === "exact") return;
  const live = selected.precision === "candidates" ? selected.candidates.filter((one) => one.letter !== "") : [];
  const spots = live.length > 0 ? live.map((one) => one.point) : [selected.point];
  for (const spot of spots) {
    if (!spot) continue;
    const [x, y] = pixelOf(frame, spot, copy);
    const radius = radiusPx(frame, selected.uncertaintyMeters, spot[1]);
    drawCircle(pen, { x, y, radius, tint, edge: look.edge, strong: live.length === 0 });
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {{look: Look, copy: number, targets: Target[]}} how
 */
function drawRoutes(pen, frame, { marks, selected }, { look, copy, targets }) {
  for (const route of marks.routes) {
    const first = /** @type {ClashEvent} */ (route.events[0]);
    const strong = route.events.some((one) => one === selected);
    drawRoute(pen, frame, route.line, { copy, tint: tintOf(first, look), look, strong });
    const anchor = anchorOf(first);
    if (!anchor) continue;
    const [x, y] = pixelOf(frame, anchor, copy);
    targets.push({ shape: "disc", x, y, radius: 12, events: route.events, area: null });
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {{look: Look, copy: number, targets: Target[]}} how
 */
function drawDiscs(pen, frame, { marks, columns, selected }, { look, copy, targets }) {
  const scale = symbolScale(frame.zoom);
  const { x: xs, y: ys, radius: radii, circle: circles, kind: kinds, style: styles, count: counts, length } = columns;
  for (let i = 0; i < length; i += 1) {
    const x = toPixelX(frame, /** @type {number} */ (xs[i]), copy);
    const y = toPixelY(frame, /** @type {number} */ (ys[i]));
    const kind = /** @type {number} */ (kinds[i]);
    const style = /** @type {number} */ (styles[i]);
    const r = /** @type {number} */ (radii[i]) * scale;
    const circle = /** @type {number} */ (circles[i]) * frame.worldPx;
    const reach = Math.max(r, circle);
    if (x < -reach || y < -reach || x > frame.width + reach || y > frame.height + reach) continue;
    const { events } = /** @type {import("../model/marks.js").Disc} */ (marks.discs[i]);
    const count = /** @type {number} */ (counts[i]);
    const shown = selected !== null && events.includes(selected);
    const wide = style === OPEN && circle > (shown ? CIRCLE_ALONE_FROM_PX : CIRCLE_FROM_PX);
    if (wide) {
      if (!shown) drawCircle(pen, { x, y, radius: circle, tint: /** @type {string} */ (look.kinds[kind]), edge: look.edge, strong: false });
    } else {
      const { image, size } = look.sprite(kind, style, r);
      pen.drawImage(image, x - size / 2, y - size / 2, size, size);
    }
    if (count >= NUMBER_FROM) label(pen, String(count), { x, y, size: 11, colour: wide || style !== 0 ? look.text : look.onMark });
    targets.push({ shape: "disc", x, y, radius: wide ? circle : r, events, area: null });
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {{look: Look, copy: number}} how
 */
function drawSelected(pen, frame, { selected, columns, marks }, { look, copy }) {
  if (!selected) return;
  const tint = tintOf(selected, look);
  if (selected.precision === "candidates") {
    const pins = selected.candidates.filter((one) => one.letter !== "" && one.point).map((one, i) => {
      const [x, y] = pixelOf(frame, /** @type {[number, number]} */ (one.point), copy);
      return { x, y, letter: one.letter, best: i === 0, tint };
    });
    drawLinks(pen, pins, { tint, look });
    for (const pin of [...pins].reverse()) drawPin(pen, pin, look);
    return;
  }
  if (!selected.point || selected.precision === "region" || isLine(selected.footprint)) return;
  const [x, y] = pixelOf(frame, selected.point, copy);
  const circle = selected.uncertaintyMeters && selected.precision === "near" ? radiusPx(frame, selected.uncertaintyMeters, selected.point[1]) : 0;
  if (circle > CIRCLE_ALONE_FROM_PX) return; // the circle itself shows the selection; a ring in its middle would be a centre dot
  const at = marks.discs.findIndex((disc) => disc.events.includes(selected));
  const radius = (columns.radius[at] ?? discRadius(1)) * symbolScale(frame.zoom);
  if (at < 0) {
    // The filters hide it, but the card shows it: so does the map.
    const { image, size } = look.sprite(kindIndex(selected.kind), selected.precision === "exact" ? SOLID : OPEN, radius);
    pen.drawImage(image, x - size / 2, y - size / 2, size, size);
  }
  drawRing(pen, { x, y, radius: radius + 4.5 }, look);
}

/** @param {ClashEvent} event @param {Look} look */
function tintOf(event, look) {
  return /** @type {string} */ (look.kinds[kindIndex(getKind(event.kind).id)]);
}

/**
 * @param {Frame} frame
 * @param {import("../model/event.js").LonLat} at
 * @param {number} copy
 * @returns {[number, number]}
 */
function pixelOf(frame, [lon, lat], copy) {
  return [toPixelX(frame, mercatorX(lon), copy), toPixelY(frame, mercatorY(lat))];
}
