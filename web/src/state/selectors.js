/** What the views read, computed from the state and kept while its inputs stay the same. */
import { paintedRegions, rowsByRegion } from "../model/by-region.js";
import { isInside } from "../model/crossfilter.js";
import { filterIndex, indexOf } from "../model/filter.js";
import { contains } from "../model/geometry.js";
import { domainOf } from "../model/histogram.js";
import { marksOf } from "../model/marks.js";

/** @typedef {import("./store.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @template {unknown[]} I
 * @template O
 * @param {(state: State) => [...I]} inputs
 * @param {(...values: I) => O} compute
 * @returns {(state: State) => O}
 */
function selector(inputs, compute) {
  // Two results: views compare the state with the one before, which must not compute either of them again.
  /** @type {{values: I, result: O}[]} */
  let kept = [];
  return (state) => {
    const values = inputs(state);
    let found = kept.find((one) => values.every((value, i) => Object.is(value, one.values[i])));
    if (!found) {
      found = { values, result: compute(...values) };
      kept = [found, ...kept.slice(0, 1)];
    }
    return found.result;
  };
}

export const selectIndex = selector(
  (state) => [state.domain.events],
  (events) => indexOf(events),
);

export const selectFiltered = selector(
  (state) => [selectIndex(state), state.view.filter],
  (index, filter) => filterIndex(index, filter),
);

export const selectMarks = selector(
  (state) => [selectFiltered(state).events, state.domain.detailed],
  (events, _detailed) => marksOf(events),
);

/** Rows of the index by region, of what passes the filters. */
export const selectByRegion = selector(
  (state) => [selectIndex(state), selectFiltered(state)],
  (index, { rows }) => rowsByRegion(index, rows),
);

export const selectPainted = selector(
  (state) => [selectByRegion(state), state.domain.outlines, state.view.measure],
  (byRegion, outlines, measure) => paintedRegions(byRegion, outlines, measure),
);

/** How many events lie at the place somebody searched for; null without one. */
export const selectPlaceCount = selector(
  (state) => [selectIndex(state), selectFiltered(state), state.ui.place],
  (index, filtered, place) => (place ? countAt(index, filtered, place) : null),
);

/** The discs in view, beyond which a density shows more. */
export const selectDiscsInView = selector(
  (state) => [selectMarks(state), state.ui.inView],
  ({ discs }, bounds) => discs.filter(({ at }) => !bounds || isInside(at[0], at[1], bounds)).length,
);

export const selectById = selector(
  (state) => [state.domain.events],
  (events) => new Map(events.map((event) => [event.id, event])),
);

/** The event on the card. @param {State} state @returns {ClashEvent | null} */
export function findSelected(state) {
  return selectById(state).get(state.view.selected ?? "") ?? null;
}

/**
 * The event whose mark stands for the one on the card: itself, or the event it is part of when it has no place of its own.
 *
 * @param {State} state
 * @returns {ClashEvent | null}
 */
export function findMarked(state) {
  const selected = findSelected(state);
  const parent = selected?.precision === "none" ? selected.props.parent_event_id : null;
  return parent ? (selectById(state).get(parent) ?? selected) : selected;
}

/** The days of the timeline: of all events of the shown tiers, so that it stands still under the other filters. */
export const selectDomain = selector(
  (state) => [state.domain.events, state.view.filter.tier],
  (events, tiers) => domainOf(events.filter((event) => tiers.includes(event.tier))),
);

/** The newest day of the shown tiers, from which quick ranges count back. */
export const selectLastDay = selector(
  (state) => [state.domain.events, state.view.filter.tier],
  (events, tiers) => {
    const days = events.filter((event) => tiers.includes(event.tier)).map((event) => event.end ?? event.start);
    return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
  },
);

/**
 * @typedef {object} InView
 * @property {ClashEvent[]} events with a mark inside the map's frame
 * @property {number} byRegion of these, known only by region
 * @property {number} placeless that pass the filter but have no place
 */
export const selectInView = selector(
  (state) => [selectIndex(state), selectFiltered(state), state.ui.inView],
  (index, filtered, bounds) => inViewOf(index, filtered, bounds),
);

/**
 * @param {import("../model/crossfilter.js").Index} index
 * @param {import("../model/filter.js").Filtered} filtered
 * @param {import("./store.js").Bounds | null} bounds
 * @returns {InView}
 */
function inViewOf({ lon, lat }, { events, rows }, bounds) {
  /** @type {ClashEvent[]} */
  const inside = [];
  let byRegion = 0;
  let placeless = 0;
  rows.forEach((row, i) => {
    const event = /** @type {ClashEvent} */ (events[i]);
    if (event.precision === "none") placeless += 1;
    else if (!bounds || isInside(/** @type {number} */ (lon[row]), /** @type {number} */ (lat[row]), bounds)) {
      inside.push(event);
      if (event.precision === "region") byRegion += 1;
    }
  });
  return { events: inside, byRegion, placeless };
}

const NEAR_METERS = 5000; // around a place that is a point
const METERS_PER_DEGREE = 111_320;

/**
 * @param {import("../model/crossfilter.js").Index} index
 * @param {import("../model/filter.js").Filtered} filtered
 * @param {import("./store.js").ShownPlace} place
 */
function countAt({ lon, lat }, { rows }, { outline, point, radiusMeters }) {
  const radius = Math.max(NEAR_METERS, radiusMeters ?? 0);
  let count = 0;
  for (const row of rows) {
    const [x, y] = [lon[row] ?? NaN, lat[row] ?? NaN];
    if (outline) count += Number(contains(outline, x, y));
    else {
      const east = (x - point[0]) * Math.cos((point[1] * Math.PI) / 180) * METERS_PER_DEGREE;
      count += Number(Math.hypot(east, (y - point[1]) * METERS_PER_DEGREE) <= radius);
    }
  }
  return count;
}
