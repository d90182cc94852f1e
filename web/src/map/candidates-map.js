/** A map of the places that names of a text may mean: lettered pins for one name, dots for all. */
import { h } from "../dom/build.js";
import { createBasemap } from "./basemap.js";
import * as L from "./leaflet.js";

const MAX_ZOOM = 9;

/**
 * @typedef {object} Pin
 * @property {number} lat
 * @property {number} lon
 * @property {string} letter
 * @property {string} title
 * @property {boolean} best drawn above the others
 */

/**
 * @param {HTMLElement} root
 * @param {{dark: () => boolean, language: string}} world
 */
export function createCandidatesMap(root, { dark, language }) {
  const calm = globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(root, { attributionControl: false, zoomAnimation: !calm, fadeAnimation: !calm, minZoom: 1, maxZoom: 16, worldCopyJump: true });
  L.control.attribution({ prefix: false, position: "bottomright" }).addTo(map);
  map.setView([30, 20], 2);
  const ground = createBasemap({ theme: dark() ? "dark" : "light", language });
  ground.addTo(map);
  const layer = L.layerGroup().addTo(map);
  root.setAttribute("role", "application");
  root.setAttribute("aria-label", "Map of the candidates. Arrows pan, plus and minus zoom. The list below holds the same places.");
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(root);

  return {
    /**
     * Shows pins and looks at them, or only at the best: "Russian" beside two villages must not show half of Asia.
     *
     * @param {readonly Pin[]} pins
     * @param {"all" | "best"} [looksAt]
     */
    show(pins, looksAt = "all") {
      layer.clearLayers();
      for (const pin of pins) {
        const mark = L.marker([pin.lat, pin.lon], {
          icon: L.divIcon({
            className: `pin${pin.best ? " best" : ""}`,
            html: h("span", {}, pin.letter),
            iconSize: [26, 26],
          }),
          keyboard: false,
          interactive: false,
          zIndexOffset: pin.best ? 1000 : 0,
        });
        layer.addLayer(mark);
        mark.getElement()?.setAttribute("title", pin.title);
      }
      if (pins.length === 0) return;
      const best = looksAt === "best" ? pins.filter((pin) => pin.best) : [];
      const bounds = L.latLngBounds((best.length > 0 ? best : pins).map(({ lat, lon }) => [lat, lon]));
      map.fitBounds(bounds, { padding: [40, 40], maxZoom: MAX_ZOOM, animate: false });
    },
    restyle: () => ground.setTheme(dark() ? "dark" : "light"),
  };
}
