/** Completes light events: the one on the card, those of a page of the list, and the routes, whose lines the map draws. */
import { complete } from "../model/columns.js";
import { readEvents } from "../model/event.js";
import { selectById } from "./selectors.js";

const MOST_ROUTES = 200;

/**
 * @param {import("./store.js").Store} store
 * @param {(ids: readonly string[]) => Promise<unknown>} details a FeatureCollection of the events
 */
export function followDetails(store, details) {
  /** @type {Set<string>} */
  const asked = new Set();

  /** @param {readonly string[]} ids @returns {Promise<void>} */
  async function want(ids) {
    const byId = selectById(store.get());
    const missing = ids.filter((id) => byId.get(id)?.light && !asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.add(id);
    try {
      for (const whole of readEvents(await details(missing)).events) {
        const light = byId.get(whole.id);
        if (light?.light) complete(light, whole);
      }
      store.update("domain", { detailed: store.get().domain.detailed + 1 });
    } finally {
      for (const id of missing) asked.delete(id);
    }
  }

  store.subscribe((state, before) => {
    const { selected } = state.view;
    const fresh = state.domain.events !== before.domain.events;
    if (selected && (fresh || selected !== before.view.selected)) want([selected]).catch(() => {});
    if (!fresh) return;
    const routes = state.domain.events.filter((event) => event.light && event.precision === "route").slice(0, MOST_ROUTES);
    want(routes.map((event) => event.id)).catch(() => {});
  });

  return want;
}
