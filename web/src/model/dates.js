/**
 * Calendar days as whole numbers (days since 1970-01-01, UTC). A day never becomes a time of day: events known to the day
 * stay days, whatever the reader's time zone.
 */

const DAY_MS = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * @param {unknown} text `YYYY-MM-DD`, or an instant whose date part counts
 * @returns {number | null} null when it is no date of the calendar
 */
export function parseDay(text) {
  if (typeof text !== "string") return null;
  const match = FORM.exec(text.slice(0, 10));
  if (!match) return null;
  const ms = Date.parse(`${match[0]}T00:00:00Z`);
  // Date.parse accepts 30 February in some engines; the way back shows it.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== match[0] ? null : ms / DAY_MS;
}

/** @param {number} day */
export function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * @param {number} day
 * @returns {{year: number, month: number, date: number}} month from 0
 */
export function partsOf(day) {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

/**
 * @param {number} year
 * @param {number} month from 0; 12 is January of the next year
 * @param {number} [date]
 */
export function dayOf(year, month, date = 1) {
  return Date.UTC(year, month, date) / DAY_MS;
}

/** Monday is 0. @param {number} day */
export function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * @param {number} day
 * @param {{short?: boolean}} [style] short names of months
 */
export function dayWords(day, { short = false } = {}) {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthName(month, short)} ${year}`;
}

/**
 * @param {number} month from 0
 * @param {boolean} [short]
 */
export function monthName(month, short = false) {
  const name = /** @type {string} */ (MONTHS[month]);
  return short ? name.slice(0, 3) : name;
}

/**
 * A closed range without repeating what both ends share: `2–8 April 2025`.
 *
 * @param {number} from
 * @param {number} to
 * @param {{short?: boolean}} [style]
 */
export function rangeWords(from, to, { short = false } = {}) {
  if (from === to) return dayWords(from, { short });
  const a = partsOf(from);
  const b = partsOf(to);
  const end = dayWords(to, { short });
  if (a.year !== b.year) return `${dayWords(from, { short })} – ${end}`;
  if (a.month !== b.month) return `${a.date} ${monthName(a.month, short)} – ${end}`;
  return `${a.date}–${end}`;
}

/**
 * The whole month or year that a range covers exactly, in words; null when it covers neither.
 *
 * @param {number} from
 * @param {number} to
 */
export function wholePeriodWords(from, to) {
  const a = partsOf(from);
  const b = partsOf(to + 1);
  if (a.date !== 1 || b.date !== 1) return null;
  if (a.month === 0 && b.month === 0 && b.year === a.year + 1) return String(a.year);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months === 1 ? `${monthName(a.month)} ${a.year}` : null;
}
