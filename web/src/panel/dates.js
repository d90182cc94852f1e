/** The range of days as two date fields: the way to an exact day without dragging. */
import { h } from "../dom/build.js";
import { isoDay, parseDay } from "../model/dates.js";
import { t } from "../model/messages.js";
import { selectDomain } from "../state/selectors.js";

/** @typedef {import("../state/store.js").State} State */

/** @param {import("../state/actions.js").Actions} actions */
export function createDates(actions) {
  /** @type {State | null} */
  let latest = null;
  const from = h("input", { type: "date", onchange: () => set("from") });
  const to = h("input", { type: "date", onchange: () => set("to") });
  const node = h(
    "fieldset",
    { class: "filter-group dates" },
    h("legend", {}, t("Date")),
    h("div", { class: "date-pair" }, h("label", {}, h("span", {}, t("From")), from), h("label", {}, h("span", {}, t("To")), to)),
  );

  /** An emptied field opens its side; two days the wrong way round are put right. @param {"from" | "to"} end */
  function set(end) {
    const domain = latest ? selectDomain(latest) : null;
    const days = { from: parseDay(from.value), to: parseDay(to.value) };
    if (days.from === null && days.to === null) return actions.setRange(null);
    const range = { from: days.from ?? domain?.from ?? days.to ?? 0, to: days.to ?? domain?.to ?? days.from ?? 0 };
    if (range.from > range.to) range[end === "from" ? "to" : "from"] = range[end];
    actions.setRange(range);
  }

  return {
    node,
    /** @param {State} state */
    render(state) {
      latest = state;
      const { range } = state.view.filter;
      for (const [field, day] of /** @type {const} */ ([[from, range?.from], [to, range?.to]])) {
        const text = day === undefined ? "" : isoDay(day);
        if (field.value !== text && document.activeElement !== field) field.value = text;
      }
    },
  };
}
