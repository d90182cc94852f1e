/**
 * Counts per first-level region, and the classes that a map of them is painted in. Where fewer than five events lie the
 * number is too small to compare and is hatched instead of painted.
 */

/** @typedef {import("./crossfilter.js").Index} Index */
/** @typedef {"count" | "people"} Measure events, or events per 100,000 people */

/** @typedef {{geometry: GeoJSON.Geometry, population: number | null}} Outline */

/**
 * @typedef {object} PaintedRegion
 * @property {string} key country, slash, region
 * @property {GeoJSON.Geometry} area
 * @property {number} count
 * @property {number} value of the measure
 * @property {number} grade class from 0; -1 for too few
 */

export const SMALLEST_COUNT = 5;
const MOST_CLASSES = 5;
const PER_PEOPLE = 100_000;

/**
 * @param {Index} index
 * @param {Uint32Array} rows
 * @returns {Map<string, number[]>} rows by region, only of events whose region is known
 */
export function rowsByRegion({ columns }, rows) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  const column = columns.get("region");
  if (!column) return found;
  for (const row of rows) {
    for (let at = column.offsets[row] ?? 0; at < (column.offsets[row + 1] ?? 0); at += 1) {
      const key = column.values[column.codes[at] ?? 0] ?? "";
      if (!key.includes("/")) continue;
      const members = found.get(key);
      if (members) members.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}

/**
 * @param {ReadonlyMap<string, readonly unknown[]>} byRegion
 * @param {ReadonlyMap<string, Outline | null>} outlines those that are known so far
 * @param {Measure} measure
 * @returns {{regions: PaintedRegion[], breaks: number[]}} breaks: the lower bound of each class
 */
export function paintedRegions(byRegion, outlines, measure) {
  const known = [...byRegion].flatMap(([key, rows]) => {
    const outline = outlines.get(key);
    if (!outline) return [];
    const value = valueOf(rows.length, outline.population, measure);
    return value === null ? [] : [{ key, area: outline.geometry, count: rows.length, value }];
  });
  const breaks = breaksOf(known.filter((one) => one.count >= SMALLEST_COUNT).map((one) => one.value));
  const regions = known
    .map((one) => ({ ...one, grade: one.count < SMALLEST_COUNT ? -1 : breaks.findLastIndex((lower) => one.value >= lower) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { regions, breaks };
}

/** @param {number} count @param {number | null} population @param {Measure} measure */
function valueOf(count, population, measure) {
  if (measure === "count") return count;
  return population ? (count * PER_PEOPLE) / population : null;
}

/**
 * At most five classes whose bounds are 1, 2 or 5 times a power of ten, evenly spread over the powers that the values span.
 *
 * @param {readonly number[]} values
 * @returns {number[]} lower bounds, ascending; the first lies at or below every value
 */
export function breaksOf(values) {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [0];
  const least = Math.min(...positive);
  const most = Math.max(...positive);
  /** @type {number[]} */
  const steps = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power += 1) {
    for (const digit of [1, 2, 5]) steps.push(Number((digit * 10 ** power).toPrecision(1)));
  }
  const first = Math.max(0, steps.findLastIndex((step) => step <= least));
  const used = steps.slice(first).filter((step) => step <= most);
  const every = Math.ceil(used.length / MOST_CLASSES);
  return used.filter((_, i) => i % every === 0);
}
