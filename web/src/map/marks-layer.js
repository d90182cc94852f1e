/**
 * All marks on one canvas over the map's window, redrawn whenever the map moves. During an animated zoom the last frame is
 * stretched, as Leaflet's own renderers do.
 */
import { sharpContext } from "../dom/canvas.js";
import { columnsOf } from "./columns.js";
import { findTarget } from "./hit.js";
import * as L from "./leaflet.js";
import { drawScene } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./look.js").Look} Look */
/** @typedef {import("../model/marks.js").Marks} Marks */

/** @type {Marks} */
const NO_MARKS = { discs: [], regions: [], routes: [] };

/**
 * @param {L.Map} map
 * @param {Look} firstLook
 */
export function createMarksLayer(map, firstLook) {
  const pane = map.createPane("marks");
  pane.classList.add("marks-pane");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  canvas.className = "leaflet-zoom-animated";
  pane.append(canvas);

  let look = firstLook;
  /** @type {Scene} */
  let scene = { marks: NO_MARKS, columns: columnsOf([]), selected: null, hovered: null, style: "events", painted: [], breaks: [] };
  /** @type {import("./hit.js").Target[]} */
  let targets = [];
  /** The view that the canvas shows. */
  let shown = { center: map.getCenter(), zoom: map.getZoom() };
  let waiting = 0;

  function draw() {
    waiting = 0;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(canvas, corner);
    const zoom = map.getZoom();
    shown = { center: map.getCenter(), zoom };
    const origin = map.getPixelBounds().min ?? L.point(0, 0);
    const frame = { width: size.x, height: size.y, worldPx: 256 * 2 ** zoom, left: origin.x, top: origin.y, zoom };
    targets = drawScene(sharpContext(canvas, size.x, size.y), frame, scene, look);
  }

  /** The marks on another canvas, for a picture. @param {CanvasRenderingContext2D} pen @param {import("./camera.js").Frame} frame @param {Look} sharp */
  function paint(pen, frame, sharp) {
    drawScene(pen, frame, { ...scene, hovered: null }, sharp);
  }

  function drawSoon() {
    if (waiting === 0) waiting = requestAnimationFrame(draw);
  }

  /** @param {L.ZoomAnimEvent} event */
  function stretch({ center, zoom }) {
    const scale = map.getZoomScale(zoom, shown.zoom);
    const half = map.getSize().divideBy(2);
    const pane = L.DomUtil.getPosition(/** @type {HTMLElement} */ (map.getPane("mapPane")));
    const newOrigin = map.project(center, zoom).subtract(half).add(pane).round();
    const corner = map.project(shown.center, zoom).subtract(half.multiplyBy(scale)).subtract(newOrigin);
    L.DomUtil.setTransform(canvas, corner, scale);
  }

  map.on("move viewreset zoomend moveend resize", (event) => {
    if (event.type === "move") drawNow();
    else drawSoon();
  });
  map.on("zoomanim", stretch);

  /** In the same frame as the move, so that marks never lag behind the map. */
  function drawNow() {
    if (waiting !== 0) cancelAnimationFrame(waiting);
    draw();
  }

  return {
    paint,
    /** @param {Marks} marks */
    setMarks(marks) {
      scene = { ...scene, marks, columns: columnsOf(marks.discs), hovered: null };
      drawSoon();
    },
    /** How the events are shown, and the regions to paint. @param {Pick<Scene, "style" | "painted" | "breaks">} view */
    setView(view) {
      scene = { ...scene, ...view, hovered: null };
      drawSoon();
    },
    /** @param {Scene["selected"]} selected */
    setSelected(selected) {
      scene = { ...scene, selected };
      drawSoon();
    },
    /** @param {Scene["hovered"]} hovered */
    setHovered(hovered) {
      if (hovered?.events[0] === scene.hovered?.events[0] && hovered?.area === scene.hovered?.area) return;
      scene = { ...scene, hovered };
      drawSoon();
    },
    /** @param {Look} next */
    setLook(next) {
      look = next;
      drawSoon();
    },
    /** @param {{x: number, y: number}} at container pixels */
    targetAt: ({ x, y }) => findTarget(targets, x, y),
  };
}
