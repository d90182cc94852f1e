/** Days to pixels and back, and where the axis is labelled. Pure. */
import { dayOf, monthName, partsOf, weekday } from "../model/dates.js";

/** @typedef {import("../model/histogram.js").Domain} Domain */

/**
 * @param {Domain} domain
 * @param {number} width
 */
export function createScale(domain, width) {
  const days = domain.to - domain.from + 1;
  return {
    width,
    /** Left edge of a day. @param {number} day */
    x: (day) => ((day - domain.from) / days) * width,
    /** The day under a pixel. @param {number} x */
    day: (x) => Math.max(domain.from, Math.min(domain.to, domain.from + Math.floor((x / width) * days))),
  };
}

/** @typedef {ReturnType<typeof createScale>} Scale */

const MIN_TICK_PX = 64;

/**
 * Labels that fit: days, Mondays, months, quarters or years.
 *
 * @param {Domain} domain
 * @param {number} width
 * @returns {{day: number, label: string, major: boolean}[]} major: a new year
 */
export function ticksOf(domain, width) {
  const perDay = width / (domain.to - domain.from + 1);
  const fits = (/** @type {number} */ days) => perDay * days >= MIN_TICK_PX;
  const keep = fits(7)
    ? (/** @type {number} */ day) => weekday(day) === 0
    : fits(30)
      ? (/** @type {number} */ day) => partsOf(day).date === 1
      : fits(91)
        ? (/** @type {number} */ day) => partsOf(day).date === 1 && partsOf(day).month % 3 === 0
        : (/** @type {number} */ day) => isYearTick(day, Math.ceil(MIN_TICK_PX / (perDay * 365)));
  const ticks = [];
  for (let day = domain.from; day <= domain.to; day = nextCandidate(day, fits(7))) {
    if (keep(day)) ticks.push(tick(day, fits(7)));
  }
  return ticks;
}

/** @param {number} day @param {boolean} daily */
function nextCandidate(day, daily) {
  if (daily) return day + 1;
  const { year, month } = partsOf(day);
  return dayOf(year, month + 1);
}

/** @param {number} day @param {number} years */
function isYearTick(day, years) {
  const { year, month, date } = partsOf(day);
  return month === 0 && date === 1 && year % years === 0;
}

/** @param {number} day @param {boolean} daily */
function tick(day, daily) {
  const { year, month, date } = partsOf(day);
  const newYear = month === 0 && date <= (daily ? 7 : 1);
  const name = daily ? `${date} ${monthName(month, true)}` : monthName(month, true);
  return { day, label: newYear ? (daily ? `${name} ${year}` : String(year)) : name, major: newYear };
}
