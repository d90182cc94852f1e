/**
 * The view as a link: everything a reader needs to see the same thing, in plain text after `#`. Each key is declared once
 * with how it is read and written; unknown keys and unreadable values are ignored, never an error. `v` is the version of
 * this form; older versions stay understood.
 */
import { isoDay, parseDay } from "../model/dates.js";
import { DIMENSIONS, FACETS, getDimension, isStandard, standardFilter } from "../model/filter.js";

const STANDARD_LANGUAGE = "en";
const MAX_WORDS = 120; // characters

/** @type {readonly {id: string, label: string}[]} languages of place names, each in its own words */
export const LANGUAGES = [
  { id: "en", label: "English" },
  { id: "uk", label: "Українська" },
  { id: "ru", label: "Русский" },
];

/** @typedef {import("./store.js").View} View */
/** @typedef {Omit<View, "pile">} Linked */

/**
 * @typedef {object} Key
 * @property {string} name
 * @property {(text: string, view: Linked) => Partial<Linked>} read
 * @property {(view: Linked) => string | null} write null leaves the key out
 */

/** @type {readonly Key[]} in the order of the link */
const KEYS = [
  { name: "z", read: (text, view) => cameraPart(view, { zoom: number(text, 0, 19) }), write: (v) => rounded(v.camera?.zoom, 2) },
  { name: "c", read: readCentre, write: (v) => (v.camera ? `${v.camera.lat.toFixed(4)},${v.camera.lon.toFixed(4)}` : null) },
  { name: "d", read: readRange, write: writeRange },
  dimensionKey("t", "type"),
  dimensionKey("p", "precision"),
  dimensionKey("tier", "tier"),
  dimensionKey("s", "status"),
  dimensionKey("n", "sources"),
  facetKey("r", "region"),
  facetKey("a", "actor"),
  facetKey("src", "publisher"),
  facetKey("ln", "language"),
  {
    name: "q",
    read: (text, view) => ({ filter: { ...view.filter, words: text.replace(/\s+/g, " ").trim().slice(0, MAX_WORDS) } }),
    write: (v) => v.filter.words || null,
  },
  { name: "b", read: readArea, write: writeArea },
  { name: "e", read: (text) => ({ selected: text === "" ? null : text }), write: (v) => v.selected },
  {
    name: "view",
    read: readShown,
    write: (v) => (v.mode === "list" ? "list" : v.style === "events" ? null : v.style),
  },
  {
    name: "per",
    read: (text) => (text === "people" ? { measure: text } : {}),
    write: (v) => (v.measure === "count" ? null : v.measure),
  },
  {
    name: "lang",
    read: (text) => (LANGUAGES.some((one) => one.id === text) ? { language: text } : {}),
    write: (v) => (v.language === STANDARD_LANGUAGE ? null : v.language),
  },
  { name: "ds", read: (text) => (/^[\w.:-]{1,40}$/.test(text) ? { pinned: text } : {}), write: (v) => v.pinned },
];

/** @returns {Linked} */
export function standardView() {
  return { filter: standardFilter(), selected: null, mode: "map", style: "events", measure: "count", language: STANDARD_LANGUAGE, pinned: null, camera: null };
}

/**
 * @param {string} hash with or without `#`
 * @returns {Linked}
 */
