/** Brings the outlines of the regions that the map is to paint: the ones with the most events first, a few at a time. */
import { selectByRegion } from "./selectors.js";

const AT_ONCE = 3;
const MOST = 300;

/**
 * @param {import("./store.js").Store} store
 * @param {(country: string, region: string) => Promise<import("../model/by-region.js").Outline | null>} outline
 */
export function followRegions(store, outline) {
  /** @type {Set<string>} */
  const asked = new Set();
  let running = 0;

  function next() {
    const state = store.get();
    if (state.view.style !== "region" || running >= AT_ONCE || asked.size >= MOST) return;
    const wanted = [...selectByRegion(state)].filter(([key]) => !asked.has(key));
    const [best] = wanted.sort((a, b) => b[1].length - a[1].length);
    if (!best) return;
    const [key] = best;
    const [country = "", region = ""] = key.split("/");
    asked.add(key);
    running += 1;
    outline(country, region)
      .catch(() => null) // a region without its outline is counted in the legend
      .then((found) => {
        running -= 1;
        store.update("domain", { outlines: new Map([...store.get().domain.outlines, [key, found]]) });
        next();
      });
    next();
  }

  store.subscribe((state, before) => {
    if (state.view !== before.view || state.domain.events !== before.domain.events) next();
  });
  next();
}
