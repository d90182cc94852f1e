/** Loads the data into the store. The last good data stay on screen whatever happens. */
import { newestFirst, readEvents } from "../model/event.js";

/**
 * @param {import("./store.js").Store} store
 * @param {object} source
 * @param {(onPage: (collection: unknown) => void, asOf: string | null) => Promise<boolean>} source.eachPage false when a newer load took over
 * @param {() => Promise<import("../model/wire.js").Landing>} source.landing
 * @param {() => number | null} source.keptAt epoch milliseconds when the data come from the browser's own store
 * @param {(error: unknown) => string} messageOf
 * @param {() => number} now epoch milliseconds
 */
export function createLoader(store, { eachPage, landing, keptAt }, messageOf, now) {
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
    const first = store.get().domain.events.length === 0;
    try {
      const finished = await eachPage((collection) => {
        const page = readEvents(collection);
        events.push(...page.events);
        refused += page.refused;
        store.update("domain", { loaded: events.length });
        // A first load shows what has come at 1, 2, 4, 8… pages; a reload keeps the last good data until it is whole.
        pages += 1;
        if (first && Math.log2(pages) % 1 === 0) store.update("domain", { events: [...events].sort(newestFirst) });
      }, asOf);
      if (!finished) return;
      store.update("domain", { status: "ready", events: events.sort(newestFirst), refused, loadedAt: keptAt() ?? now(), kept: keptAt() !== null, past: asOf !== null });
    } catch (error) {
      store.update("domain", { status: "failed", problem: messageOf(error) });
    }
  };
}
