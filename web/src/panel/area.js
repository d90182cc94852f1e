/** Where: only what the map shows, or one rectangle kept while the map moves on. */
import { h } from "../dom/build.js";
import { t } from "../model/messages.js";

/** @typedef {import("../state/store.js").State} State */

/** @param {import("../state/actions.js").Actions} actions */
export function createArea(actions) {
  const box = h("input", { type: "checkbox", onchange: () => actions.followMap(box.checked) });
  const keep = h("button", { type: "button", class: "button small", onclick: () => latest && actions.setArea(latest.ui.inView) }, t("Keep this area"));
  const drop = h("button", { type: "button", class: "button small", onclick: () => actions.setArea(null) }, t("Anywhere"));
  const node = h(
    "fieldset",
    { class: "filter-group area" },
    h("legend", {}, t("Area")),
    h("label", { class: "choice" }, box, h("span", { class: "name" }, t("Only events in view"))),
    h("div", { class: "buttons" }, keep, drop),
  );
  /** @type {State | null} */
  let latest = null;
  return {
    node,
    /** @param {State} state */
    render(state) {
      latest = state;
      const { area, inView } = state.view.filter;
      box.checked = inView;
      keep.hidden = area !== null && !inView;
      keep.disabled = state.ui.inView === null;
      drop.hidden = area === null || inView;
    },
  };
}
