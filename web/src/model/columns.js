/**
 * Events from the server's binary columns (`application/vnd.clashmap.columns`): all that map, filters and timeline need of
 * a hundred thousand of them, without their words. An event read so is light; its whole record is put in when it is shown.
 */
import { precisionOf } from "./precision.js";
import { kindOf } from "./kinds.js";
import { newestFirst, statusGroup } from "./event.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */

const MAGIC = 0x434d4331;
const NONE = -0x80000000;
const REGION_ONLY = 1;
const LINE = 2;
const PER_DEGREE = 1e6;

/** @type {Readonly<Record<string, {of: (buffer: ArrayBuffer, at: number, count: number) => ArrayLike<number>}>>} */
const TYPES = {
  i32: { of: (buffer, at, count) => new Int32Array(buffer, at, count) },
  u32: { of: (buffer, at, count) => new Uint32Array(buffer, at, count) },
  u16: { of: (buffer, at, count) => new Uint16Array(buffer, at, count) },
  u8: { of: (buffer, at, count) => new Uint8Array(buffer, at, count) },
  f64: { of: (buffer, at, count) => new Float64Array(buffer, at, count) },
};

/**
 * @param {ArrayBuffer} buffer
 * @returns {{events: ClashEvent[], matched: number, dataVersion: string}} newest first
 */
export function readColumns(buffer) {
  const head = new DataView(buffer);
  if (buffer.byteLength < 8 || head.getUint32(0, true) !== MAGIC) throw new RangeError("these are no columns of events");
  const length = head.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const body = Math.ceil((8 + length) / 8) * 8;
  const count = Number(header.count);
  /** @type {Record<string, ArrayLike<number>>} */
  const columns = {};
  for (const { name, type, offset } of header.columns) {
    const reader = TYPES[type];
    if (reader) columns[name] = reader.of(buffer, body + offset, count);
  }
  const bytes = new Uint8Array(buffer, body + header.ids.offset, header.ids.length);
  const ids = count === 0 ? [] : new TextDecoder().decode(bytes).split("\n");
  const row = rowReader(columns, header.dictionaries);
  const events = ids.map((id, i) => row(id, i));
  return { events: events.sort(newestFirst), matched: Number(header.matched), dataVersion: String(header.data_version) };
}

/**
 * @param {Record<string, ArrayLike<number>>} columns
 * @param {Record<string, string[]>} dictionaries
 */
function rowReader(columns, dictionaries) {
  const number = (/** @type {string} */ name, /** @type {number} */ i) => columns[name]?.[i] ?? NONE;
  const word = (/** @type {string} */ name, /** @type {number} */ i, dictionary = name) => dictionaries[dictionary]?.[number(name, i)] ?? "";
  /** Rows share their lists, of which there are few. @type {Map<string, readonly string[]>} */
  const lists = new Map();
  const list = (/** @type {string[]} */ ...values) => {
    const key = values.join("\n");
    let known = lists.get(key);
    if (!known) lists.set(key, (known = [...new Set(values.filter((value) => value !== ""))]));
    return known;
  };
  const day = (/** @type {string} */ name, /** @type {number} */ i) => (number(name, i) === NONE ? null : number(name, i));

  /** @param {string} id @param {number} i @returns {ClashEvent} */
  return function light(id, i) {
    const level = word("precision", i);
    const flags = number("flags", i);
    const [country, admin1] = [word("country", i), word("admin1", i)];
    const [eventType, subType] = [word("event_type", i), word("sub_event_type", i)];
    const point = pointOf(number("lon", i), number("lat", i)) ?? middleOf(columns, i);
    const uncertainty = number("uncertainty", i);
    const props = {
      event_type: eventType,
      sub_event_type: subType,
      country: country || null,
      admin1: admin1 || null,
      geo_level: level || null,
      geo_precision: level === "settlement_vicinity" ? 2 : null,
      review: { status: word("review_status", i) },
    };
    const regionOnly = (flags & REGION_ONLY) !== 0 && (flags & LINE) === 0;
    const several = number("candidates", i) > 1 && point !== null && !regionOnly;
    return {
      id,
      version: 1,
      title: [subType || eventType || "Event", admin1 || country].filter(Boolean).join(", "),
      kind: kindOf(eventType, subType),
      tier: String(number("tier", i)),
      precision: (flags & LINE) !== 0 ? "route" : regionOnly && point ? "region" : several ? "candidates" : precisionOf({ props, point, footprint: null, live: [] }),
      status: statusGroup(props.review.status),
      start: day("start", i),
      end: day("end", i),
      point,
      pointKey: point ? `${number("lon", i)},${number("lat", i)}` : "",
      footprint: null,
      uncertaintyMeters: uncertainty > 0 ? uncertainty : null,
      candidates: [],
      regions: country === "" ? list() : admin1 === "" ? list(country) : list(country, `${country}/${admin1}`),
      actors: list(word("actor1", i, "actor"), word("actor2", i, "actor")),
      publishers: list(word("source", i)),
      languages: list(word("language", i)),
      independent: String(Math.min(3, Math.max(1, number("sources", i)))),
      light: true,
      props,
    };
  };
}

/** @param {number} lon millionths of a degree @param {number} lat @returns {import("./event.js").LonLat | null} */
function pointOf(lon, lat) {
  return lon === NONE || lat === NONE ? null : [lon / PER_DEGREE, lat / PER_DEGREE];
}

/** Where the badge of a region stands until its outline is known. @param {Record<string, ArrayLike<number>>} columns @param {number} i */
function middleOf(columns, i) {
  const [west, south, east, north] = ["west", "south", "east", "north"].map((name) => columns[name]?.[i] ?? NONE);
  if (west === NONE || south === NONE || west === undefined || south === undefined) return null;
  return pointOf((west + (east ?? west)) / 2, (south + (north ?? south)) / 2);
}

/**
 * Puts the whole record into a light event, in place, since marks, lists and index hold it. What the index was built from
 * stays as it is.
 *
 * @param {ClashEvent} light
 * @param {ClashEvent} whole
 */
export function complete(light, whole) {
  const { version, title, props, footprint, candidates, uncertaintyMeters } = whole;
  Object.assign(light, { version, title, props, footprint, candidates, uncertaintyMeters, light: false });
}
