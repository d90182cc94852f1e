/** The base map: reading its files, shores, names of labels and their places. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BasemapLevel, KINDS, mercatorY, openShores } from "../src/map/basemap-data.js";
import { isShown, namesIn, parseLabels, placeLabels } from "../src/map/basemap-labels.js";
import { PALETTES } from "../src/map/basemap-palette.js";

const folder = new URL("../../geodata/basemap/", import.meta.url);

/** @param {string} name */
function stored(name) {
  const bytes = readFileSync(new URL(name, folder));
  return new BasemapLevel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** @param {number} value */
function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** @param {number} value */
const signed = (value) => unsigned(((value << 1) ^ (value >> 31)) >>> 0);

/** One cell of 30 degrees east and north of 0, 0, ten units a degree, with one land ring. @param {number[]} ring */
function levelOf(ring) {
  const deltas = ring.flatMap((value, i) => signed(i < 2 ? value : value - ring[i - 2]));
  const cell = [1, ...unsigned(ring.length / 2), ...deltas, ...KINDS.slice(1).map(() => 0)];
  const head = [30, ...unsigned(10), 5, 1, 6, 3, ...unsigned(cell.length)];
  return new BasemapLevel(new Uint8Array([..."CMB1"].map((c) => c.charCodeAt(0)).concat(head, cell)).buffer);
}

/**
 * Whether a point is on land by the stored file: even or odd crossings of the cell's rings.
 * @param {BasemapLevel} level @param {number} lon @param {number} lat
 */
function isLand(level, lon, lat) {
  const [x, y] = [(lon + 180) / 360, mercatorY(lat)];
  const [cell] = level.cells(x, y, x, y);
  if (!cell) return false;
  const { xy, starts } = cell.parts.land;
  let winding = 0;
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let i = starts[part], j = starts[part + 1] - 1; i < starts[part + 1]; j = i++) {
      const [ax, ay, bx, by] = [xy[2 * j] + cell.x0, xy[2 * j + 1] + cell.y0, xy[2 * i] + cell.x0, xy[2 * i + 1] + cell.y0];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) winding += by > ay ? 1 : -1;
    }
  }
  return winding !== 0;
}

/** Length of one kind of line within a box, in degrees. @param {BasemapLevel} level @param {string} kind @param {number[]} box */
function lengthIn(level, kind, [west, south, east, north]) {
  let length = 0;
  const [x0, x1, y0, y1] = [(west + 180) / 360, (east + 180) / 360, mercatorY(north), mercatorY(south)];
  for (const cell of level.cells(x0, y0, x1, y1)) {
    const { xy, starts } = cell.parts[/** @type {"land"} */ (kind)];
    for (let part = 0; part + 1 < starts.length; part++) {
      for (let i = starts[part] + 1; i < starts[part + 1]; i++) {
        const [x, y] = [xy[2 * i] + cell.x0, xy[2 * i + 1] + cell.y0];
        if (x >= x0 && x <= x1 && y >= y0 && y <= y1) {
          length += Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]) * 360;
        }
      }
    }
  }
  return length;
}

test("a cell gives its ring as fractions of the world from its own corner", () => {
  const [cell] = levelOf([0, 0, 100, 0, 100, 100, 0, 100]).cells(0.5, 0.4, 0.55, 0.5);
  assert.equal(cell.x0, 0.5);
  assert.equal(cell.parts.land.starts.length, 2);
  assert.ok(Math.abs(cell.parts.land.xy[2] - 10 / 360) < 1e-7);
  assert.ok(Math.abs(cell.parts.land.xy[1] + cell.y0 - 0.5) < 1e-7, "latitude 0 is the middle of the world");
});

test("no cell is found where the file has none", () => {
  assert.deepEqual(levelOf([0, 0, 100, 0, 100, 100]).cells(0, 0, 0.4, 0.4), []);
});

test("files of another kind, or cut short, are refused", () => {
  assert.throws(() => new BasemapLevel(new TextEncoder().encode("<html>").buffer), /CMB1/);
  const whole = levelOf([0, 0, 100, 0, 100, 100]).bytes;
  assert.throws(() => new BasemapLevel(whole.slice(0, whole.length - 2).buffer), RangeError);
});

test("shores leave out what only the cut of the cell made", () => {
  const cut = [-5, 305, -5, 305];
  assert.deepEqual(openShores([-5, 0, 100, 0, 100, 50, -5, 50], cut), [[-5, 0, 100, 0, 100, 50, -5, 50]]);
  assert.deepEqual(openShores([-5, -5, 305, -5, 305, 305, -5, 305], cut), []);
  assert.deepEqual(openShores([10, 10, 20, 10, 20, 20], cut), [[10, 10, 20, 10, 20, 20, 10, 10]]);
});

test("every cell of the stored levels can be read", () => {
  for (const name of ["overview.bin", "region.bin"]) {
    const level = stored(name);
    assert.ok(level.cells(0, 0, 1, 1).length > 50, name);
  }
});

test("known places are on land or on water in the stored levels", () => {
  const [overview, region] = [stored("overview.bin"), stored("region.bin")];
  for (const level of [overview, region]) {
    for (const [lon, lat] of [[34.1, 45.2], [37.55, 48.35], [30, 15], [178, 68], [-179, 66.5], [-74, 4.6], [0, -80]]) {
      assert.ok(isLand(level, lon, lat), `${lon} ${lat} is land`);
    }
    for (const [lon, lat] of [[34, 43.5], [51, 42], [-30, 30], [-175, 60], [179.9, 60]]) {
      assert.ok(!isLand(level, lon, lat), `${lon} ${lat} is water`);
    }
  }
  assert.ok(isLand(region, 178, -17.8), "Viti Levu");
  assert.ok(isLand(region, 34.45, 31.5), "Gaza");
});

