/** The frame of the page: theme, which panels and sheets are open, the keys that work everywhere, the tabs below. */
import { h, fill, getById, setText } from "../dom/build.js";
import { icon } from "../dom/glyphs.js";
import { findSelected, selectFiltered } from "../state/selectors.js";

/** @typedef {import("../state/store.js").State} State */

/** @type {readonly {id: "map" | "list" | "filters" | "event", label: string}[]} */
const TABS = [
  { id: "map", label: "Map" },
  { id: "list", label: "List" },
  { id: "filters", label: "Filters" },
  { id: "event", label: "Event" },
];

/**
 * @param {Document} page
 * @param {import("../state/actions.js").Actions} actions
 */
export function createShell(page, actions) {
  const root = page.documentElement;
  const tabs = TABS.map(({ id, label }) => ({
    id,
    node: h("button", { type: "button", onclick: () => open(id) }, icon(id), h("span", {}, label)),
  }));
  fill(getById("tabs"), tabs.map((tab) => tab.node));
  const collapse = {
    filtersOpen: collapser("filters-toggle", "left", "filters", "["),
    cardOpen: collapser("card-toggle", "right", "event panel", "]"),
  };
  collapse.filtersOpen.node.addEventListener("click", () => actions.togglePanel("filtersOpen"));
  collapse.cardOpen.node.addEventListener("click", () => actions.togglePanel("cardOpen"));
  getById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    actions.setMode("list");
    requestAnimationFrame(() => requestAnimationFrame(() => getById("list").focus())); // once it is on screen
  });
  page.addEventListener("keydown", onKey);

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const target = /** @type {Element | null} */ (event.target);
    if (target?.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "Escape") actions.close();
    else if (event.key === "[") actions.togglePanel("filtersOpen");
    else if (event.key === "]") actions.togglePanel("cardOpen");
  }

  /** @param {"map" | "list" | "filters" | "event"} id */
  function open(id) {
    if (id === "map" || id === "list") actions.setMode(id);
    else actions.openSheet(id);
  }

  return {
    /** How much of the map, from below, a sheet covers on a narrow screen; 0 on a wide one. */
    coveredBelow() {
      const sheet = root.dataset["sheet"] === "filters" ? getById("filters") : getById("card");
      if (root.dataset["sheet"] === "none" || getComputedStyle(sheet).position !== "fixed") return 0;
      return Math.max(0, getById("map").getBoundingClientRect().bottom - sheet.getBoundingClientRect().top);
    },

    /** @param {State} state @param {State | null} before */
    render(state, before) {
      const { ui, view, domain } = state;
      if (ui.theme === "system") root.removeAttribute("data-theme");
      else root.dataset["theme"] = ui.theme;
      const selected = findSelected(state);
      page.title = selected ? `${selected.title} – Clashmap` : "Clashmap";
      root.dataset["mode"] = view.mode;
      root.dataset["sheet"] = ui.sheet;
      root.dataset["status"] = domain.status;
      root.dataset["filters"] = ui.filtersOpen ? "open" : "closed";
      root.dataset["card"] = ui.cardOpen ? "open" : "closed";
      collapse.filtersOpen.show(ui.filtersOpen);
      collapse.cardOpen.show(ui.cardOpen);
      const current = ui.sheet === "none" ? view.mode : ui.sheet;
      for (const tab of tabs) tab.node.setAttribute("aria-current", String(tab.id === current));
      if (!before || selectFiltered(state) !== selectFiltered(before)) {
        root.dataset["matching"] = String(selectFiltered(state).events.length);
      }
    },
  };
}

/**
 * @param {string} id
 * @param {string} drawing
 * @param {string} what
 * @param {string} key
 */
function collapser(id, drawing, what, key) {
  const node = getById(id);
  const label = h("span", { class: "offscreen" });
  fill(node, icon(drawing), label);
  node.setAttribute("aria-keyshortcuts", key);
  return {
    node,
    /** @param {boolean} open */
    show(open) {
      const words = `${open ? "Hide" : "Show"} ${what}`;
      setText(label, words);
      node.title = `${words} (${key})`;
      node.setAttribute("aria-expanded", String(open));
    },
  };
}
