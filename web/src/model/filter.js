/**
 * One filter state drives map, list, histogram and counts. The counts beside a value are crossfiltered: they say how many
 * events there would be with that value under all the *other* filters, so that a zero is seen before the click.
 */
import { KINDS } from "./kinds.js";
import { PRECISIONS } from "./precision.js";
import { STATUS_GROUPS, TIERS } from "./words.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */
/** @typedef {"type" | "precision" | "tier" | "status"} Dimension */
/** @typedef {{from: number, to: number} | null} DayRange closed, in days; null is all of time */
/** @typedef {Readonly<Record<Dimension, readonly string[]>> & {readonly range: DayRange}} Filter chosen values, in order */

/**
 * @typedef {object} DimensionRule
 * @property {Dimension} id
 * @property {string} label
 * @property {readonly {id: string, label: string}[]} values
 * @property {readonly string[]} standard chosen on a fresh page
 * @property {(event: ClashEvent) => string} of
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
];

/** @param {{id: string}} value */
function idOf(value) {
  return value.id;
}

/** @returns {Filter} */
export function standardFilter() {
  const chosen = Object.fromEntries(DIMENSIONS.map((one) => [one.id, one.standard]));
  return /** @type {Filter} */ ({ ...chosen, range: null });
}

/** @param {Dimension} id @returns {DimensionRule} */
export function getDimension(id) {
  const rule = DIMENSIONS.find((one) => one.id === id);
  if (!rule) throw new RangeError(`no filter is called "${id}"`);
  return rule;
}

/**
 * @param {Filter} filter
 * @param {Dimension} id
 * @param {string} value
 * @returns {Filter} with the value taken in or out, values in the order of the panel
 */
export function toggled(filter, id, value) {
  const chosen = new Set(filter[id]);
  if (!chosen.delete(value)) chosen.add(value);
  const ordered = getDimension(id).values.map(idOf);
  return { ...filter, [id]: ordered.filter((one) => chosen.has(one)) };
}

/** @param {Filter} filter @param {Dimension} id */
export function isStandard(filter, id) {
  const { standard } = getDimension(id);
  return filter[id].length === standard.length && standard.every((value) => filter[id].includes(value));
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
 * @property {ClashEvent[]} anyDate that pass every filter but the range: what the timeline draws
 * @property {Record<Dimension, Map<string, number>>} counts crossfiltered
 * @property {number} undated left out only because a range is set and they have no date
 */

/**
 * One pass over the events: O(events × dimensions).
 *
 * @param {readonly ClashEvent[]} events
 * @param {Filter} filter
 * @returns {Filtered}
 */
export function applyFilter(events, filter) {
  const rules = DIMENSIONS.map((rule) => ({ ...rule, chosen: new Set(filter[rule.id]) }));
  const counts = /** @type {Record<Dimension, Map<string, number>>} */ (
    Object.fromEntries(rules.map((rule) => [rule.id, new Map(rule.values.map((value) => [value.id, 0]))]))
  );
  /** @type {Filtered} */
  const result = { events: [], anyDate: [], counts, undated: 0 };
  for (const event of events) {
    const failing = rules.filter((rule) => !rule.chosen.has(rule.of(event)));
    const dated = inRange(event, filter.range);
    if (failing.length === 0) {
      result.anyDate.push(event);
      if (dated) result.events.push(event);
      else if (event.start === null && event.end === null) result.undated += 1;
    }
    if (!dated) continue;
    for (const rule of failing.length === 0 ? rules : failing.length === 1 ? failing : []) {
      const value = rule.of(event);
      counts[rule.id].set(value, (counts[rule.id].get(value) ?? 0) + 1);
    }
  }
  return result;
}

/**
 * For an empty result: each single step back that would bring events, best first.
 *
 * @param {readonly ClashEvent[]} events
 * @param {Filter} filter
 * @returns {{label: string, count: number, filter: Filter}[]}
 */
export function loosened(events, filter) {
  const steps = DIMENSIONS.map((rule) => ({
    label: `${rule.label.replace("?", "")}: all`,
    filter: /** @type {Filter} */ ({ ...filter, [rule.id]: rule.values.map(idOf) }),
  }));
  if (filter.range) steps.unshift({ label: "All dates", filter: { ...filter, range: null } });
  return steps
    .map((step) => ({ ...step, count: applyFilter(events, step.filter).events.length }))
    .filter((step) => step.count > 0)
    .sort((a, b) => b.count - a.count);
}

/**
 * The active filters as chips: what is set, and the filter without it.
 *
 * @param {Filter} filter
 * @param {(range: NonNullable<DayRange>) => string} rangeLabel
 * @returns {{label: string, filter: Filter}[]}
 */
export function chipsOf(filter, rangeLabel) {
  const chips = DIMENSIONS.filter((rule) => !isStandard(filter, rule.id)).map((rule) => {
    const labels = rule.values.filter((value) => filter[rule.id].includes(value.id)).map((value) => value.label);
    const shown = labels.length === 0 ? "none" : labels.length > 2 ? `${labels.length} chosen` : labels.join(", ");
    return {
      label: `${rule.label.replace("?", "")}: ${shown}`,
      filter: /** @type {Filter} */ ({ ...filter, [rule.id]: rule.standard }),
    };
  });
  return filter.range ? [{ label: rangeLabel(filter.range), filter: { ...filter, range: null } }, ...chips] : chips;
}
