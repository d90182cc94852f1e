/**
 * One filter state drives map, list, histogram and counts. The counts beside a value are crossfiltered: they say how many
 * events there would be with that value under all the *other* filters, so that a zero is seen before the click.
 */
import { buildIndex, isInside, NO_DAY } from "./crossfilter.js";
import { KINDS } from "./kinds.js";
import { foldText } from "./place.js";
import { PRECISIONS } from "./precision.js";
import { SOURCE_COUNTS, STATUS_GROUPS, TIERS } from "./words.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */
/** @typedef {import("./crossfilter.js").Index} Index */
/** @typedef {"type" | "precision" | "tier" | "status" | "sources"} Dimension with values known beforehand */
/** @typedef {"region" | "actor" | "publisher" | "language"} Facet with values found in the data; nothing chosen is all */
/** @typedef {{from: number, to: number} | null} DayRange closed, in days; null is all of time */
/** @typedef {import("./geometry.js").Bounds} Bounds */

/**
 * @typedef {Readonly<Record<Dimension | Facet, readonly string[]>>} Chosen values, in order
 * @typedef {Chosen & {readonly range: DayRange, readonly words: string, readonly area: Bounds | null, readonly inView: boolean}} Filter
 *   words: all of which the text must have; inView: the area is what the map shows, and moves with it
 */

/**
 * @typedef {object} DimensionRule
 * @property {Dimension} id
 * @property {string} label
 * @property {readonly {id: string, label: string}[]} values
 * @property {readonly string[]} standard chosen on a fresh page
 * @property {(event: ClashEvent) => string} of
 *
 * @typedef {object} FacetRule
 * @property {Facet} id
 * @property {string} label
 * @property {string} all what it is called when nothing is chosen
 * @property {(event: ClashEvent) => readonly string[]} of
 */

/** @type {readonly DimensionRule[]} */
export const DIMENSIONS = [
  { id: "type", label: "Event type", values: KINDS, standard: KINDS.map(idOf), of: (e) => e.kind },
  {
    id: "precision",
    label: "How exact is the place?",
    values: PRECISIONS,
    standard: PRECISIONS.map(idOf),
    of: (e) => e.precision,
  },
  { id: "tier", label: "What is shown?", values: TIERS, standard: ["1"], of: (e) => e.tier },
  {
    id: "status",
    label: "Checked by a person?",
    values: STATUS_GROUPS,
    standard: ["reviewed", "in_review", "machine"],
    of: (e) => e.status,
  },
  {
    id: "sources",
    label: "Independent sources",
    values: SOURCE_COUNTS,
    standard: SOURCE_COUNTS.map(idOf),
    of: (e) => e.independent,
  },
];

/** @type {readonly FacetRule[]} */
export const FACETS = [
  { id: "region", label: "Region", all: "All regions", of: (e) => e.regions },
  { id: "actor", label: "Actor, as stated", all: "All actors", of: (e) => e.actors },
  { id: "publisher", label: "Source", all: "All sources", of: (e) => e.publishers },
  { id: "language", label: "Language of the report", all: "All languages", of: (e) => e.languages },
];

const RULES = [
  ...DIMENSIONS.map(({ id, of }) => ({ id, valuesOf: (/** @type {ClashEvent} */ event) => [of(event)] })),
  ...FACETS.map(({ id, of }) => ({ id, valuesOf: of })),
];

/** @param {{id: string}} value */
function idOf(value) {
  return value.id;
}

/** @returns {Filter} */
export function standardFilter() {
  const chosen = Object.fromEntries([
    ...DIMENSIONS.map((one) => [one.id, one.standard]),
    ...FACETS.map((one) => [one.id, /** @type {string[]} */ ([])]),
  ]);
  return /** @type {Filter} */ ({ ...chosen, range: null, words: "", area: null, inView: false });
}

/** @param {Dimension} id @returns {DimensionRule} */
export function getDimension(id) {
  const rule = DIMENSIONS.find((one) => one.id === id);
  if (!rule) throw new RangeError(`no filter is called "${id}"`);
  return rule;
}

/** @param {string} id @returns {id is Facet} */
export function isFacet(id) {
  return FACETS.some((one) => one.id === id);
}

/**
 * @param {Filter} filter
 * @param {Dimension | Facet} id
 * @param {string} value
 * @returns {Filter} with the value taken in or out, values in the order of the panel or of the alphabet
 */
export function toggled(filter, id, value) {
  const chosen = new Set(filter[id]);
  if (!chosen.delete(value)) chosen.add(value);
  if (isFacet(id)) return { ...filter, [id]: [...chosen].sort() };
  const ordered = getDimension(id).values.map(idOf);
  return { ...filter, [id]: ordered.filter((one) => chosen.has(one)) };
}

/** @param {Filter} filter @param {Dimension | Facet} id */
export function isStandard(filter, id) {
  if (isFacet(id)) return filter[id].length === 0;
  const { standard } = getDimension(id);
  return filter[id].length === standard.length && standard.every((value) => filter[id].includes(value));
}

/** Nothing is set that a reader could clear. @param {Filter} filter */
export function isAllStandard(filter) {
  const rules = [...DIMENSIONS, ...FACETS];
  return filter.range === null && filter.words === "" && filter.area === null && rules.every((rule) => isStandard(filter, rule.id));
}

/**
 * Whether an event may lie in the range: any of its possible days does. Without dates it lies only in all of time.
 *
 * @param {Pick<ClashEvent, "start" | "end">} event
 * @param {DayRange} range
 */