test("the line at Perekop is disputed and no border of countries", () => {
  const perekop = [32.8, 45.6, 35, 46.4];
  const region = stored("region.bin");
  assert.ok(lengthIn(region, "disputed", perekop) > 0.8);
  assert.equal(lengthIn(region, "country", perekop), 0);
});

test("nothing draws a line along the date line", () => {
  const region = stored("region.bin");
  for (const column of [0, region.columns - 1]) {
    for (let row = 0; row < 180 / region.cellDegrees; row++) {
      const cell = region.cell(column, row);
      if (!cell) continue;
      const meridian = column === 0 ? 0 : cell.x1 - cell.x0;
      for (let part = 0; part + 1 < cell.coast.starts.length; part++) {
        for (let i = cell.coast.starts[part] + 1; i < cell.coast.starts[part + 1]; i++) {
          const both = [cell.coast.xy[2 * i - 2], cell.coast.xy[2 * i]];
          assert.ok(!both.every((x) => Math.abs(x - meridian) < 1e-8), `row ${row}`);
        }
      }
    }
  }
});

const TABLE = [
  "#style\tzoom\tlon\tlat\tname\tuk\tru",
  "n\t3\t31\t49\tUA\t\t",
  "c\t3\t30.5\t50.4\tKyiv\tКиїв\tКиев",
  "o\t4\t34\t43\tBlack Sea\tЧорне море\tЧёрное море",
  "s\t7\t30.6\t50.4\tBrovary\t\t",
  "",
].join("\n");
const measure = (/** @type {string} */ text) => ({ width: text.length * 7, height: 15 });
const plain = namesIn("en");

test("labels are named in the reader's language, nations in any", () => {
  const [ukraine, kyiv, , brovary] = parseLabels(TABLE);
  assert.equal(namesIn("uk")(kyiv), "Київ");
  assert.equal(namesIn("ru")(kyiv), "Киев");
  assert.equal(namesIn("de")(kyiv), "Kyiv");
  assert.equal(namesIn("uk")(brovary), "Brovary");
  assert.equal(namesIn("uk")(ukraine), "Україна");
  assert.equal(namesIn("fr")(ukraine), "Ukraine");
  assert.equal(namesIn("not a language")(ukraine), "UA");
});

test("nations leave before the map is all one country, cities stay", () => {
  const [ukraine, kyiv] = parseLabels(TABLE);
  assert.ok(!isShown(ukraine, 2) && isShown(ukraine, 5) && !isShown(ukraine, 8));
  assert.ok(isShown(kyiv, 12));
});

/** @param {number} lon @param {number} lat @param {number} zoom */
function viewAt(lon, lat, zoom) {
  const world = 256 * 2 ** zoom;
  return { zoom, world, left: ((lon + 180) / 360) * world - 400, top: mercatorY(lat) * world - 300, width: 800, height: 600 };
}

test("a label that finds no room right of its dot goes left", () => {
  const labels = parseLabels("c\t3\t30.5\t50.4\tKyiv\t\t\ns\t7\t30.4\t50.4\tVyshneve\t\t");
  const [kyiv, vyshneve] = placeLabels(labels, viewAt(30.5, 50.4, 8), plain, measure);
  assert.ok(kyiv.x > kyiv.dotX);
  assert.ok(vyshneve.x + measure("Vyshneve").width < vyshneve.dotX);
});

test("a small pan moves labels and does not choose others", () => {
  const labels = parseLabels(readFileSync(new URL("labels.tsv", folder), "utf8"));
  const before = placeLabels(labels, viewAt(35, 48.5, 6), plain, measure);
  const after = placeLabels(labels, viewAt(35.4, 48.3, 6), plain, measure);
  const inBoth = before.filter(({ dotX, dotY }) => dotX > 60 && dotX < 740 && dotY > 60 && dotY < 540);
  const names = new Map(after.map((placed) => [placed.label, placed.x - placed.dotX]));
  assert.ok(inBoth.length > 15);
  for (const { label, x, dotX } of inBoth) {
    assert.ok(Math.abs((names.get(label) ?? NaN) - (x - dotX)) < 1e-6, label.name);
  }
});

test("no two labels cover each other", () => {
  const labels = parseLabels(readFileSync(new URL("labels.tsv", folder), "utf8"));
  const placed = placeLabels(labels, viewAt(35, 48.5, 7), plain, measure).filter((one) => !one.centred);
  for (const one of placed) {
    for (const other of placed) {
      if (one === other) continue;
      const apart =
        Math.abs(one.y - other.y) >= 15 ||
        one.x + measure(one.lines[0]).width <= other.x ||
        other.x + measure(other.lines[0]).width <= one.x;
      assert.ok(apart, `${one.label.name} and ${other.label.name}`);
    }
  }
});

test("labels are repeated on each copy of the world in view", () => {
  const labels = parseLabels("o\t1\t-38\t28\tAtlantic Ocean\t\t");
  const view = { zoom: 1, world: 512, left: -300, top: 0, width: 1200, height: 512 };
  assert.ok(placeLabels(labels, view, plain, measure).length >= 2);
});

test("texts have 4.5:1 on the ground that they stand on", () => {
  for (const palette of Object.values(PALETTES)) {
    for (const text of [palette.city, palette.town, palette.nation]) {
      assert.ok(contrast(text, palette.land) >= 4.5, `${text} on ${palette.land}`);
    }
    assert.ok(contrast(palette.water, palette.sea) >= 3, `${palette.water} on ${palette.sea}`);
  }
});

/** Ratio of luminances as WCAG 2 defines it. @param {string} one @param {string} other */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour #rrggbb */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
