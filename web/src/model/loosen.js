/**
 * Ways out of a filter: the chips that take one thing away, and for an empty result the single steps back that would bring
 * events.
 */
import { DIMENSIONS, FACETS, filterIndex, isStandard } from "./filter.js";
import { t } from "./messages.js";
import { facetLabel } from "./words.js";

/** @typedef {import("./filter.js").Filter} Filter */
/** @typedef {import("./filter.js").DayRange} DayRange */
/** @typedef {(range: NonNullable<DayRange>) => string} RangeLabel */
/** @typedef {{label: string, count: number, filter: Filter}} Step */

const NICE_DAYS = [1, 3, 7, 14, 30, 90, 180, 365];

/**
 * The nearest first: a step that leaves everything else as it is, smallest change of the dates before any other.
 *
 * @param {import("./crossfilter.js").Index} index
 * @param {Filter} filter
 * @param {RangeLabel} rangeLabel
 * @returns {Step[]} with events only
 */
export function loosened(index, filter, rangeLabel) {
  const dates = datesLoosened(index, filter, rangeLabel);
  /** @type {{label: string, filter: Filter}[]} */
  const others = [];
  if (filter.words !== "") others.push({ label: t("without “{words}”", { words: filter.words }), filter: { ...filter, words: "" } });
  if (filter.area) others.push({ label: t("anywhere on the map"), filter: { ...filter, area: null, inView: false } });
  for (const rule of FACETS) {
    if (filter[rule.id].length > 0) others.push({ label: t(rule.all), filter: { ...filter, [rule.id]: [] } });
  }
  for (const rule of DIMENSIONS) {
    const all = rule.values.map((value) => value.id);
    if (filter[rule.id].length < all.length) {
      others.push({ label: t("{filter}: all", { filter: plain(rule.label) }), filter: { ...filter, [rule.id]: all } });
    }
  }
  const counted = others
    .map((step) => ({ ...step, count: filterIndex(index, step.filter).events.length }))
    .filter((step) => step.count > 0)
    .sort((a, b) => b.count - a.count);
  return [...dates, ...counted];
}

/** The range widened on both sides until it meets an event, then all dates. @type {typeof loosened} */
function datesLoosened(index, filter, rangeLabel) {
  const { range } = filter;
  if (!range) return [];
  const all = filterIndex(index, { ...filter, range: null });
  if (all.events.length === 0) return [];
  const gaps = all.events.filter((event) => event.start !== null || event.end !== null).map((event) =>
    (event.start ?? -Infinity) > range.to ? /** @type {number} */ (event.start) - range.to : range.from - /** @type {number} */ (event.end),
  );
  const gap = gaps.reduce((least, one) => Math.min(least, one), Infinity);
  const days = NICE_DAYS.find((one) => one >= gap);
  /** @type {Step[]} */
  const steps = [{ label: t("all dates"), filter: { ...filter, range: null }, count: all.events.length }];
  if (days === undefined) return steps;
  const wider = { from: range.from - days, to: range.to + days };
  const near = { ...filter, range: wider };
  const count = filterIndex(index, near).events.length;
  steps.unshift({ label: t("dates widened to {range}", { range: rangeLabel(wider) }), filter: near, count });
  return count === all.events.length ? steps.slice(0, 1) : steps;
}

/**
 * The active filters as chips: what is set, and the filter without it.
 *
 * @param {Filter} filter
 * @param {RangeLabel} rangeLabel
 * @returns {{label: string, filter: Filter}[]}
 */
export function chipsOf(filter, rangeLabel) {
  /** @type {{label: string, filter: Filter}[]} */
  const chips = [];
  if (filter.range) chips.push({ label: rangeLabel(filter.range), filter: { ...filter, range: null } });
  if (filter.words !== "") chips.push({ label: `“${filter.words}”`, filter: { ...filter, words: "" } });
  if (filter.area) {
    const label = filter.inView ? t("only what the map shows") : t("only inside a rectangle");
    chips.push({ label, filter: { ...filter, area: null, inView: false } });
  }
  for (const { id } of FACETS) {
    for (const value of filter[id]) {
      chips.push({ label: facetLabel(id, value), filter: { ...filter, [id]: filter[id].filter((one) => one !== value) } });
    }
  }
  for (const rule of DIMENSIONS) {
    if (isStandard(filter, rule.id)) continue;
    const labels = rule.values.filter((value) => filter[rule.id].includes(value.id)).map((value) => t(value.label));
    const shown = labels.length === 0 ? t("none") : labels.length > 2 ? t("{n} chosen", { n: labels.length }) : labels.join(", ");
    chips.push({ label: `${plain(rule.label)}: ${shown}`, filter: { ...filter, [rule.id]: rule.standard } });
  }
  return chips;
}

/** The filter as one sentence, for whoever sees a picture or a file without the page. @param {Filter} filter @param {RangeLabel} rangeLabel */
export function filterSentence(filter, rangeLabel) {
  const parts = chipsOf(filter, rangeLabel).map((chip) => chip.label);
  return parts.length === 0 ? t("All events of the default map") : parts.join(" · ");
}

/** @param {string} label of a filter, as a question or not */
function plain(label) {
  return t(label).replace("?", "");
}
