/**
 * The calibration plot: how often the program is right beside how sure it says it is. Each band of shares is a bar as wide
 * as the band; where the dotted diagonal crosses the bar, or its 95 % interval, the words "70 % sure" can be believed.
 */
import { h, svg } from "../dom/build.js";

/** @typedef {import("./page.js").Section} Section */
/** @typedef {{from: number, to: number, right: number, of: number, low: number, high: number}} Band shares 0–1; low and high: 95 % interval of `right` */

const SIZE = 100;
const Z = 1.96;

/** @param {Section} section @returns {Band[]} empty where the section has none */
export function bandsOf(section) {
  const called = section.metrics.flatMap((one) => {
    const from = /^called_(\d+)$/.exec(one.name)?.[1];
    return from === undefined || one.of === 0 ? [] : [{ from: Number(from) / 100, right: one.value, of: one.of }];
  });
  called.sort((a, b) => a.from - b.from);
  return called.map(({ from, right, of }, i) => ({ from, to: called[i + 1]?.from ?? 1, right, of, ...interval(right, of) }));
}

/** The Wilson score interval: sound also for few cases and for shares near 1. @param {number} share @param {number} of */
export function interval(share, of) {
  const z2 = (Z * Z) / of;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** @param {Band} band */
export function verdict({ from, to, low, high }) {
  if (low > to) return "more often right than it says";
  if (high < from) return "less often right than it says";
  return "as it says";
}

/** @param {string} title @param {readonly Band[]} bands */
export function calibrationPlot(title, bands) {
  const x = (/** @type {number} */ share) => share * SIZE;
  const y = (/** @type {number} */ share) => SIZE - share * SIZE;
  const grid = [0.25, 0.5, 0.75].flatMap((at) => [
    svg("path", { class: "grid", d: `M0 ${y(at)}H${SIZE}` }),
    svg("path", { class: "grid", d: `M${x(at)} 0V${SIZE}` }),
  ]);
  const bars = bands.flatMap(({ from, to, right, low, high }) => [
    svg("rect", { class: "spread", x: x(from) + 0.5, width: x(to - from) - 1, y: y(high), height: y(low) - y(high) }),
    svg("path", { class: "reached", d: `M${x(from) + 0.5} ${y(right)}H${x(to) - 0.5}` }),
  ]);
  const percent = (/** @type {number} */ share) => `${Math.round(share * 100)} %`;
  return h(
    "figure",
    { class: "calibration" },
    h("figcaption", {}, title),
    h(
      "div",
      { class: "plot-frame" },
      h("span", { class: "y-axis", "aria-hidden": "true" }, "right"),
      svg("svg", { viewBox: `-1 -1 ${SIZE + 2} ${SIZE + 2}`, "aria-hidden": "true" }, svg("rect", { class: "frame", x: 0, y: 0, width: SIZE, height: SIZE }), ...grid, svg("path", { class: "diagonal", d: `M0 ${SIZE}L${SIZE} 0` }), ...bars),
      h("span", { class: "x-axis", "aria-hidden": "true" }, "how sure it says it is, 0 to 100 %"),
    ),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ["It says", "It is right", "Over", ""].map((word) => h("th", { scope: "col" }, word || h("span", { class: "offscreen" }, "Verdict"))))),
      h(
        "tbody",
        {},
        bands.map((band) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, `${percent(band.from)}–${percent(band.to)}`),
            h("td", {}, percent(band.right)),
            h("td", {}, band.of.toLocaleString("en")),
            h("td", {}, verdict(band)),
          ),
        ),
      ),
    ),
  );
}
