/** The left panel: each filter with the counts that the other filters leave, and what the data are. */
import { createChips } from "../chips/chips.js";
import { h, fill } from "../dom/build.js";
import { icon } from "../dom/glyphs.js";
import { DIMENSIONS, FACETS, isAllStandard } from "../model/filter.js";
import { t } from "../model/messages.js";
import { selectFiltered } from "../state/selectors.js";
import { createAbout } from "./about.js";
import { createArea } from "./area.js";
import { createChoices } from "./choices.js";
import { createDates } from "./dates.js";
import { createFacet } from "./facet.js";
import { createStyle } from "./style.js";

/** @typedef {import("../state/store.js").State} State */

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 */
export function createFilters(root, actions) {
  const groups = DIMENSIONS.map((rule) => createChoices(rule, actions));
  const facets = FACETS.map((rule) => createFacet(rule, actions));
  const [types, ...others] = groups;
  const clear = h("button", { type: "button", class: "button small", onclick: () => actions.clearFilters() }, t("Clear all"));
  const chips = createChips(actions, { withClear: false });
  const dates = createDates(actions);
  const area = createArea(actions);
  const style = createStyle(actions);
  const about = createAbout();
  fill(
    root,
    h(
      "div",
      { class: "panel-head" },
      h("h2", {}, t("Filters")),
      clear,
      h(
        "button",
        { type: "button", class: "button square plain sheet-only", "aria-label": t("Close filters"), onclick: () => actions.openSheet("filters") },
        icon("close"),
      ),
    ),
    chips.node,
    style.node,
    types?.node,
    dates.node,
    facets.map((facet) => facet.node),
    others.map((group) => group.node),
    area.node,
    about.node,
  );

  /** @param {State} state */
  return (state) => {
    const { filter } = state.view;
    clear.hidden = isAllStandard(filter);
    const { counts } = selectFiltered(state);
    const loading = state.domain.status === "loading" && state.domain.events.length === 0;
    for (const group of groups) group.render(filter[group.id], counts[group.id], loading);
    for (const facet of facets) facet.render(filter[facet.id], counts[facet.id]);
    chips.render(state);
    dates.render(state);
    area.render(state);
    style.render(state);
    about.render(state.domain);
  };
}
