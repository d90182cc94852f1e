/** Speed beside others, and errors by kind; both are written by hand from the documents they name. */
import { h } from "../dom/build.js";

/**
 * @typedef {{what: string, ours: string, other: string, theirs: string, ratio: string}} SpeedRow
 * @typedef {{measured: string, machine: string, source: string, tables: {title: string, unit: string, rows: SpeedRow[]}[]}} Speed
 * @typedef {{measured: string, groups: {title: string, source: string, lead: string, kinds: {kind: string, plain: string, count?: string}[]}[]}} Errors
 */

/** @param {Speed} speed */
export function speedSection({ measured, machine, source, tables }) {
  return h(
    "section",
    { class: "corpus", "aria-labelledby": "speed" },
    h("h2", { id: "speed" }, "Speed"),
    h("p", { class: "source" }, `Measured on ${measured}, ${machine}. How: ${source}.`),
    tables.map(({ title, unit, rows }) => [
      h("h3", {}, title),
      h("p", { class: "source" }, unit),
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "What"), h("th", { scope: "col", class: "number" }, "Clashmap"), h("th", { scope: "col", class: "number" }, "Beside it"), h("th", { scope: "col", class: "number" }, "Ratio"))),
        h(
          "tbody",
          {},
          rows.map((row) =>
            h("tr", {}, h("th", { scope: "row" }, row.what), h("td", { class: "number" }, row.ours), h("td", { class: "number" }, row.theirs, h("span", { class: "beside" }, row.other)), h("td", { class: "number" }, row.ratio)),
          ),
        ),
      ),
    ]).flat(),
  );
}

/** @param {Errors} errors */
export function errorsSection({ measured, groups }) {
  return h(
    "section",
    { class: "corpus", "aria-labelledby": "errors" },
    h("h2", { id: "errors" }, "What goes wrong"),
    h("p", { class: "source" }, `Read and counted on ${measured}.`),
    groups.map(({ title, source, lead, kinds }) => [
      h("h3", {}, title),
      h("p", { class: "source" }, `${lead} More: ${source}.`),
      h("dl", { class: "kinds" }, kinds.map(({ kind, plain, count }) => h("div", {}, h("dt", {}, kind), h("dd", {}, plain, count ? h("span", { class: "beside" }, count) : null)))),
    ]).flat(),
  );
}
