// Which labels of the base map stand where. Pure: no DOM, no Leaflet; the width of a text is asked from the caller.

import { mercatorY } from "./basemap-data.js";

/**
 * n nation, c capital, b big, m middle and s small city, o ocean, sea or lake
 * @typedef {"n" | "c" | "b" | "m" | "s" | "o"} LabelStyle
 */

/**
 * @typedef {object} Label
 * @property {LabelStyle} style
 * @property {number} zoom first zoom at which it has room, decided for the whole world when the file was built
 * @property {number} x fraction of the world from west to east
 * @property {number} y from north to south
 * @property {string} name of a nation its ISO code
 * @property {string} uk Ukrainian name, empty if unknown
 * @property {string} ru
 */

/**
 * @typedef {object} PlacedLabel
 * @property {Label} label
 * @property {string[]} lines of text
 * @property {number} x of the text's left edge, or of its middle for labels without a dot, in pixels of the view
 * @property {number} y of the text's middle
 * @property {number} dotX @property {number} dotY of the city
 * @property {boolean} centred
 */

/**
 * @typedef {object} LabelView
 * @property {number} zoom
 * @property {number} world width of the world in pixels
 * @property {number} left pixel of the world at the left edge; may be negative or beyond the world
 * @property {number} top
 * @property {number} width @property {number} height
 */

/** Nations stay for so many zooms after their first. */
const NATION_ZOOMS = 4;
const NATION_LAST_ZOOM = 7;
/** Seas stay a little longer than nations; nobody sees a whole ocean at zoom 8. */
const WATER_ZOOMS = 5;
/** A nation's or sea's name wider than this goes on two lines, in pixels. */
const LINE_WIDTH = 96;
/** Labels beyond the view still push others aside, so that panning does not change who wins. */
const SURROUNDINGS = 240;
const DOT_GAP = 6;
/** Free pixels around every text. */
const AIR_ACROSS = 5;
const AIR_ALONG = 2;

/**
 * Reads the table of labels, lowest zoom and heaviest first.
 * @param {string} text
 * @returns {Label[]}
 */
export function parseLabels(text) {
  const labels = [];
  for (const row of text.split("\n")) {
    if (row === "" || row.startsWith("#")) continue;
    const [style, zoom, lon, lat, name, uk, ru] = row.split("\t");
    labels.push({
      style: /** @type {LabelStyle} */ (style),
      zoom: Number(zoom),
      x: (Number(lon) + 180) / 360,
      y: mercatorY(Number(lat)),
      name,
      uk,
      ru,
    });
  }
  return labels;
}

/**
 * Gives labels their text in one language: nations in any language the browser knows, cities in Ukrainian and Russian
 * where the name is known, all else as in the source.
 * @param {string} language
 * @returns {(label: Label) => string}
 */
export function namesIn(language) {
  /** @type {Intl.DisplayNames | undefined} */
  let nations;
  try {
    nations = new Intl.DisplayNames([language, "en"], { type: "region" });
  } catch {
    nations = undefined;
  }
  return (label) => {
    if (label.style === "n") return nationIn(language, label.name, nations);
    if (language === "uk" && label.uk) return label.uk;
    if (language === "ru" && label.ru) return label.ru;
    return label.name;
  };
}

/** Shorter names than the browser's where those are hard to read on a map. */
/** @type {Record<string, Record<string, string>>} */
const SHORT_NATIONS = {
  CD: { en: "DR Congo", uk: "ДР Конго", ru: "ДР Конго" },
  CG: { en: "Congo", uk: "Конго", ru: "Конго" },
  PS: { en: "Palestine", uk: "Палестина", ru: "Палестина" },
};

/** @param {string} language @param {string} code @param {Intl.DisplayNames | undefined} nations */
function nationIn(language, code, nations) {
  const name = SHORT_NATIONS[code]?.[language] ?? nations?.of(code) ?? code;
  return name.replace(/ \(.*\)$/, "");
}

/** @param {Label} label @param {number} zoom */
export function isShown({ style, zoom: first }, zoom) {
  if (zoom < first) return false;
  if (style === "n") return zoom <= Math.min(NATION_LAST_ZOOM, first + NATION_ZOOMS);
  if (style === "o") return zoom <= first + WATER_ZOOMS;
  return true;
}

