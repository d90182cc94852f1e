/** Keeps the address in step with the view: a new entry for each event or view, the same entry for moves and filters. */
import { readHash, writeHash } from "./url-state.js";

const REPLACE_MS = 250; // browsers refuse more than about a hundred changes of the address in half a minute

/**
 * @param {import("./store.js").Store} store
 * @param {Pick<Window, "history" | "location" | "addEventListener" | "setTimeout">} page
 */
export function syncAddress(store, page) {
  let waiting = false;

  function replace() {
    waiting = false;
    const hash = writeHash(store.get().view);
    if (hash !== page.location.hash) page.history.replaceState(null, "", hash);
  }

  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    const entered = state.view.selected !== before.view.selected || state.view.mode !== before.view.mode || state.view.style !== before.view.style;
    const hash = writeHash(state.view);
    if (entered && hash !== page.location.hash) page.history.pushState(null, "", hash);
    else if (!waiting) {
      waiting = true;
      page.setTimeout(replace, REPLACE_MS);
    }
  });

  page.addEventListener("popstate", () => {
    const linked = readHash(page.location.hash);
    const { camera } = store.get().view;
    store.update("view", { ...linked, camera: linked.camera ?? camera, pile: [] });
  });

  /** The version of the data on screen. @returns {string | null} */
  function dataVersion() {
    const { view, domain } = store.get();
    const newest = domain.landing.data_version;
    return domain.past ? view.pinned : newest === undefined ? null : String(newest);
  }

  return {
    dataVersion,

    /** The address of the view as it is now, with the version of the data it was seen with. */
    permalink() {
      const { view } = store.get();
      const { origin, pathname } = page.location;
      return `${origin}${pathname}${writeHash({ ...view, pinned: null }, { dataVersion: dataVersion() })}`;
    },
  };
}
