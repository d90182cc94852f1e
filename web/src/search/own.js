/** What a search finds in the loaded events besides places: actors by name, and how many events say the words. Pure. */
import { filterIndex } from "../model/filter.js";
import { foldText } from "../model/place.js";

/**
 * Names that have every word typed, the most frequent first; without events under the present filters they are left out.
 *
 * @param {ReadonlyMap<string, number>} counts by actor
 * @param {string} text
 * @param {number} limit
 * @returns {{name: string, count: number}[]}
 */
export function actorsWith(counts, text, limit) {
  const words = foldText(text).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  return [...counts]
    .filter(([name, count]) => count > 0 && words.every((word) => foldText(name).includes(word)))
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

/**
 * @param {import("../model/crossfilter.js").Index} index
 * @param {import("../model/filter.js").Filter} filter the words of which these take the place
 * @param {string} words
 */
export function countWithWords(index, filter, words) {
  return filterIndex(index, { ...filter, words }).events.length;
}