export function readHash(hash) {
  const texts = new URLSearchParams(hash.replace(/^#/, ""));
  let view = standardView();
  for (const key of KEYS) {
    const text = texts.get(key.name);
    if (text !== null) view = { ...view, ...key.read(text, view) };
  }
  // Half a camera is none: the map then looks at the data.
  const { camera } = view;
  return { ...view, camera: camera && [camera.lat, camera.lon, camera.zoom].every(Number.isFinite) ? camera : null };
}

/**
 * @param {Linked} view
 * @param {{dataVersion?: string | null}} [pinned] names the data, so that a cited view can be told from a later one
 * @returns {string} beginning with `#`
 */
export function writeHash(view, { dataVersion = null } = {}) {
  const parts = ["v=1"];
  const cited = { ...view, pinned: view.pinned ?? dataVersion };
  for (const key of KEYS) {
    const text = key.write(cited);
    if (text !== null) parts.push(`${key.name}=${encode(text)}`);
  }
  return `#${parts.join("&")}`;
}

/** @param {string} text @returns {Partial<Linked>} */
function readShown(text) {
  if (text === "list" || text === "map") return { mode: text };
  return text === "density" || text === "region" ? { style: text } : {};
}

/** Readable: commas, dots and colons stay as they are. @param {string} text */
function encode(text) {
  return encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":");
}

/**
 * @param {string} name
 * @param {import("../model/filter.js").Dimension} id
 * @returns {Key}
 */
function dimensionKey(name, id) {
  return {
    name,
    read(text, view) {
      const known = getDimension(id).values.map((value) => value.id);
      const wanted = text.split(",");
      const chosen = known.filter((value) => wanted.includes(value));
      // "none" is a choice too; words that are all unknown are not.
      return chosen.length > 0 || text === "none" ? { filter: { ...view.filter, [id]: chosen } } : {};
    },
    write: (view) => (isStandard(view.filter, id) ? null : view.filter[id].join(",") || "none"),
  };
}

/**
 * Values found in the data, which may hold any character: those that part them are escaped.
 *
 * @param {string} name
 * @param {import("../model/filter.js").Facet} id
 * @returns {Key}
 */
function facetKey(name, id) {
  return {
    name,
    read(text, view) {
      const values = text.split(",").map(unescaped).filter((value) => value !== "");
      return { filter: { ...view.filter, [id]: [...new Set(values)].sort() } };
    },
    write: (view) => view.filter[id].map((value) => value.replace(/[,%]/g, encodeURIComponent)).join(",") || null,
  };
}

/** @param {string} text @returns {string} empty when it cannot be read */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** `view` for what the map shows, else west, south, east, north. @param {string} text @param {Linked} view @returns {Partial<Linked>} */
function readArea(text, view) {
  if (text === "view") return { filter: { ...view.filter, inView: true } };
  const [west = NaN, south = NaN, east = NaN, north = NaN] = text.split(",").map((part) => number(part, -720, 720));
  if (!(west < east && south < north && south >= -90 && north <= 90)) return {};
  return { filter: { ...view.filter, area: { west, south, east, north } } };
}

/** @param {Linked} view */
function writeArea({ filter: { area, inView } }) {
  if (inView) return "view";
  return area ? [area.west, area.south, area.east, area.north].map((degrees) => String(Number(degrees.toFixed(4)))).join(",") : null;
}

/** @param {string} text @param {Linked} view @returns {Partial<Linked>} */
function readRange(text, view) {
  const [from, to] = text.split("..").map(parseDay);
  if (from === null || from === undefined || to === null || to === undefined || to < from) return {};
  return { filter: { ...view.filter, range: { from, to } } };
}

/** @param {Linked} view */
function writeRange({ filter }) {
  return filter.range ? `${isoDay(filter.range.from)}..${isoDay(filter.range.to)}` : null;
}

/** @param {string} text @param {Linked} view @returns {Partial<Linked>} */
function readCentre(text, view) {
  const [lat = "", lon = ""] = text.split(",");
  return cameraPart(view, { lat: number(lat, -90, 90), lon: number(lon, -180, 180) });
}

/** @param {Linked} view @param {Partial<import("./store.js").Camera>} part @returns {Partial<Linked>} */
function cameraPart(view, part) {
  return { camera: { lat: NaN, lon: NaN, zoom: NaN, ...view.camera, ...part } };
}

/** @param {string} text @param {number} min @param {number} max @returns {number} NaN when it is none */
function number(text, min, max) {
  const value = text.trim() === "" ? NaN : Number(text);
  return value >= min && value <= max ? value : NaN;
}

/** @param {number | undefined} value @param {number} digits */
function rounded(value, digits) {
  return value === undefined ? null : String(Number(value.toFixed(digits)));
}

/** Names of the filter dimensions, for tests that every one can be linked. */
export const LINKED_DIMENSIONS = [...DIMENSIONS, ...FACETS].map((one) => one.id);
