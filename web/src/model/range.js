/** Moving the two ends of the time range; both stay inside the domain and never pass each other. */

/** @typedef {import("./histogram.js").Domain} Domain */
/** @typedef {import("./filter.js").DayRange} DayRange */

/** @type {readonly {id: string, label: string, words: string, days: number | null}[]} */
export const QUICK_RANGES = [
  { id: "1d", label: "24 h", words: "The last day of the data", days: 1 },
  { id: "7d", label: "7 d", words: "The last 7 days of the data", days: 7 },
  { id: "30d", label: "30 d", words: "The last 30 days of the data", days: 30 },
  { id: "1y", label: "1 y", words: "The last year of the data", days: 365 },
  { id: "all", label: "All", words: "All dates", days: null },
];

/**
 * @param {number} lastDay the newest day of the data, from which "the last 7 days" count back
 * @param {number | null} days
 * @returns {DayRange}
 */
export function quickRange(lastDay, days) {
  return days === null ? null : { from: lastDay - days + 1, to: lastDay };
}

/**
 * @param {Domain} domain
 * @param {DayRange} range
 * @param {"from" | "to"} end
 * @param {number} day
 * @returns {DayRange} null once it covers the whole domain
 */
export function withEnd(domain, range, end, day) {
  const { from, to } = range ?? domain;
  const next =
    end === "from"
      ? { from: Math.min(Math.max(day, domain.from), to), to }
      : { from, to: Math.max(Math.min(day, domain.to), from) };
  return simplified(domain, next);
}

/**
 * The window moved as a whole, its length kept.
 *
 * @param {Domain} domain
 * @param {NonNullable<DayRange>} range
 * @param {number} days
 * @returns {DayRange}
 */
export function shifted(domain, range, days) {
  const by = Math.min(Math.max(days, domain.from - range.from), domain.to - range.to);
  return { from: range.from + by, to: range.to + by };
}

/**
 * @param {Domain} domain
 * @param {NonNullable<DayRange>} range
 * @returns {DayRange}
 */
export function simplified(domain, range) {
  return range.from <= domain.from && range.to >= domain.to ? null : range;
}

/**
 * What a key does to an end of the range: arrows one day, with Shift seven, Page keys thirty, Home and End all the way.
 *
 * @param {{key: string, shiftKey: boolean}} press
 * @param {number} day
 * @param {Domain} domain
 * @returns {number | null} null for a key that means nothing here
 */
export function dayAfterKey({ key, shiftKey }, day, domain) {
  const step = shiftKey ? 7 : 1;
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return day - step;
    case "ArrowRight":
    case "ArrowUp":
      return day + step;
    case "PageDown":
      return day - 30;
    case "PageUp":
      return day + 30;
    case "Home":
      return domain.from;
    case "End":
      return domain.to;
    default:
      return null;
  }
}
