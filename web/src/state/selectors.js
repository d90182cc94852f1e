/** What the views read, computed from the state and kept while its inputs stay the same. */
import { applyFilter } from "../model/filter.js";
import { domainOf } from "../model/histogram.js";
import { marksOf, anchorOf } from "../model/marks.js";

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
  /** @type {{values: I, result: O} | null} */
  let last = null;
  return (state) => {
    const values = inputs(state);
    if (!last || values.some((value, i) => !Object.is(value, last?.values[i]))) {
      last = { values, result: compute(...values) };
    }
    return last.result;
  };
}

export const selectFiltered = selector(
  (state) => [state.domain.events, state.view.filter],
  (events, filter) => applyFilter(events, filter),
);

export const selectMarks = selector(
  (state) => [selectFiltered(state).events],
  (events) => marksOf(events),
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
  (state) => [selectFiltered(state).events, state.ui.inView],
  (events, bounds) => inViewOf(events, bounds),
);

/**
 * @param {readonly ClashEvent[]} events
 * @param {import("./store.js").Bounds | null} bounds
 * @returns {InView}
 */
function inViewOf(events, bounds) {
  const placed = events.filter((event) => event.precision !== "none");
  const inside = bounds ? placed.filter((event) => isInside(event, bounds)) : placed;
  return {
    events: inside,
    byRegion: inside.filter((event) => event.precision === "region").length,
    placeless: events.length - placed.length,
  };
}

/** @param {ClashEvent} event @param {import("./store.js").Bounds} bounds */
function isInside(event, { west, south, east, north }) {
  const anchor = anchorOf(event);
  if (!anchor || anchor[1] < south || anchor[1] > north) return false;
  // The frame may lie beyond the date line; a mark is drawn in every copy of the world that is seen.
  const lon = anchor[0] + Math.ceil((west - anchor[0]) / 360) * 360;
  return lon <= east;
}
