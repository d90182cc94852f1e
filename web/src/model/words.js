/** The codebook's values as words a reader understands. An unknown value is shown as it came, made readable. */
import { formatCount, t } from "./messages.js";
import { dayWords, monthName, partsOf, rangeWords, wholePeriodWords } from "./dates.js";

export { formatCount };

/** @typedef {import("./event.js").ClashEvent} ClashEvent */

/** @type {Readonly<Record<string, string>>} */
const CERTAINTY = {
  confirmed: "Confirmed",
  reported_as_fact: "Reported as fact",
  claimed: "Claimed by one side",
  disputed: "Disputed",
  denied: "Denied",
  unconfirmed: "Unconfirmed",
};

/** @type {Readonly<Record<string, string>>} */
const VERIFICATION = {
  unverified: "not verified",
  single_source: "one source",
  corroborated_same_party: "several sources of one side",
  corroborated_independent: "independent sources agree",
  corroborated_both_sides: "both sides agree",
  media_evidence: "pictures or footage exist",
  geolocated: "footage located",
  verified: "verified",
  debunked: "shown to be false",
};

/** @type {Readonly<Record<string, {mark: string, label: string, group: string}>>} shape and word, never colour alone */
const REVIEW = {
  machine: { mark: "◷", label: "Machine-extracted", group: "machine" },
  in_review: { mark: "◐", label: "Being reviewed", group: "in_review" },
  accepted: { mark: "✓", label: "Reviewed", group: "reviewed" },
  published: { mark: "✓", label: "Reviewed", group: "reviewed" },
  gold: { mark: "✓", label: "Coded by hand", group: "reviewed" },
  rejected: { mark: "✕", label: "Rejected", group: "rejected" },
  retracted: { mark: "✕", label: "Withdrawn", group: "rejected" },
};

/** @type {readonly {id: string, label: string, mark: string}[]} */
export const STATUS_GROUPS = [
  { id: "reviewed", label: "Reviewed", mark: "✓" },
  { id: "in_review", label: "Being reviewed", mark: "◐" },
  { id: "machine", label: "Machine-extracted", mark: "◷" },
  { id: "rejected", label: "Rejected", mark: "✕" },
];

/** @type {readonly {id: string, label: string}[]} */
export const TIERS = [
  { id: "1", label: "On the default map" },
  { id: "2", label: "Parts, sums, wide areas" },
  { id: "3", label: "Statements, background" },
];

/** @type {readonly {id: string, label: string}[]} sources that do not copy each other */
export const SOURCE_COUNTS = [
  { id: "1", label: "One source" },
  { id: "2", label: "Two" },
  { id: "3", label: "Three or more" },
];

/** @type {Readonly<Record<string, string>>} */
const STANCE = {
  asserts: "says",
  confirms: "confirms",
  denies: "denies",
  declines: "declines to say",
  retracts: "takes back",
};

/** @type {Readonly<Record<string, string>>} */
const SENSITIVITY = {
  delayed: "Details are held back until {until}",
  blurred: "The place is made less exact on purpose",
  restricted: "Details are left out",
  withheld: "This event is held back",
};

/**
 * What was withheld and why, as one sentence.
 *
 * @param {import("./wire.js").EventProperties["sensitivity"]} sensitivity
 * @returns {string | null} null when nothing is
 */
export function withheldWords(sensitivity) {
  const level = sensitivity?.level;
  if (!sensitivity || !level || level === "public") return null;
  const until = sensitivity.release_at ?? sensitivity.embargo_until;
  const what = sensitivity.notice || t(SENSITIVITY[level] ?? humanise(level), { until: until?.slice(0, 10) ?? t("a later day") });
  const reasons = (sensitivity.reasons ?? []).map((one) => t(humanise(one)).toLowerCase()).join(", ");
  const size = sensitivity.public_uncertainty_m ? t("within about {distance}", { distance: distanceWords(sensitivity.public_uncertainty_m) }) : "";
  return [what, size, reasons].filter(Boolean).join(" · ");
}

/** @type {Readonly<Record<string, string>>} */
const RECORD = {
  aggregate: "A sum over several events",
  statement: "A statement, not an act",
  background: "Background in the report",
  update: "News on an earlier event",
};

/** @type {Readonly<Record<string, string>>} */
const LANGUAGE = { en: "English", uk: "Ukrainian", ru: "Russian" };

/**
 * A value of a filter whose values come from the data.
 *
 * @param {import("./filter.js").Facet} id
 * @param {string} value
 */
export function facetLabel(id, value) {
  if (id === "language") return languageWord(value) ?? value;
  // A region is filed under its country; on its own it is said the other way round.
  return id === "region" && value.includes("/") ? value.split("/").reverse().join(", ") : value;
}

/** @param {string} code such as `not_yet_known` */
export function humanise(code) {
  const text = code.replaceAll("_", " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string | undefined} value */
export function certaintyWord(value) {
  return value ? (CERTAINTY[value] ?? humanise(value)) : "Not said";
}

/** @param {string | undefined} value */
export function verificationWord(value) {
  return value ? (VERIFICATION[value] ?? humanise(value).toLowerCase()) : "";
}

/** @param {string | undefined} status */
export function reviewWord(status) {
  return REVIEW[status ?? ""] ?? { mark: "◷", label: humanise(status ?? "machine"), group: "machine" };
}

/** @param {string | undefined} stance */
export function stanceWord(stance) {
  return STANCE[stance ?? ""] ?? humanise(stance ?? "says").toLowerCase();
}

/** @param {string | undefined} type null for an ordinary event */
export function recordWord(type) {
  return type && type !== "event" ? (RECORD[type] ?? humanise(type)) : null;
}

/** @param {string | null | undefined} code */
export function languageWord(code) {
  return code ? (LANGUAGE[code] ?? code) : null;
}

/**
 * Machine confidence as a word; the figure stays one tap away.
 *
 * @param {number} share 0–1
 */
export function confidenceWord(share) {
  if (share >= 0.8) return "high";
  return share >= 0.5 ? "medium" : "low";
}

/** @param {number} meters */
export function distanceWords(meters) {
  if (meters < 1000) return `${Math.round(meters)} m`;
  const km = meters / 1000;
  return `${km < 10 ? Math.round(km * 10) / 10 : Math.round(km)} km`;
}

/** @param {number} n @param {string} one @param {string} [many] */
export function countWords(n, one, many = `${one}s`) {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}

/**
 * The date with its precision, as a phrase: never more exact than the record.
 *
 * @param {Pick<ClashEvent, "start" | "end">} event
 */
export function dateWords({ start, end }) {
  if (start === null && end === null) return "Date not known";
  if (start === null) return `By ${dayWords(/** @type {number} */ (end))}`;
  if (end === null) return `Since ${dayWords(start)}`;
  if (start === end) return dayWords(start);
  const period = wholePeriodWords(start, end);
  return period ? `Some time in ${period}` : `Between ${betweenWords(start, end)}`;
}

/** `2 and 8 April 2025`. @param {number} from @param {number} to */
function betweenWords(from, to) {
  const [a, b] = [partsOf(from), partsOf(to)];
  const year = a.year === b.year ? "" : ` ${a.year}`;
  const month = year === "" && a.month === b.month ? "" : ` ${monthName(a.month)}`;
  return `${a.date}${month}${year} and ${dayWords(to)}`;
}

/**
 * The date for a table cell.
 *
 * @param {Pick<ClashEvent, "start" | "end">} event
 */
export function shortDate({ start, end }) {
  if (start === null && end === null) return "not known";
  if (start === null) return `by ${dayWords(/** @type {number} */ (end), { short: true })}`;
  if (end === null) return `since ${dayWords(start, { short: true })}`;
  return wholePeriodWords(start, end) ?? rangeWords(start, end, { short: true });
}

/** @type {Readonly<Record<string, string>>} */
const DATE_BASIS = {
  explicit: "the text gives the date",
  relative: "counted from the day of publication",
  relative_to_previous_event: "counted from the event told before",
  inferred_same_day: "taken to be the day it was told",
  inferred_publish: "the text gives no date; the days before publication",
  external: "from outside the report",
  imported: "as imported",
};

/** How the date was found. @param {import("./wire.js").EventProperties} props */
export function dateBasisWords(props) {
  const basis = DATE_BASIS[props.date_basis ?? ""] ?? (props.date_basis ? humanise(props.date_basis).toLowerCase() : "");
  const text = props.date_text ? `“${props.date_text}”` : "";
  return [text, basis].filter((part) => part !== "").join(" — ");
}

/**
 * A parsed count next to the words of the text: `2`, `3–5`, `at least 3`.
 *
 * @param {import("./wire.js").Range | undefined} range
 */
export function rangeFigure(range) {
  const low = range?.low ?? null;
  const high = range?.high ?? null;
  if (low === null && high === null) return null;
  if (low === null) return `up to ${formatCount(/** @type {number} */ (high))}`;
  if (high === null) return `at least ${formatCount(low)}`;
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`;
}
