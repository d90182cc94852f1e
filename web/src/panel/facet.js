/**
 * A filter whose values come from the data, such as regions or actors: the commonest first, the rest found by typing. With
 * nothing chosen everything passes.
 */
import { h, fill, setText } from "../dom/build.js";
import { formatCount, t, tn } from "../model/messages.js";
import { foldText } from "../model/place.js";
import { facetLabel } from "../model/words.js";

/** @typedef {import("../model/filter.js").FacetRule} FacetRule */

const SHORT_ROWS = 6;
const LONG_ROWS = 60;

/**
 * @param {FacetRule} rule
 * @param {import("../state/actions.js").Actions} actions
 */
export function createFacet(rule, actions) {
  const label = t(rule.label);
  const said = h("span", { class: "facet-said" });
  const search = h("input", {
    type: "search",
    class: "facet-search",
    "aria-label": t("Find in: {filter}", { filter: label }),
    placeholder: t("Find…"),
    maxlength: 60,
    autocomplete: "off",
    oninput: () => draw(),
  });
  const list = h("ul", {});
  const more = h("button", { type: "button", class: "linkish", onclick: () => ((long = !long), draw()) });
  const note = h("p", { class: "sub facet-note", role: "status" });
  const node = h("details", { class: "filter-group facet" }, h("summary", {}, label, said), search, list, note, more);
  node.addEventListener("toggle", () => draw());
  let long = false;
  /** @type {{chosen: readonly string[], counts: ReadonlyMap<string, number>}} */
  let latest = { chosen: [], counts: new Map() };
  let drawn = "";

  function draw() {
    const { chosen, counts } = latest;
    const [only] = chosen;
    setText(said, chosen.length === 0 ? t("all") : chosen.length === 1 && only !== undefined ? facetLabel(rule.id, only) : t("{n} chosen", { n: chosen.length }));
    said.classList.toggle("active", chosen.length > 0);
    if (!node.open) return;
    const rows = rowsOf(rule.id, latest, search.value);
    const shown = rows.slice(0, long || search.value !== "" ? LONG_ROWS : Math.max(SHORT_ROWS, chosen.length));
    search.hidden = counts.size <= SHORT_ROWS;
    more.hidden = search.value !== "" || rows.length <= SHORT_ROWS;
    setText(more, long ? t("Show fewer") : t("Show more ({n})", { n: formatCount(rows.length) }));
    setText(note, noteOf(rows.length, shown.length));
    note.hidden = note.textContent === "";
    const key = shown.map((row) => `${row.value}\n${row.count}\n${row.chosen}`).join("\r");
    if (key === drawn) return;
    drawn = key;
    const held = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset["value"] : undefined;
    fill(list, shown.map(rowNode));
    if (held !== undefined) {
      for (const box of list.querySelectorAll("input")) if (box.dataset["value"] === held) box.focus();
    }
  }

  /** @param {number} all @param {number} shown */
  function noteOf(all, shown) {
    if (all === 0) return search.value === "" ? t("The data name none.") : t("Nothing is called so.");
    return all > shown && (long || search.value !== "") ? tn(all - shown, "and one more: type to find it", "and {n} more: type to find them") : "";
  }

  /** @param {{value: string, count: number, chosen: boolean}} row */
  function rowNode({ value, count, chosen }) {
    const box = h("input", { type: "checkbox", "data-value": value, onchange: () => actions.toggle(rule.id, value) });
    box.checked = chosen;
    const nested = rule.id === "region" && value.includes("/");
    const name = nested ? value.slice(value.indexOf("/") + 1) : facetLabel(rule.id, value);
    return h(
      "li",
      { class: `choice-row${count === 0 ? " empty" : ""}${nested ? " nested" : ""}` },
      h("label", { class: "choice" }, box, h("span", { class: "name" }, h("bdi", {}, name)), h("span", { class: "count" }, formatCount(count))),
    );
  }

  return {
    id: rule.id,
    node,
    /** @param {readonly string[]} chosen @param {ReadonlyMap<string, number>} counts */
    render(chosen, counts) {
      if (chosen === latest.chosen && counts === latest.counts) return;
      latest = { chosen, counts };
      draw();
    },
  };
}

/**
 * Chosen first, then the commonest; regions under their countries. A chosen value that the data lack stays, so that it can
 * be taken off.
 *
 * @param {string} id
 * @param {{chosen: readonly string[], counts: ReadonlyMap<string, number>}} facet
 * @param {string} typed
 */
function rowsOf(id, { chosen, counts }, typed) {
  const wanted = foldText(typed);
  const values = [...new Set([...counts.keys(), ...chosen])].filter((value) => foldText(value).includes(wanted));
  const rows = values.map((value) => ({ value, count: counts.get(value) ?? 0, chosen: chosen.includes(value) }));
  const parent = (/** @type {string} */ value) => (id === "region" ? (value.split("/")[0] ?? value) : value);
  return rows.sort(
    (a, b) =>
      Number(b.chosen) - Number(a.chosen) ||
      (counts.get(parent(b.value)) ?? 0) - (counts.get(parent(a.value)) ?? 0) ||
      compare(parent(a.value), parent(b.value)) ||
      (id === "region" ? Number(a.value.includes("/")) - Number(b.value.includes("/")) : 0) ||
      b.count - a.count ||
      compare(a.value, b.value),
  );
}

/** Without regard to the reader's locale, so that two readers see the same order. @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
