/** What the shapes on the map mean. Colours are explained beside the filters; here it is precision only. */
import { h, fill } from "../dom/build.js";
import { markGlyph } from "../dom/glyphs.js";
import { PRECISIONS } from "../model/precision.js";

/** @param {HTMLElement} root */
export function createLegend(root) {
  const open = globalThis.matchMedia("(min-width: 900px)").matches;
  fill(
    root,
    h(
      "details",
      { open },
      h("summary", {}, "Marks"),
      h(
        "ul",
        {},
        PRECISIONS.filter((one) => one.id !== "none").map((one) => h("li", {}, markGlyph(one.id), one.label)),
      ),
    ),
  );
}
