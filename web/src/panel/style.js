/** How the map shows the events: one mark each, their density, or a number per region. */
import { h } from "../dom/build.js";
import { t } from "../model/messages.js";

/** @typedef {import("../state/store.js").MapStyle} MapStyle */

/** @type {readonly {id: MapStyle, label: string}[]} */
const STYLES = [
  { id: "events", label: "Events" },
  { id: "density", label: "Density" },
  { id: "region", label: "By region" },
];

/** @param {import("../state/actions.js").Actions} actions */
export function createStyle(actions) {
  const boxes = STYLES.map(({ id }) => h("input", { type: "radio", name: "map-style", value: id, onchange: () => actions.setStyle(id) }));
  const node = h(
    "fieldset",
    { class: "filter-group show-as" },
    h("legend", {}, t("Show as")),
    h(
      "div",
      { class: "segments" },
      STYLES.map(({ label }, i) => h("label", { class: "segment" }, boxes[i], h("span", {}, t(label)))),
    ),
  );
  return {
    node,
    /** @param {import("../state/store.js").State} state */
    render({ view }) {
      STYLES.forEach(({ id }, i) => {
        const box = boxes[i];
        if (box) box.checked = id === view.style;
      });
    },
  };
}
