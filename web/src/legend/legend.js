/** What the shapes and tints on the map mean. Colours of kinds are explained beside the filters. */
import { h, fill } from "../dom/build.js";
import { markGlyph } from "../dom/glyphs.js";
import { SMALLEST_COUNT } from "../model/by-region.js";
import { formatCount, t, tn } from "../model/messages.js";
import { PRECISIONS } from "../model/precision.js";
import { selectByRegion, selectFiltered, selectPainted } from "../state/selectors.js";

/** @typedef {import("../state/store.js").State} State */

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 */
export function createLegend(root, actions) {
  const title = h("summary", {}, "");
  const body = h("div", { class: "legend-body" });
  fill(root, h("details", { open: globalThis.matchMedia("(min-width: 900px)").matches }, title, body));
  let shown = "";

  /** @param {State} state */
  return (state) => {
    const { style, measure } = state.view;
    const key = style === "region" ? JSON.stringify([measure, selectPainted(state).breaks, missing(state), state.domain.outlines.size]) : style;
    if (key === shown) return;
    shown = key;
    fill(title, style === "events" ? t("Marks") : style === "density" ? t("Density") : t("By region"));
    fill(body, style === "events" ? marks() : style === "density" ? density() : regions(state, actions));
  };
}

function marks() {
  return h("ul", {}, PRECISIONS.filter((one) => one.id !== "none").map((one) => h("li", {}, markGlyph(one.id), t(one.label))));
}

function density() {
  return [
    h("div", { class: "ramp" }, h("span", {}, t("few")), h("span", { class: "ramp-bar", "aria-hidden": "true" }), h("span", {}, t("many events"))),
    h("p", { class: "sub" }, t("Blurred: the tint shows how many events lie near each other, not where one of them is. Events known only by region are the badges.")),
  ];
}

/** @param {State} state @param {import("../state/actions.js").Actions} actions */
function regions(state, actions) {
  const { breaks } = selectPainted(state);
  const { measure } = state.view;
  const choose = h(
    "select",
    { class: "button small", "aria-label": t("What is counted"), onchange: () => actions.setMeasure(choose.value === "people" ? "people" : "count") },
    h("option", { value: "count", selected: measure === "count" }, t("Events")),
    h("option", { value: "people", selected: measure === "people" }, t("Per 100,000 people")),
  );
  const rows = breaks.map((lower, i) => {
    const upper = breaks[i + 1];
    const words = upper === undefined ? t("{n} and more", { n: figure(lower) }) : t("{from} to under {to}", { from: figure(lower), to: figure(upper) });
    return h("li", {}, h("span", { class: `grade grade-${breaks.length < 2 ? 2 : Math.round((4 * i) / (breaks.length - 1))}`, "aria-hidden": "true" }), words);
  });
  const left = missing(state);
  return [
    choose,
    h("ul", {}, rows, h("li", {}, h("span", { class: "grade too-few", "aria-hidden": "true" }), t("fewer than {n} events", { n: SMALLEST_COUNT }))),
    left > 0 && h("p", { class: "sub" }, tn(left, "{n} event is in no region drawn here.", "{n} events are in no region drawn here.")),
  ];
}

/** Events that pass the filters and lie in no painted region. @param {State} state */
function missing(state) {
  const byRegion = selectByRegion(state);
  const painted = selectPainted(state).regions.reduce((sum, one) => sum + (byRegion.get(one.key)?.length ?? 0), 0);
  return selectFiltered(state).events.length - painted;
}

/** @param {number} value */
function figure(value) {
  return Number.isInteger(value) ? formatCount(value) : String(value);
}
