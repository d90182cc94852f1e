/** A place somebody searched for: a ring or an outline with its name, which is no event and goes when the search does. */
import { h, setText } from "../dom/build.js";
import { tn } from "../model/messages.js";
import * as L from "./leaflet.js";

const POINT_ZOOM = 9; // near enough to tell it apart, far enough to show the towns around
const AREA_ZOOM = 6;
const RING_PIXELS = 16;

/** @typedef {import("../state/store.js").ShownPlace} ShownPlace */

/**
 * @param {L.Map} map
 * @param {boolean} calm no animation
 */
export function createPlaceMark(map, calm) {
  const layer = L.layerGroup().addTo(map);
  /** @type {ShownPlace | null} */
  let shown = null;
  const counted = h("span", { class: "place-count" });

  return {
    /** @param {ShownPlace | null} place @param {number | null} count of the events there */
    show(place, count) {
      setText(counted, count === null ? "" : tn(count, "{n} event here", "{n} events here"));
      if (place === shown) return;
      shown = place;
      layer.clearLayers();
      if (!place) return;
      const at = L.latLng(place.point[1], place.point[0]);
      const shape = shapeOf(place, at);
      const label = L.tooltip({ permanent: true, direction: "top", className: "place-label", offset: [0, place.isArea ? 0 : -RING_PIXELS] })
        .setLatLng(at)
        .setContent(h("span", {}, place.name, counted));
      layer.addLayer(shape).addLayer(label);
      if (shape instanceof L.CircleMarker && !(shape instanceof L.Circle)) {
        // Leaflet drops a move that comes while it animates another, and an area's outline comes right after its point.
        const animate = !calm && !place.isArea;
        map.setView(at, place.isArea ? Math.max(AREA_ZOOM, map.getZoom() - 4) : Math.max(map.getZoom(), POINT_ZOOM), { animate });
      } else {
        map.fitBounds(shape.getBounds(), { padding: [40, 40], maxZoom: POINT_ZOOM, animate: !calm });
      }
    },
  };
}

/**
 * The outline of an area, the circle in which a place lies whose position is not known, or a ring around a point.
 *
 * @param {ShownPlace} place
 * @param {L.LatLng} at
 */
function shapeOf(place, at) {
  const look = { className: `place-shape${place.isPoint ? "" : " vague"}`, interactive: false };
  if (place.outline) return L.geoJSON(place.outline, { style: () => look, interactive: false });
  if (place.radiusMeters !== null) return L.circle(at, { ...look, radius: place.radiusMeters });
  return L.circleMarker(at, { ...look, radius: RING_PIXELS });
}
