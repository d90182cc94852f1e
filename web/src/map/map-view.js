/** The map on screen: base map, marks, pointer and keys. The only view that knows Leaflet. */
import { h, fill, setText } from "../dom/build.js";
import { boundsOfPaths, pathsOf } from "../model/geometry.js";
import { anchorOf } from "../model/marks.js";
import { countWords, shortDate } from "../model/words.js";
import { findMarked, findSelected, selectFiltered, selectByRegion, selectIndex, selectInView, selectMarks, selectPainted, selectPlaceCount } from "../state/selectors.js";
import { createBasemap } from "./basemap.js";
import { createCredits } from "./credits.js";
import * as L from "./leaflet.js";
import { createLook } from "./look.js";
import { createMarksLayer } from "./marks-layer.js";
import { createPlaceMark } from "./place-mark.js";
import { createWalk } from "./walk.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const FIT_MAX_ZOOM = 8;
const NEAR_ZOOM = 7;
const WORLD = /** @type {[number, number]} */ ([30, 20]);

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {object} world
 * @param {() => (token: string) => string} world.palette
 * @param {() => boolean} world.dark
 * @param {import("../state/store.js").Camera | null} world.camera
 * @param {string} world.language of place names
 * @param {() => number} world.coveredBelow pixels of the map under a sheet
 */
