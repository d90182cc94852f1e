/** The score page: reads data/scores.json and shows a table for each corpus. Everything goes in as text. */
import { h, svg, fill, getById, setText } from "../dom/build.js";
import { bandsOf, calibrationPlot } from "./calibration.js";
import { errorsSection, speedSection } from "./more.js";
import { othersOf, titleOf } from "./others.js";
import { plainSentences } from "./plain.js";

/** @typedef {{ name: string, label: string, value: number, unit: "share" | "error_share" | "mistakes" | "kilometers", of: number }} Metric */
/** @typedef {{ name: string, title: string, records: number, metrics: Metric[] }} Section */
/** @typedef {{ evaluated: string, gazetteer: string, limit: number | null, sections: Section[] }} Scores */

const about = getById("about");

try {
  show(/** @type {Scores} */ (await read("data/scores.json")));
} catch (error) {
  about.classList.add("failed");
  const reason = error instanceof Error ? error.message : String(error);
  setText(about, `The scores could not be read: ${reason}. "clashmap evaluate --json" writes web/data/scores.json.`);
}
await Promise.all([add("errors", "data/errors.json", errorsSection), add("speed", "data/speed.json", speedSection)]);

/** @param {string} address @returns {Promise<any>} */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

/** A part that may be missing without harm to the others. @param {string} id @param {string} address @param {(data: any) => Node} section */
async function add(id, address, section) {
  const place = getById(`${id}-place`);
  try {
    fill(place, section(await read(address)));
  } catch (error) {
    fill(place, h("p", { class: "failed" }, `${address} could not be read: ${error instanceof Error ? error.message : String(error)}.`));
  }
}

/** @param {Scores} scores */
function show(scores) {
  const sample = scores.limit === null ? "" : `, ${scores.limit} records of each corpus at most`;
  setText(about, `Measured on ${scores.evaluated} with gazetteer ${scores.gazetteer}${sample}.`);
  fill(getById("plain"), plainSentences(scores.sections).map(({ claim, basis }) => h("li", {}, claim, h("span", { class: "beside" }, basis))));
  const plots = scores.sections.flatMap((section) => {
    const bands = bandsOf(section);
    return bands.length > 0 ? [calibrationPlot(titleOf(section.name, section.title), bands)] : [];
  });
  getById("calibration").hidden = plots.length === 0;
  fill(getById("plots"), plots);
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
      h("tbody", {}, section.metrics.filter(({ name }) => !name.startsWith("called_")).map((metric, index) => rowOf(section, metric, index))),
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
