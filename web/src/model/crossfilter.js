/**
 * Events as columns of small whole numbers, so that a filter over a hundred thousand of them takes milliseconds: each value
 * of each dimension has a number, and each event the numbers of its values. Built once per load, read by every filter.
 */
import { anchorOf } from "./marks.js";
import { foldText } from "./place.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */

/**
 * @typedef {object} Column the values of row i are `codes[offsets[i] … offsets[i + 1] - 1]`
 * @property {string[]} values by code
 * @property {Map<string, number>} codeOf
 * @property {Uint32Array} offsets
 * @property {Uint32Array} codes
 *
 * @typedef {object} Index
 * @property {readonly ClashEvent[]} events by row
 * @property {number} length
 * @property {Int32Array} first first possible day; {@link NO_DAY} when open
 * @property {Int32Array} last
 * @property {Float64Array} lon where the event's mark stands; NaN without a place
 * @property {Float64Array} lat
 * @property {ReadonlyMap<string, Column>} columns by dimension
 * @property {(row: number) => string} wordsOf what a search for words looks at, folded
 */

export const NO_DAY = -0x80000000;

/** @typedef {{id: string, valuesOf: (event: ClashEvent) => readonly string[]}} Rule */

/**
 * O(events × dimensions).
 *
 * @param {readonly ClashEvent[]} events
 * @param {readonly Rule[]} rules
 * @returns {Index}
 */
export function buildIndex(events, rules) {
  const length = events.length;
  const first = new Int32Array(length);
  const last = new Int32Array(length);
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  events.forEach((event, row) => {
    first[row] = event.start ?? NO_DAY;
    last[row] = event.end ?? NO_DAY;
    const anchor = event.precision === "none" ? null : anchorOf(event);
    lon[row] = anchor ? anchor[0] : NaN;
    lat[row] = anchor ? anchor[1] : NaN;
  });
  /** @type {(string | undefined)[]} */
  const words = new Array(length);
  return {
    events,
    length,
    first,
    last,
    lon,
    lat,
    columns: new Map(rules.map((rule) => [rule.id, columnOf(events, rule)])),
    wordsOf: (row) => (words[row] ??= searchable(/** @type {ClashEvent} */ (events[row]))),
  };
}

/** @param {readonly ClashEvent[]} events @param {Rule} rule @returns {Column} */
function columnOf(events, { valuesOf }) {
  /** @type {Map<string, number>} */
  const codeOf = new Map();
  const offsets = new Uint32Array(events.length + 1);
  /** @type {number[]} */
  const codes = [];
  events.forEach((event, row) => {
    for (const value of valuesOf(event)) {
      let code = codeOf.get(value);
      if (code === undefined) codeOf.set(value, (code = codeOf.size));
      codes.push(code);
    }
    offsets[row + 1] = codes.length;
  });
  return { values: [...codeOf.keys()], codeOf, offsets, codes: Uint32Array.from(codes) };
}

/** Title, places, actors and the sentences of the evidence. @param {ClashEvent} event */
function searchable({ title, props, actors, regions }) {
  const quotes = (props.sources ?? []).flatMap((source) => (source.evidence ?? []).map((one) => one.quote ?? ""));
  return foldText([title, props.location, props.place_text, props.notes, ...actors, ...regions, ...quotes].filter(Boolean).join(" \n "));
}

/**
 * Whether a frame, which may lie beyond the date line, holds a position.
 *
 * @param {number} lon NaN for none
 * @param {number} lat
 * @param {import("./geometry.js").Bounds} bounds
 */
export function isInside(lon, lat, { west, south, east, north }) {
  if (!(lat >= south && lat <= north)) return false;
  return lon + Math.ceil((west - lon) / 360) * 360 <= east;
}