export function createMapView(root, actions, { palette, dark, camera, language, coveredBelow }) {
  const calm = globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(root, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 1,
    maxZoom: 16,
    worldCopyJump: true,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
    maxBounds: [[-85, -1800], [85, 1800]], // north and south only; the world goes round
    maxBoundsViscosity: 1,
  });
  L.control.attribution({ prefix: false, position: "bottomright" }).addTo(map);
  const showCredits = createCredits(map);
  L.control.zoom({ position: "topleft", zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(map);
  L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
  map.setView(camera ? [camera.lat, camera.lon] : WORLD, camera?.zoom ?? 2);
  const ground = createBasemap({ theme: dark() ? "dark" : "light", language });
  ground.addTo(map);
  let shownLanguage = language;
  const marks = createMarksLayer(map, createLook(palette()));
  const searched = createPlaceMark(map, calm);
  const live = h("p", { class: "offscreen", "aria-live": "polite" });
  const tip = h("div", { class: "map-tip", hidden: true, "aria-hidden": "true" });
  root.append(tip);
  root.after(live);
  root.setAttribute("role", "application");
  root.setAttribute(
    "aria-label",
    "Map of events. Arrows pan, plus and minus zoom, N and B walk through the events from the centre outwards, Enter goes to the event's card. The list holds the same events.",
  );
  let looked = camera !== null;
  /** @type {State | null} */
  let latest = null;
  const walk = createWalk(map, () => (latest ? selectInView(latest).events : []));

  function tell() {
    const { lat, lng } = map.getCenter().wrap();
    const bounds = map.getBounds();
    actions.moved(
      { lat, lon: lng, zoom: map.getZoom() },
      { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() },
    );
  }
  map.on("moveend", tell);
  map.on("click", (event) => {
    const target = marks.targetAt(event.containerPoint);
    if (target) actions.openPile(target.events.map((one) => one.id));
    else if (latest?.view.selected || latest?.view.pile.length) actions.close();
  });
  map.on("mousemove", (event) => {
    const target = marks.targetAt(event.containerPoint);
    marks.setHovered(target);
    root.classList.toggle("over-mark", target !== null);
    showTip(target);
  });
  map.on("mouseout movestart", () => {
    marks.setHovered(null);
    tip.hidden = true;
  });
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === "enter" && event.target === root) document.getElementById("card-title")?.focus();
    if (key !== "n" && key !== "b") return;
    const next = walk.step(key === "n" ? 1 : -1, latest?.view.selected ?? null);
    if (!next) return;
    actions.select(next.id);
    setText(live, `${next.title}, ${shortDate(next)}`);
  });
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(root);

  /** @param {import("./hit.js").Target | null} target */
  function showTip(target) {
    tip.hidden = target === null;
    if (!target) return;
    const [first] = target.events;
    if (!first) return;
    const many = target.events.length > 1;
    const here = target.shape === "area" ? (first.props.admin1 ?? "") : (first.props.location ?? "");
    fill(tip, h("strong", {}, many ? countWords(target.events.length, "event") : first.title), many ? here : shortDate(first));
    const size = map.getSize();
    const [w, hgt] = [tip.offsetWidth, tip.offsetHeight];
    const x = Math.max(6, Math.min(size.x - w - 6, target.x - w / 2));
    const above = target.y - hgt - 16;
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(above > 6 ? above : target.y + 18)}px)`;
  }

  /** The first look at the data: all events on the map, but no closer than a district. @param {State} state */
  function lookAtData(state) {
    if (looked) return;
    const selected = findMarked(state);
    const { events } = selectFiltered(state);
    const spots = (selected ? [selected] : events.length > 0 ? events : state.domain.events).flatMap(spotsOf);
    if (spots.length === 0) return;
    looked = true;
    map.fitBounds(boundsOf(spots), { padding: [70, 70], maxZoom: FIT_MAX_ZOOM, animate: false });
  }

  /**
   * Brings an event that was chosen elsewhere into the window, with all its candidates, and near enough to tell its
   * surroundings. A mark that was clicked is in the window already; the map then moves only if a sheet would hide it.
   *
   * @param {ClashEvent} event
   * @param {boolean} clicked on the map
   */
  function reveal(event, clicked) {
    const spots = spotsOf(event);
    if (spots.length === 0) return;
    const bounds = boundsOf(spots);
    const zoom = clicked ? map.getZoom() : Math.max(map.getZoom(), NEAR_ZOOM);
    const covered = coveredBelow();
    const size = map.getSize();
    const first = map.latLngToContainerPoint(bounds.getNorthWest());
    const last = map.latLngToContainerPoint(bounds.getSouthEast());
    const margin = clicked ? 8 : Math.min(70, (size.y - covered) / 4);
    const inside = first.x >= margin && first.y >= margin && last.x <= size.x - margin && last.y <= size.y - covered - margin;
    if (inside && zoom === map.getZoom()) return;
    const air = Math.min(70, (size.y - covered) / 4);
    map.fitBounds(bounds, {
      paddingTopLeft: [air, air],
      paddingBottomRight: [air, air + covered],
      maxZoom: zoom,
      animate: !calm,
    });
  }

  tell();
  /** @param {State} state @param {State | null} before */
  function render(state, before) {
    latest = state;
    if (state.view.language !== shownLanguage) ground.setLanguage((shownLanguage = state.view.language));
    if (!before || selectMarks(state) !== selectMarks(before)) {
      marks.setMarks(selectMarks(state));
      const { discs, regions, routes } = selectMarks(state);
      root.dataset["marks"] = String(discs.length + regions.length + routes.length);
      root.dataset["events"] = String([...discs, ...regions, ...routes].reduce((sum, one) => sum + one.events.length, 0));
    }
    if (before && state.view.camera !== before.view.camera && state.domain.status === "ready") {
      setText(live, `Zoom ${Math.round(map.getZoom())}, ${countWords(selectInView(state).events.length, "event")} in view`);
    }
    if (state.domain.landing !== before?.domain.landing) showCredits(state.domain.landing.credits ?? []);
    searched.show(state.ui.place, selectPlaceCount(state));
    showView(state, before);
    root.dataset["place"] = state.ui.place?.id ?? "";
    lookAtData(state);
    const selected = findSelected(state);
    const marked = findMarked(state);
    marks.setSelected(marked);
    root.dataset["selected"] = selected?.id ?? "";
    // Only a choice moves the map; a link that names an event and a view keeps its view.
    if (selected && marked && before && selected.id !== before.view.selected && state.view.mode === "map") {
      const clicked = state.view.pile.includes(selected.id);
      requestAnimationFrame(() => reveal(marked, clicked));
    }
    const moved = before && state.view.camera !== before.view.camera && state.view.camera;
    if (moved) followCamera(moved);
  }

  /** @param {State} state @param {State | null} before */
  function showView(state, before) {
    const { style } = state.view;
    const regions = style === "region" ? selectPainted(state) : null;
    if (before && style === before.view.style && (!regions || regions === selectPainted(before))) return;
    const { events } = selectIndex(state);
    const byRegion = selectByRegion(state);
    const painted = (regions?.regions ?? []).map((one) => ({
      ...one,
      events: (byRegion.get(one.key) ?? []).map((row) => /** @type {ClashEvent} */ (events[row])),
    }));
    marks.setView({ style, painted, breaks: regions?.breaks ?? [] });
    root.dataset["style"] = style;
    root.dataset["painted"] = String(painted.length);
  }

  /** A link or the browser's back button may move the map. @param {import("../state/store.js").Camera} to */
  function followCamera(to) {
    const { lat, lng } = map.getCenter().wrap();
    const same = Math.abs(lat - to.lat) < 1e-4 && Math.abs(lng - to.lon) < 1e-4 && Math.abs(map.getZoom() - to.zoom) < 0.01;
    if (!same) map.setView([to.lat, to.lon], to.zoom, { animate: false });
  }

  return {
    render,

    /**
     * The window as a picture of its own, drawn anew rather than enlarged.
     *
     * @param {number} ratio pixels of the picture per CSS pixel
     * @returns {{canvas: HTMLCanvasElement, width: number, height: number, metersPerPixel: number}} size in CSS pixels
     */
    picture(ratio) {
      const { x: width, y: height } = map.getSize();
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.scale(ratio, ratio);
      const zoom = map.getZoom();
      const corner = map.getPixelBounds().min ?? L.point(0, 0);
      const window = { zoom, left: corner.x, top: corner.y, width, height };
      ground.paint(pen, window);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      marks.paint(pen, { ...window, worldPx: 256 * 2 ** zoom }, createLook(palette(), ratio));
      const middle = map.getCenter();
      return { canvas, width, height, metersPerPixel: (40_075_016.686 * Math.cos((middle.lat * Math.PI) / 180)) / (256 * 2 ** zoom) };
    },

    /** After the page's colours changed. */
    restyle() {
      ground.setTheme(dark() ? "dark" : "light");
      marks.setLook(createLook(palette()));
    },
  };
}

/** @param {readonly (readonly [number, number] | number[])[]} spots longitude first */
function boundsOf(spots) {
  return L.latLngBounds(spots.map(([lon = 0, lat = 0]) => [lat, lon]));
}

/** Where an event may be: its point and its live candidates, or its area's corners. @param {ClashEvent} event */
function spotsOf(event) {
  const live = event.precision === "candidates" ? event.candidates.filter((one) => one.letter !== "") : [];
  const points = live.flatMap((one) => (one.point ? [one.point] : []));
  if (points.length > 0) return points;
  if (!event.point && event.footprint) {
    const bounds = boundsOfPaths(pathsOf(event.footprint));
    return bounds ? [[bounds.west, bounds.south], [bounds.east, bounds.north]] : [];
  }
  const anchor = anchorOf(event);
  return anchor ? [anchor] : [];
}
