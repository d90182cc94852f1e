/** The credits of the places in use, above the base map's own. A source's name is a user's text and goes in as text. */
import { h, setText } from "../dom/build.js";
import { placesCredit } from "../model/credits.js";
import * as L from "./leaflet.js";

/** @param {L.Map} map */
export function createCredits(map) {
  const line = h("p", { class: "leaflet-control-attribution places-credit", hidden: true });
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => line;
  control.addTo(map);
  /** @param {readonly import("../model/credits.js").Credit[]} credits */
  return function show(credits) {
    const text = placesCredit(credits);
    line.hidden = text === "";
    setText(line, text);
  };
}
