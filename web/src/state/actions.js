/** Everything a reader can do, as named changes of the store. Views call these and nothing else. */
import { getDimension, standardFilter, toggled } from "../model/filter.js";

/** @typedef {import("./store.js").Store} Store */

/**
 * @param {Store} store
 * @param {{load: () => void}} effects what reaches beyond the store
 */
export function createActions(store, { load }) {
  /** @param {import("../model/filter.js").Filter} filter */
  const setFilter = (filter) => store.update("view", { filter });

  return {
    setFilter,
    retry: load,

    /** @param {import("../model/filter.js").Dimension | import("../model/filter.js").Facet} id @param {string} value */
    toggle(id, value) {
      setFilter(toggled(store.get().view.filter, id, value));
    },

    /** One value and no other, or back to the standard. @param {import("../model/filter.js").Dimension} id @param {string} value */
    only(id, value) {
      const { filter } = store.get().view;
      const alone = filter[id].length === 1 && filter[id][0] === value;
      setFilter({ ...filter, [id]: alone ? getDimension(id).standard : [value] });
    },

    /** @param {string} words all of which the text must have; empty for any text */
    setWords(words) {
      setFilter({ ...store.get().view.filter, words: words.replace(/\s+/g, " ").trim() });
    },

    /** Only what the map shows, now and as it moves; or anywhere. @param {boolean} inView */
    followMap(inView) {
      setFilter({ ...store.get().view.filter, inView, area: inView ? store.get().ui.inView : null });
    },

    /** @param {import("./store.js").Bounds | null} area */
    setArea(area) {
      setFilter({ ...store.get().view.filter, inView: false, area });
    },

    clearFilters() {
      setFilter(standardFilter());
    },

    /** @param {import("../model/filter.js").DayRange} range */
    setRange(range) {
      setFilter({ ...store.get().view.filter, range });
    },

    /**
     * Opens the card. The pile stays when the event is part of it, so that a reader can go back to it.
     *
     * @param {string} id
     */
    select(id) {
      const { pile } = store.get().view;
      store.update("view", { selected: id, pile: pile.includes(id) ? pile : [] });
      store.update("ui", { sheet: "event", cardOpen: true });
    },

    /** Several events behind one mark. @param {readonly string[]} ids */
    openPile(ids) {
      store.update("view", { pile: ids, selected: ids.length === 1 ? (ids[0] ?? null) : null });
      store.update("ui", { sheet: "event", cardOpen: true });
    },

    /** From the card back to the pile, from the pile back to the overview. */
    close() {
      const { selected, pile } = store.get().view;
      if (selected !== null && pile.length > 1) store.update("view", { selected: null });
      else {
        store.update("view", { selected: null, pile: [] });
        store.update("ui", { sheet: "none", place: null });
      }
    },

    /** A place that somebody searched for; null takes it off the map. @param {import("./store.js").ShownPlace | null} place */
    showPlace(place) {
      store.update("ui", { place });
    },

    /** @param {"map" | "list"} mode */
    setMode(mode) {
      store.update("view", { mode });
      store.update("ui", { sheet: "none" });
    },

    /** From the data that a link cites to those of now. */
    showNewest() {
      store.update("view", { pinned: null });
      load();
    },

    /** @param {import("./store.js").MapStyle} style */
    setStyle(style) {
      store.update("view", { style, mode: "map" });
    },

    /** @param {import("../model/by-region.js").Measure} measure */
    setMeasure(measure) {
      store.update("view", { measure });
    },

    /** @param {boolean} playing */
    setPlaying(playing) {
      store.update("ui", { playing });
    },

    /** @param {string} language */
    setLanguage(language) {
      store.update("view", { language });
    },

    /** @param {import("./store.js").Sheet} sheet */
    openSheet(sheet) {
      store.update("ui", { sheet: store.get().ui.sheet === sheet ? "none" : sheet });
    },

    /** @param {"filtersOpen" | "cardOpen"} panel */
    togglePanel(panel) {
      store.update("ui", { [panel]: !store.get().ui[panel] });
    },

    nextTheme() {
      const next = /** @type {const} */ ({ system: "light", light: "dark", dark: "system" });
      store.update("ui", { theme: next[store.get().ui.theme] });
    },

    /** @param {import("./store.js").Camera} camera @param {import("./store.js").Bounds} inView */
    moved(camera, inView) {
      const { filter } = store.get().view;
      store.update("view", filter.inView ? { camera, filter: { ...filter, area: inView } } : { camera });
      store.update("ui", { inView });
    },
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */
