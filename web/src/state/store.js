/**
 * The page's one store: data flows from here to the views, and back only through actions. Three parts, changed apart:
 * `domain` what the server said, `view` what a link must carry, `ui` what stays with this reader.
 */

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../model/filter.js").Filter} Filter */

/**
 * @typedef {object} Domain
 * @property {"loading" | "ready" | "failed"} status failed keeps the last good data
 * @property {readonly ClashEvent[]} events newest first
 * @property {number} loaded events so far, while loading
 * @property {number} refused features that could not be read
 * @property {string | null} problem what failed, in words
 * @property {number | null} loadedAt epoch milliseconds of the last good load
 * @property {number} matched events that the server has; more than `events` when only the newest are here
 * @property {number} detailed how often light events were completed
 * @property {boolean} past the data are those that the link cites and not the newest
 * @property {boolean} kept the data come from this browser's store and may have changed since
 * @property {import("../model/wire.js").Landing} landing
 * @property {ReadonlyMap<string, import("../model/by-region.js").Outline | null>} outlines of regions asked for; null where none is known
 *
 * @typedef {{lat: number, lon: number, zoom: number}} Camera
 *
 * @typedef {object} View
 * @property {Filter} filter
 * @property {string | null} selected id of the event on the card
 * @property {readonly string[]} pile ids of the events on the disc or badge that was clicked
 * @property {"map" | "list"} mode
 * @property {MapStyle} style how the map shows the events
 * @property {import("../model/by-region.js").Measure} measure of the regions
 * @property {string} language of the place names on the map
 * @property {string | null} pinned version of the data that a link cites; null for the newest
 * @property {Camera | null} camera null until the map has looked at the data
 *
 * @typedef {"events" | "density" | "region"} MapStyle
 * @typedef {"system" | "light" | "dark"} ThemeChoice
 * @typedef {"none" | "filters" | "event"} Sheet on narrow screens
 * @typedef {import("../model/geometry.js").Bounds} Bounds
 *
 * @typedef {import("../model/place.js").FoundPlace & {outline: GeoJSON.Geometry | null}} ShownPlace
 *
 * @typedef {object} Ui
 * @property {ThemeChoice} theme
 * @property {boolean} filtersOpen
 * @property {boolean} cardOpen
 * @property {Sheet} sheet
 * @property {Bounds | null} inView what the map shows
 * @property {ShownPlace | null} place somebody searched for
 * @property {boolean} online as far as the browser knows
 * @property {boolean} playing the timeline moves by itself
 *
 * @typedef {{domain: Domain, view: View, ui: Ui}} State
 */

/**
 * The state of a page before anything is loaded.
 *
 * @param {Omit<View, "pile">} linked
 * @param {Pick<Ui, "theme" | "filtersOpen" | "cardOpen">} preferences
 * @param {boolean} online
 * @returns {State}
 */
export function firstState(linked, preferences, online) {
  return {
    domain: {
      status: "loading",
      events: [],
      loaded: 0,
      refused: 0,
      problem: null,
      loadedAt: null,
      kept: false,
      past: false,
      matched: 0,
      detailed: 0,
      landing: {},
      outlines: new Map(),
    },
    view: { ...linked, pile: [] },
    ui: { ...preferences, sheet: "none", inView: null, place: null, playing: false, online },
  };
}

/** The map's store. @param {State} initial */
export function createStore(initial) {
  return createStoreOf(initial);
}

/**
 * A store of any state whose members are its parts.
 *
 * @template {object} S
 * @param {S} initial
 */
export function createStoreOf(initial) {
  let state = initial;
  /** @type {Set<(state: S, before: S) => void>} */
  const listeners = new Set();
  let notifying = false;
  let seen = initial;

  /** Changes made by a listener are told in a further round, never in the middle of one. */
  function notify() {
    if (notifying) return;
    notifying = true;
    try {
      while (seen !== state) {
        const before = seen;
        seen = state;
        for (const listener of listeners) listener(seen, before);
      }
    } finally {
      notifying = false;
    }
  }

  return {
    get: () => state,

    /**
     * @template {keyof S} P
     * @param {P} part
     * @param {Partial<S[P]>} change
     */
    update(part, change) {
      const now = /** @type {object} */ (state[part]);
      const differs = Object.entries(change).some(([key, value]) => !Object.is(Reflect.get(now, key), value));
      if (!differs) return;
      state = { ...state, [part]: { ...now, ...change } };
      notify();
    },

    /** @param {(state: S, before: S) => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
