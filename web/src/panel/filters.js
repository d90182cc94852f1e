/** The left panel: each filter with the counts that the other filters leave, and what the data are. */
import { h, fill, setText } from "../dom/build.js";
import { icon, kindDot, markGlyph } from "../dom/glyphs.js";
import { DIMENSIONS, isStandard } from "../model/filter.js";
import { formatCount } from "../model/words.js";
import { selectFiltered } from "../state/selectors.js";
import { createAbout } from "./about.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/filter.js").DimensionRule} DimensionRule */

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 */
export function createFilters(root, actions) {
  const groups = DIMENSIONS.map((rule) => createGroup(rule, actions));
  const clear = h("button", { type: "button", class: "button small", onclick: () => actions.clearFilters() }, "Clear all");
  const about = createAbout();
  fill(
    root,
    h(
      "div",
      { class: "panel-head" },
      h("h2", {}, "Filters"),
      clear,
      h(
        "button",
        { type: "button", class: "button square plain sheet-only", "aria-label": "Close filters", onclick: () => actions.openSheet("filters") },
        icon("close"),
      ),
    ),
    groups.map((group) => group.node),
    about.node,
  );

  /** @param {State} state */
  return (state) => {
    const { filter } = state.view;
    clear.hidden = filter.range === null && DIMENSIONS.every((rule) => isStandard(filter, rule.id));
    const { counts } = selectFiltered(state);
    const loading = state.domain.status === "loading" && state.domain.events.length === 0;
    for (const group of groups) group.render(filter[group.id], counts[group.id], loading);
    about.render(state.domain);
  };
}

/**
 * @param {DimensionRule} rule
 * @param {import("../state/actions.js").Actions} actions
 */
function createGroup(rule, actions) {
  const rows = rule.values.map((value) => {
    const box = h("input", { type: "checkbox", onchange: () => actions.toggle(rule.id, value.id) });
    const count = h("span", { class: "count" }, "");
    const label = h("label", { class: "choice" }, box, swatch(rule.id, value.id), h("span", { class: "name" }, value.label), count);
    return { id: value.id, box, count, node: h("li", {}, label) };
  });
  const node = h("fieldset", { class: "filter-group" }, h("legend", {}, rule.label), h("ul", {}, rows.map((row) => row.node)));
  return {
    id: rule.id,
    node,
    /** @param {readonly string[]} chosen @param {Map<string, number>} counts @param {boolean} loading */
    render(chosen, counts, loading) {
      for (const row of rows) {
        const n = counts.get(row.id) ?? 0;
        row.box.checked = chosen.includes(row.id);
        setText(row.count, loading ? "" : formatCount(n));
        row.count.classList.toggle("skeleton", loading);
        row.node.classList.toggle("empty", n === 0 && !loading);
      }
    },
  };
}

/** @param {string} dimension @param {string} value */
function swatch(dimension, value) {
  if (dimension === "type") return kindDot(value);
  return dimension === "precision" ? markGlyph(value) : null;
}
