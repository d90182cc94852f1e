/** Playing the timeline: whole days, one after the other, as a moving window or as all that happened until then. */
import { shifted, simplified } from "./range.js";

/** @typedef {import("./histogram.js").Domain} Domain */
/** @typedef {import("./filter.js").DayRange} DayRange */
/** @typedef {"window" | "cumulative"} PlayMode */

export const SPEEDS = [1, 2, 5, 10, 30]; // days a second

/** @param {Domain} domain @returns {number} days of a window that shows change without flicker */
function windowDays({ from, to }) {
  const days = to - from + 1;
  return days <= 180 ? 7 : days <= 1100 ? 30 : 90;
}

/**
 * Where playing begins: at the range that is set, or at the first day when none is set or it stands at the end.
 *
 * @param {Domain} domain
 * @param {DayRange} range
 * @param {PlayMode} mode
 * @returns {NonNullable<DayRange>}
 */
export function firstRange(domain, range, mode) {
  const set = range && { from: Math.max(range.from, domain.from), to: Math.min(range.to, domain.to) };
  const usable = set && set.from <= set.to ? set : null;
  if (mode === "cumulative") {
    if (!usable) return { from: domain.from, to: domain.from };
    return usable.to < domain.to ? usable : { from: usable.from, to: usable.from };
  }
  const span = usable ?? { from: domain.from, to: Math.min(domain.to, domain.from + windowDays(domain) - 1) };
  return span.to < domain.to ? span : /** @type {NonNullable<DayRange>} */ (shifted(domain, span, domain.from - span.from));
}

/**
 * @param {Domain} domain
 * @param {NonNullable<DayRange>} range
 * @param {PlayMode} mode
 * @param {number} days to go on by
 * @returns {{range: DayRange, done: boolean}}
 */
export function nextRange(domain, range, mode, days) {
  const to = Math.min(domain.to, range.to + days);
  const next = mode === "cumulative" ? { from: range.from, to } : { from: range.from + (to - range.to), to };
  return { range: simplified(domain, next), done: to >= domain.to };
}
