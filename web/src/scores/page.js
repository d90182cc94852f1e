/** The score page: reads data/scores.json and shows a table for each corpus. Everything goes in as text. */
import { h, svg, fill, getById, setText } from "../dom/build.js";
import { othersOf, titleOf } from "./others.js";

/** @typedef {{ name: string, label: string, value: number, unit: "share" | "error_share" | "mistakes" | "kilometers", of: number }} Metric */
/** @typedef {{ name: string, title: string, records: number, metrics: Metric[] }} Section */
/** @typedef {{ evaluated: string, gazetteer: string, limit: number | null, sections: Section[] }} Scores */

const about = getById("about");

try {
  const response = await fetch("data/scores.json");
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  show(/** @type {Scores} */ (await response.json()));
} catch (error) {
  about.classList.add("failed");
  const reason = error instanceof Error ? error.message : String(error);
  setText(about, `The scores could not be read: ${reason}. "clashmap evaluate --json" writes web/data/scores.json.`);
}

/** @param {Scores} scores */
function show(scores) {
  const sample = scores.limit === null ? "" : `, ${scores.limit} records of each corpus at most`;
  setText(about, `Measured on ${scores.evaluated} with gazetteer ${scores.gazetteer}${sample}.`);
  fill(getById("sections"), scores.sections.map(sectionOf));
}

/** @param {Section} section */
function sectionOf(section) {
  const id = `section-${section.name.replace(/[^a-z0-9]+/gi, "-")}`;
  return h(
    "section",
    { class: "corpus", "aria-labelledby": id },
    h("h2", { id }, titleOf(section.name, section.title)),
    h("p", { class: "source" }, `${section.name} · ${section.records.toLocaleString("en")} records`),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Measure"),
          h("th", { scope: "col", class: "number" }, "Value"),
          h("th", { scope: "col", class: "over" }, "Over"),
          h("th", { scope: "col", class: "measure" }, "0 to 1"),
        ),
      ),
      h("tbody", {}, section.metrics.map((metric, index) => rowOf(section, metric, index))),
    ),
  );
}

/** @param {Section} section @param {Metric} metric @param {number} index */
function rowOf(section, metric, index) {
  const others = othersOf(section.name, metric.name);
  return h(
    "tr",
    { class: index === 0 ? "first" : null },
    h("th", { scope: "row" }, metric.label),
    h("td", { class: "number" }, textOf(metric)),
    h("td", { class: "over" }, metric.of.toLocaleString("en")),
    h(
      "td",
      { class: "measure" },
      metric.unit === "share" || metric.unit === "error_share" ? barOf(metric, others) : null,
      others.length > 0 ? h("p", { class: "others" }, others.map((o) => `${o.name} ${o.value.toFixed(3)}`).join(" · ")) : null,
    ),
  );
}

/** @param {Metric} metric */
function textOf(metric) {
  switch (metric.unit) {
    case "mistakes":
      return String(Math.round(metric.value));
    case "kilometers":
      return `${metric.value.toFixed(1)} km`;
    default:
      return metric.value.toFixed(3);
  }
}

/** A bar from 0 to 1 with a tick for each other method. @param {Metric} metric @param {readonly { value: number }[]} others */
function barOf(metric, others) {
  const width = Math.max(0, Math.min(1, metric.value)) * 100;
  return svg(
    "svg",
    { viewBox: "0 0 100 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "track", x: 0, y: 3, width: 100, height: 8 }),
    svg("rect", { class: metric.unit === "error_share" ? "bar mistakes" : "bar", x: 0, y: 3, width, height: 8 }),
    ...others.map((other) => svg("rect", { class: "tick", x: other.value * 100 - 0.3, y: 0, width: 0.6, height: 14 })),
  );
}
