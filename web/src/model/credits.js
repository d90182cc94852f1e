/** Whom to name for the places: one entry per source and licence, however many layers come from it. */

/**
 * @typedef {object} Credit as `/api` gives it, one per layer in use
 * @property {string} [source]
 * @property {string} [licence]
 * @property {string} [url]
 * @property {string} [layer]
 * @property {number} [places]
 *
 * @typedef {{source: string, licence: string, url: string | undefined, layers: string[], places: number}} SourceCredit
 */

/** Sources named in the corner of the map; the panel names all. */
const SHOWN_SOURCES = 3;

/** @param {readonly Credit[]} credits @returns {SourceCredit[]} in the order in which they come */
export function bySource(credits) {
  /** @type {Map<string, SourceCredit>} */
  const found = new Map();
  for (const { source, licence = "", url, layer, places = 0 } of credits) {
    const name = source || url || "source not named";
    const key = JSON.stringify([name, licence]);
    const one = found.get(key) ?? { source: name, licence, url, layers: [], places: 0 };
    found.set(key, one);
    if (layer) one.layers.push(layer);
    one.places += places;
  }
  return [...found.values()];
}

/**
 * The line for the corner of the map: sources of places whose licence wants them named, but for GeoNames under its usual
 * licence, which the base map names already. Empty when there is nothing to add.
 *
 * @param {readonly Credit[]} credits
 */
export function placesCredit(credits) {
  const due = bySource(credits).filter(
    ({ source, licence }) => !/^(public domain|CC0\b)/i.test(licence) && !(source.startsWith("GeoNames") && licence === "CC BY 4.0"),
  );
  if (due.length === 0) return "";
  const named = due.slice(0, SHOWN_SOURCES).map(({ source, licence }) => (licence ? `${source} (${licence})` : source));
  const more = due.length - named.length;
  return `Places: ${named.join(" · ")}${more > 0 ? ` · ${more} more, see Data and licences` : ""}`;
}
