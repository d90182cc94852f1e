/**
 * The map of the desk: the candidates of one event by number, the area its words allow, the places accepted already in the
 * same report, what the gazetteer has around, and a pin that can be moved by keys, pointer and drag.
 */
import { h } from "../dom/build.js";
import { createBasemap } from "./basemap.js";
import * as L from "./leaflet.js";

const MAX_ZOOM = 9;
const WORLD = /** @type {[number, number]} */ ([30, 20]);

/** @typedef {readonly [number, number]} LonLat longitude first */

/**
 * @typedef {object} Picture
 * @property {readonly {key: string, point: LonLat, mark: string, title: string, chosen: boolean, faint: boolean}[]} pins
 * @property {readonly {point: LonLat, title: string}[]} accepted
 * @property {readonly {id: string, point: LonLat, title: string}[]} nearby
 * @property {GeoJSON.Geometry | null} area
 * @property {{point: LonLat, meters: number} | null} moving
 * @property {{point: LonLat, meters: number} | null} circle true to scale
 */

/**
 * @param {HTMLElement} root
 * @param {object} world
 * @param {() => boolean} world.dark
 * @param {string} world.language of place names
 * @param {(key: string) => void} world.onPin
 * @param {(id: string) => void} world.onNearby
 * @param {(point: [number, number]) => void} world.onPut where the pin was dropped or the map was clicked, while it moves
 * @param {() => void} world.onMoved
 */
export function createDeskMap(root, { dark, language, onPin, onNearby, onPut, onMoved }) {
  const calm = globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(root, {
    attributionControl: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    minZoom: 1,
    maxZoom: 16,
    worldCopyJump: true,
  });
  L.control.attribution({ prefix: false, position: "bottomright" }).addTo(map);
  L.control.scale({ position: "bottomleft", imperial: false }).addTo(map);
  map.setView(WORLD, 2);
  const ground = createBasemap({ theme: dark() ? "dark" : "light", language });
  ground.addTo(map);
  const areas = L.layerGroup().addTo(map);
  const marks = L.layerGroup().addTo(map);
  const moving = L.layerGroup().addTo(map);
  root.setAttribute("role", "application");
  root.setAttribute("aria-label", "Map of the places this event may mean. Arrows pan, plus and minus zoom. The list of places holds the same.");
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(root);
  /** @type {Picture | null} */
  let shown = null;
  map.on("click", ({ latlng }) => {
    if (shown?.moving) onPut(rounded(latlng));
  });
  map.on("moveend", onMoved);

  /** @param {Picture} picture */
  function drawMarks(picture) {
    marks.clearLayers();
    for (const { id, point, title } of picture.nearby) {
      const dot = marker(point, "nearby-dot", "", 14, -500);
      dot.on("click", () => onNearby(id));
      add(dot, title);
    }
    for (const { point, title } of picture.accepted) add(marker(point, "accepted-square", "", 12, 200), `Accepted: ${title}`);
    for (const { key, point, mark, title, chosen, faint } of picture.pins) {
      const pin = marker(point, `pin${chosen ? " chosen" : ""}${faint ? " faint" : ""}`, mark, 26, chosen ? 1000 : 500);
      pin.on("click", () => onPin(key));
      add(pin, title);
    }
  }

  /** @param {L.Marker} mark @param {string} title */
  function add(mark, title) {
    marks.addLayer(mark);
    mark.getElement()?.setAttribute("title", title);
  }

  /** @param {Picture} picture */
  function drawAreas({ area, circle }) {
    areas.clearLayers();
    const look = { className: "place-shape", interactive: false };
    if (area && area.type !== "Point") areas.addLayer(L.geoJSON(area, { style: () => look, interactive: false }));
    else if (circle) areas.addLayer(L.circle(latLng(circle.point), { ...look, radius: circle.meters }));
  }

  /** @param {Picture["moving"]} pin */
  function drawMoving(pin) {
    moving.clearLayers();
    root.classList.toggle("moving", pin !== null);
    if (!pin) return;
    moving.addLayer(L.circle(latLng(pin.point), { className: "place-shape moving", interactive: false, radius: pin.meters }));
    const handle = L.marker(latLng(pin.point), {
      icon: L.divIcon({ className: "pin chosen moved", html: h("span", {}, "+"), iconSize: [26, 26] }),
      draggable: true,
      keyboard: false,
      zIndexOffset: 2000,
    });
    handle.on("dragend", () => onPut(rounded(handle.getLatLng())));
    moving.addLayer(handle);
    if (!map.getBounds().pad(-0.1).contains(latLng(pin.point))) map.panTo(latLng(pin.point), { animate: !calm });
  }

  return {
    /** @param {Picture} picture */
    show(picture) {
      if (shown?.pins !== picture.pins || shown?.accepted !== picture.accepted || shown?.nearby !== picture.nearby) drawMarks(picture);
      if (shown?.area !== picture.area || shown?.circle !== picture.circle) drawAreas(picture);
      if (shown?.moving !== picture.moving) drawMoving(picture.moving);
      shown = picture;
    },

    /**
     * Looks at what an event may mean, with air around it.
     *
     * @param {readonly LonLat[]} points
     * @param {GeoJSON.Geometry | null} area
     */
    look(points, area) {
      const bounds = L.latLngBounds(points.map(latLng));
      if (area && area.type !== "Point") bounds.extend(L.geoJSON(area).getBounds());
      if (bounds.isValid()) map.fitBounds(bounds, { padding: [48, 48], maxZoom: MAX_ZOOM, animate: false });
    },

    /** @returns {[number, number]} longitude first */
    centre: () => rounded(map.getCenter()),
    zoom: () => map.getZoom(),
    restyle: () => ground.setTheme(dark() ? "dark" : "light"),
    focus: () => root.focus(),
  };
}

/** @param {LonLat} point @param {string} className @param {string} words @param {number} size @param {number} above */
function marker(point, className, words, size, above) {
  return L.marker(latLng(point), {
    icon: L.divIcon({ className, html: h("span", {}, words), iconSize: [size, size] }),
    keyboard: false,
    zIndexOffset: above,
  });
}

/** @param {LonLat} point */
function latLng([lon, lat]) {
  return L.latLng(lat, lon);
}

/** @param {L.LatLng} at @returns {[number, number]} six places, on this side of the date line */
function rounded(at) {
  const { lat, lng } = at.wrap();
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
