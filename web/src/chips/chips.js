/** The active filters as chips, each of which goes at a click. */
import { h, fill } from "../dom/build.js";
import { rangeWords } from "../model/dates.js";
import { chipsOf } from "../model/loosen.js";
import { t } from "../model/messages.js";

/**
 * @param {import("../state/actions.js").Actions} actions
 * @param {{withClear: boolean}} parts where no button beside the chips clears all
 */
export function createChips(actions, { withClear }) {
  const node = h("div", { class: "chips", role: "group", "aria-label": t("Active filters") });
  /** @type {import("../model/filter.js").Filter | null} */
  let shown = null;
  return {
    node,
    /** @param {import("../state/store.js").State} state */
    render({ view: { filter } }) {
      if (filter === shown) return;
      shown = filter;
      const chips = chipsOf(filter, (range) => rangeWords(range.from, range.to, { short: true }));
      const held = node.contains(document.activeElement);
      node.hidden = chips.length === 0;
      fill(
        node,
        chips.map(({ label, filter: without }) =>
          h(
            "button",
            { type: "button", class: "chip", "aria-label": t("Remove filter {filter}", { filter: label }), onclick: () => actions.setFilter(without) },
            h("bdi", {}, label),
            h("span", { "aria-hidden": "true" }, " ×"),
          ),
        ),
        withClear && chips.length > 1 && h("button", { type: "button", class: "chip clear", onclick: () => actions.clearFilters() }, t("Clear all")),
      );
      // The chip went under the reader's finger; the next one takes the focus.
      if (held) /** @type {HTMLElement | null} */ (node.querySelector("button"))?.focus();
    },
  };
}
