/**
 * The timeline's bars: counts per day, week, month, quarter or year, stacked by kind. An event with an interval counts in
 * every bar its days touch; such bars are kept apart as `possible`, so that nobody takes a window for a date.
 */
import { dayOf, partsOf, weekday } from "./dates.js";
import { KINDS, kindIndex } from "./kinds.js";

/** @typedef {"day" | "week" | "month" | "quarter" | "year"} Step */
/** @typedef {{from: number, to: number}} Domain closed, in days */

/**
 * @typedef {object} Bin
 * @property {number} from first day
 * @property {number} to last day
 * @property {number[]} dated by kind: events whose days all lie in this bar
 * @property {number[]} possible by kind: events that may lie in this bar or in another
 */

const MIN_DOMAIN_DAYS = 42;
const STEP_DAYS = /** @type {const} */ ([
  ["day", 1],
  ["week", 7],
  ["month", 30.4],
  ["quarter", 91.3],
  ["year", 365.25],
]);

/**
 * The days that the timeline spans: all dated events with some air around them, never so short that a day looks like an
 * age.
 *
 * @param {readonly Pick<import("./event.js").ClashEvent, "start" | "end">[]} events
 * @returns {Domain | null} null without a single date
 */
export function domainOf(events) {
  let from = Infinity;
  let to = -Infinity;
  for (const { start, end } of events) {
    for (const day of [start, end]) {
      if (day === null) continue;
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
  }
  if (from > to) return null;
  const air = Math.max(1, Math.ceil((MIN_DOMAIN_DAYS - (to - from + 1)) / 2), Math.round((to - from) * 0.02));
  return { from: from - air, to: to + air };
}

/**
 * @param {Domain} domain
 * @param {number} maxBins how many bars fit
 * @returns {Step} the finest that fits
 */
export function stepFor(domain, maxBins) {
  const days = domain.to - domain.from + 1;
  return STEP_DAYS.find(([, length]) => days / length <= maxBins)?.[0] ?? "year";
}

/**
 * @param {number} day
 * @param {Step} step
 * @returns {number} first day of the bar that holds it
 */
export function binStart(day, step) {
  const { year, month } = partsOf(day);
  switch (step) {
    case "day":
      return day;
    case "week":
      return day - weekday(day);
    case "month":
      return dayOf(year, month);
    case "quarter":
      return dayOf(year, month - (month % 3));
    case "year":
      return dayOf(year, 0);
  }
}

/** @param {number} start @param {Step} step */
function nextStart(start, step) {
  const { year, month } = partsOf(start);
  switch (step) {
    case "day":
      return start + 1;
    case "week":
      return start + 7;
    case "month":
      return dayOf(year, month + 1);
    case "quarter":
      return dayOf(year, month + 3);
    case "year":
      return dayOf(year + 1, 0);
  }
}

/**
 * @param {readonly import("./event.js").ClashEvent[]} events
 * @param {Domain} domain
 * @param {Step} step
 * @returns {Bin[]} in order, without gaps, covering the domain
 */
export function histogramOf(events, domain, step) {
  /** @type {Bin[]} */
  const bins = [];
  for (let from = binStart(domain.from, step); from <= domain.to; from = nextStart(from, step)) {
    const none = () => KINDS.map(() => 0);
    bins.push({ from, to: nextStart(from, step) - 1, dated: none(), possible: none() });
  }
  for (const event of events) {
    if (event.start === null && event.end === null) continue;
    const first = indexOfDay(bins, Math.max(event.start ?? domain.from, domain.from));
    const last = indexOfDay(bins, Math.min(event.end ?? domain.to, domain.to));
    const kind = kindIndex(event.kind);
    const open = event.start === null || event.end === null;
    for (let i = first; i <= last; i += 1) {
      const bin = /** @type {Bin} */ (bins[i]);
      const column = first === last && !open ? bin.dated : bin.possible;
      column[kind] = (column[kind] ?? 0) + 1;
    }
  }
  return bins;
}

/** Binary search. @param {readonly Bin[]} bins @param {number} day */
function indexOfDay(bins, day) {
  let low = 0;
  let high = bins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (/** @type {Bin} */ (bins[middle]).from <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param {Bin} bin */
export function totalOf(bin) {
  return [...bin.dated, ...bin.possible].reduce((sum, n) => sum + n, 0);
}
