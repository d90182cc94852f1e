/** Loads the data into the store. The last good data stay on screen whatever happens. */
import { readColumns } from "../model/columns.js";
import { newestFirst, readEvents } from "../model/event.js";

/**
 * @param {import("./store.js").Store} store
 * @param {object} source
 * @param {(onPage: (collection: unknown) => boolean | void, asOf: string | null) => Promise<boolean>} source.eachPage false when a newer load took over
 * @param {() => Promise<import("../model/wire.js").Landing>} source.landing
 * @param {() => Promise<ArrayBuffer | null>} source.columns all events without their words; null when a newer load took over
 * @param {() => number | null} source.keptAt epoch milliseconds when the data come from the browser's own store
 * @param {(error: unknown) => string} messageOf
 * @param {() => number} now epoch milliseconds
 */
export function createLoader(store, { eachPage, columns, landing, keptAt }, messageOf, now) {
  /** @returns {Promise<{events: import("../model/event.js").ClashEvent[], matched: number} | null | undefined>} undefined without columns */
  async function lightEvents() {
    try {
      const buffer = await columns();
      if (buffer === null) return null;
      const { events, matched } = readColumns(buffer);
      return { events, matched };
    } catch {
      return undefined; // a server without columns, or one that speaks another form of them: page by page, then
    }
  }

  return async function load() {
    store.update("domain", { status: "loading", problem: null, loaded: 0 });
    // What the data are is said beside them; without it the map still works.
    const told = landing().then(
      (found) => store.update("domain", { landing: found }),
      () => {},
    );
    const { pinned } = store.get().view;
    if (pinned !== null) await told;
    const newest = store.get().domain.landing.data_version;
    const asOf = pinned !== null && String(newest) !== pinned ? pinned : null;
    /** @type {import("../model/event.js").ClashEvent[]} */
    const events = [];
    let refused = 0;
    let pages = 0;
    let many = false; // more than a page: the columns bring them all at once
    const first = store.get().domain.events.length === 0;
    try {
      const finished = await eachPage((collection) => {
        const page = readEvents(collection);
        events.push(...page.events);
        refused += page.refused;
        store.update("domain", { loaded: events.length });
        // A first load shows what has come at 1, 2, 4, 8… pages; a reload keeps the last good data until it is whole.
        pages += 1;
        if (asOf === null && pages === 1) many = matchedOf(collection) > events.length + refused;
        if (first && Math.log2(pages) % 1 === 0) store.update("domain", { events: [...events].sort(newestFirst) });
        return !many;
      }, asOf);
      if (!finished) return;
      if (many) {
        const light = await lightEvents();
        if (light === null) return;
        if (light) {
          store.update("domain", { status: "ready", ...light, refused, loadedAt: keptAt() ?? now(), kept: keptAt() !== null, past: false });
          return;
        }
        events.length = 0;
        if (!(await eachPage((collection) => void events.push(...readEvents(collection).events), asOf))) return;
      }
      store.update("domain", { status: "ready", events: events.sort(newestFirst), refused, loadedAt: keptAt() ?? now(), kept: keptAt() !== null, past: asOf !== null, matched: events.length });
    } catch (error) {
      store.update("domain", { status: "failed", problem: messageOf(error) });
    }
  };
}

/** @param {unknown} collection */
function matchedOf(collection) {
  return Number(/** @type {{numberMatched?: unknown}} */ (collection ?? {}).numberMatched) || 0;
}