export function inRange({ start, end }, range) {
  if (!range) return true;
  if (start === null && end === null) return false;
  return (start ?? -Infinity) <= range.to && (end ?? Infinity) >= range.from;
}

/**
 * @typedef {object} Filtered
 * @property {ClashEvent[]} events that pass every filter, in the order given
 * @property {Uint32Array} rows their rows in the index
 * @property {ClashEvent[]} anyDate that pass every filter but the range: what the timeline draws
 * @property {Record<Dimension | Facet, Map<string, number>>} counts crossfiltered
 * @property {number} undated left out only because a range is set and they have no date
 */

/** @param {readonly ClashEvent[]} events @returns {Index} */
export function indexOf(events) {
  return buildIndex(events, RULES);
}

/**
 * One pass over the index: O(events × dimensions), without touching an event that fails two of them.
 *
 * @param {Index} index
 * @param {Filter} filter
 * @returns {Filtered}
 */
export function filterIndex(index, filter) {
  const tests = RULES.map(({ id }) => testOf(index, filter, /** @type {Dimension | Facet} */ (id)));
  const words = foldText(filter.words).split(" ").filter(Boolean);
  const { range, area } = filter;
  /** @type {ClashEvent[]} */
  const events = [];
  /** @type {ClashEvent[]} */
  const anyDate = [];
  const rows = new Uint32Array(index.length);
  let undated = 0;
  for (let row = 0; row < index.length; row += 1) {
    const failing = failingOf(tests, row);
    if (failing === SEVERAL) continue;
    if (area && !isInside(/** @type {number} */ (index.lon[row]), /** @type {number} */ (index.lat[row]), area)) continue;
    if (words.length > 0 && !hasWords(index.wordsOf(row), words)) continue;
    const dated = range === null || isDated(index, row, range);
    const event = /** @type {ClashEvent} */ (index.events[row]);
    if (failing === NONE) {
      anyDate.push(event);
      if (dated) {
        rows[events.length] = row;
        events.push(event);
      } else if (event.start === null && event.end === null) undated += 1;
    }
    if (!dated) continue;
    if (failing !== NONE) count(/** @type {Test} */ (tests[failing]), row);
    else for (const test of tests) count(test, row);
  }
  return { events, rows: rows.slice(0, events.length), anyDate, counts: countsOf(tests), undated };
}

/**
 * The same over a plain list, for a single question.
 *
 * @param {readonly ClashEvent[]} events
 * @param {Filter} filter
 */
export function applyFilter(events, filter) {
  return filterIndex(indexOf(events), filter);
}

const NONE = -1;
const SEVERAL = -2;

/**
 * @typedef {object} Test
 * @property {string} id
 * @property {import("./crossfilter.js").Column} column
 * @property {Uint8Array | null} wanted by code; null lets everything pass
 * @property {Uint32Array} counts by code
 */

/** @param {Index} index @param {Filter} filter @param {Dimension | Facet} id @returns {Test} */
function testOf(index, filter, id) {
  const column = /** @type {import("./crossfilter.js").Column} */ (index.columns.get(id));
  const counts = new Uint32Array(column.values.length);
  if (isFacet(id) && filter[id].length === 0) return { id, column, wanted: null, counts };
  const chosen = new Set(filter[id]);
  return { id, column, wanted: Uint8Array.from(column.values, (value) => Number(chosen.has(value))), counts };
}

/** @param {readonly Test[]} tests @param {number} row @returns {number} the one test that fails, NONE or SEVERAL */
function failingOf(tests, row) {
  let failing = NONE;
  for (let i = 0; i < tests.length; i += 1) {
    const { wanted, column } = /** @type {Test} */ (tests[i]);
    if (wanted === null || passes(wanted, column, row)) continue;
    if (failing !== NONE) return SEVERAL;
    failing = i;
  }
  return failing;
}

/** @param {Uint8Array} wanted @param {import("./crossfilter.js").Column} column @param {number} row */
function passes(wanted, { offsets, codes }, row) {
  const end = /** @type {number} */ (offsets[row + 1]);
  for (let at = /** @type {number} */ (offsets[row]); at < end; at += 1) {
    if (wanted[/** @type {number} */ (codes[at])] === 1) return true;
  }
  return false;
}

/** @param {Test} test @param {number} row */
function count({ column: { offsets, codes }, counts }, row) {
  const end = /** @type {number} */ (offsets[row + 1]);
  for (let at = /** @type {number} */ (offsets[row]); at < end; at += 1) {
    const code = /** @type {number} */ (codes[at]);
    counts[code] = /** @type {number} */ (counts[code]) + 1;
  }
}

/** @param {readonly Test[]} tests */
function countsOf(tests) {
  const all = tests.map(({ id, column, counts }) => {
    /** @type {Map<string, number>} */
    const map = new Map();
    if (!isFacet(id)) for (const value of getDimension(/** @type {Dimension} */ (id)).values) map.set(value.id, 0);
    column.values.forEach((value, code) => map.set(value, counts[code] ?? 0));
    return [id, map];
  });
  return /** @type {Record<Dimension | Facet, Map<string, number>>} */ (Object.fromEntries(all));
}

/** @param {Index} index @param {number} row @param {NonNullable<DayRange>} range */
function isDated({ first, last }, row, { from, to }) {
  const start = /** @type {number} */ (first[row]);
  const end = /** @type {number} */ (last[row]);
  if (start === NO_DAY && end === NO_DAY) return false;
  return start <= to && (end === NO_DAY || end >= from); // an open first day is before every other
}

/** @param {string} text @param {readonly string[]} words */
function hasWords(text, words) {
  return words.every((word) => text.includes(word));
}
