/** A filter whose values are known beforehand: every value with its count, and a way to see one alone. */
import { h, setText } from "../dom/build.js";
import { kindDot, markGlyph } from "../dom/glyphs.js";
import { formatCount, t } from "../model/messages.js";

/** @typedef {import("../model/filter.js").DimensionRule} DimensionRule */

/**
 * @param {DimensionRule} rule
 * @param {import("../state/actions.js").Actions} actions
 */
export function createChoices(rule, actions) {
  const rows = rule.values.map((value) => {
    const name = t(value.label);
    const box = h("input", { type: "checkbox", onchange: () => actions.toggle(rule.id, value.id) });
    const count = h("span", { class: "count" }, "");
    const label = h("label", { class: "choice" }, box, swatch(rule.id, value.id), h("span", { class: "name" }, name), count);
    const only = h(
      "button",
      { type: "button", class: "only", "aria-label": t("Only {value}", { value: name }), onclick: () => actions.only(rule.id, value.id) },
      t("only"),
    );
    return { id: value.id, box, count, only, node: h("li", { class: "choice-row" }, label, only) };
  });
  const node = h("fieldset", { class: "filter-group" }, h("legend", {}, t(rule.label)), h("ul", {}, rows.map((row) => row.node)));
  return {
    id: rule.id,
    node,
    /** @param {readonly string[]} chosen @param {ReadonlyMap<string, number>} counts @param {boolean} loading */
    render(chosen, counts, loading) {
      for (const row of rows) {
        const n = counts.get(row.id) ?? 0;
        row.box.checked = chosen.includes(row.id);
        row.only.setAttribute("aria-pressed", String(chosen.length === 1 && chosen[0] === row.id));
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