/** Boxes already taken, in squares of a grid so that a test looks at a few only. */
class TakenBoxes {
  constructor() {
    /** @type {Map<string, number[][]>} */
    this.squares = new Map();
  }

  /** @param {number[]} box west, north, east, south */
  keys([west, north, east, south]) {
    const keys = [];
    for (let x = Math.floor(west / 128); x <= Math.floor(east / 128); x++) {
      for (let y = Math.floor(north / 128); y <= Math.floor(south / 128); y++) keys.push(`${x} ${y}`);
    }
    return keys;
  }

  /** @param {number[]} box */
  isFree(box) {
    return this.keys(box).every((key) =>
      (this.squares.get(key) ?? []).every(
        (other) => box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1],
      ),
    );
  }

  /** @param {number[]} box */
  take(box) {
    for (const key of this.keys(box)) {
      const square = this.squares.get(key);
      if (square) square.push(box);
      else this.squares.set(key, [box]);
    }
  }
}

/**
 * Places the labels of a view, the first of the table first. A city's name stands right of its dot, or left, above or
 * below where that is free; otherwise it is left out.
 * @param {Label[]} labels
 * @param {LabelView} view
 * @param {(label: Label) => string} nameOf
 * @param {(text: string, style: LabelStyle) => {width: number, height: number}} measure
 * @returns {PlacedLabel[]}
 */
export function placeLabels(labels, view, nameOf, measure) {
  const taken = new TakenBoxes();
  const placed = [];
  for (const label of labels) {
    if (label.zoom > view.zoom) break;
    if (!isShown(label, view.zoom)) continue;
    const dotY = label.y * view.world - view.top;
    if (dotY < -SURROUNDINGS || dotY > view.height + SURROUNDINGS) continue;
    // The world repeats: the same label may be in view more than once at low zooms.
    const offset = Math.ceil((view.left - SURROUNDINGS) / view.world - label.x);
    for (let copy = offset; ; copy++) {
      const dotX = (label.x + copy) * view.world - view.left;
      if (dotX > view.width + SURROUNDINGS) break;
      const found = placeOne(label, dotX, dotY, nameOf(label), measure, taken);
      if (found) placed.push(found);
    }
  }
  return placed;
}

/**
 * @param {Label} label @param {number} dotX @param {number} dotY @param {string} name
 * @param {(text: string, style: LabelStyle) => {width: number, height: number}} measure
 * @param {TakenBoxes} taken
 * @returns {PlacedLabel | undefined}
 */
function placeOne(label, dotX, dotY, name, measure, taken) {
  const centred = label.style === "n" || label.style === "o";
  const lines = centred ? wrap(name, label.style, measure) : [name];
  const sizes = lines.map((line) => measure(line, label.style));
  const width = Math.max(...sizes.map((size) => size.width));
  const height = sizes.reduce((sum, size) => sum + size.height, 0);
  const beside = DOT_GAP;
  const above = height / 2 + 4;
  const choices = centred
    ? [[dotX - width / 2, dotY]]
    : [
        [dotX + beside, dotY],
        [dotX - beside - width, dotY],
        [dotX - width / 2, dotY - above],
        [dotX - width / 2, dotY + above],
      ];
  for (const [x, y] of choices) {
    const box = [x - AIR_ACROSS, y - height / 2 - AIR_ALONG, x + width + AIR_ACROSS, y + height / 2 + AIR_ALONG];
    if (taken.isFree(box)) {
      taken.take(box);
      if (!centred) taken.take([dotX - 3, dotY - 3, dotX + 3, dotY + 3]);
      return { label, lines, x: centred ? dotX : x, y, dotX, dotY, centred };
    }
  }
  return undefined;
}

/**
 * Breaks a long name at the blank nearest its middle.
 * @param {string} name @param {LabelStyle} style
 * @param {(text: string, style: LabelStyle) => {width: number, height: number}} measure
 */
function wrap(name, style, measure) {
  if (measure(name, style).width <= LINE_WIDTH || !name.includes(" ")) return [name];
  let best = -1;
  for (let at = name.indexOf(" "); at >= 0; at = name.indexOf(" ", at + 1)) {
    if (Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) || best < 0) best = at;
  }
  return [name.slice(0, best), name.slice(best + 1)];
}
