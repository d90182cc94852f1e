import assert from "node:assert/strict";
import { test } from "node:test";
import { densityOf } from "../src/map/density.js";
import { breaksOf, paintedRegions, rowsByRegion } from "../src/model/by-region.js";
import { filterIndex, indexOf, standardFilter } from "../src/model/filter.js";
import { box, events } from "./world.js";

const frame = { width: 400, height: 300, worldPx: 1000, left: 0, top: 0, zoom: 2 };
const discs = (...spots) => ({
  length: spots.length,
  x: Float64Array.from(spots, ([x]) => x),
  y: Float64Array.from(spots, ([, y]) => y),
  count: Uint32Array.from(spots, ([, , n]) => n ?? 1),
});

test("density keeps the number of events, wherever it spreads them", () => {
  const { cells } = densityOf(frame, discs([0.2, 0.15, 7], [0.21, 0.15, 3]), [0]);
  const sum = cells.reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum - 10) < 1e-3, `${sum}`);
});

test("the densest cell lies where the events are, and many outweigh one", () => {
  const { cells, columns, most } = densityOf(frame, discs([0.1, 0.1, 1], [0.3, 0.2, 50]), [0]);
  const at = cells.indexOf(most);
  const [x, y] = [((at % columns) - 9) * 4, (Math.floor(at / columns) - 9) * 4];
  assert.ok(Math.abs(x - 300) <= 4 && Math.abs(y - 200) <= 4, `${x}, ${y}`);
});

test("events far outside the window add nothing, those just outside shine in", () => {
  assert.equal(densityOf(frame, discs([0.9, 0.9]), [0]).most, 0);
  assert.ok(densityOf(frame, discs([-0.01, 0.1]), [0]).most > 0);
});

test("regions are counted once per event; a country alone is no region", () => {
  const index = indexOf(events({ country: "Ukraine", admin1: "Sumy" }, { country: "Ukraine", admin1: "Sumy" }, { country: "Ukraine" }, {}));
  const found = rowsByRegion(index, filterIndex(index, standardFilter()).rows);
  assert.deepEqual([...found].map(([key, rows]) => [key, rows.length]), [["Ukraine/Sumy", 2]]);
});

test("a region with fewer than five events is in no class; without outline or people it is left out", () => {
  const many = (n) => Array.from({ length: n }, (_, i) => i);
  const outline = (population) => ({ geometry: box(0, 0, 1, 1), population });
  const counts = new Map([["a/few", many(4)], ["a/some", many(5)], ["a/most", many(900)], ["a/unknown", many(9)]]);
  const outlines = new Map([["a/few", outline(10)], ["a/some", outline(1000)], ["a/most", outline(null)], ["a/unknown", null]]);
  const { regions, breaks } = paintedRegions(counts, outlines, "count");
  assert.deepEqual(regions.map((one) => [one.key, one.grade]), [["a/few", -1], ["a/most", breaks.length - 1], ["a/some", 0]]);
  const people = paintedRegions(counts, outlines, "people").regions;
  assert.deepEqual(people.map((one) => [one.key, one.value]), [["a/few", 40000], ["a/some", 500]]);
});

test("classes have round bounds, at most five, and hold every value", () => {
  assert.deepEqual(breaksOf([5, 7, 30]), [5, 10, 20]);
  for (const values of [[5], [5, 1_000_000], [0.3, 0.31], [6, 60, 600]]) {
    const breaks = breaksOf(values);
    assert.ok(breaks.length >= 1 && breaks.length <= 5, `${breaks}`);
    assert.ok(breaks[0] <= Math.min(...values), `${breaks}`);
  }
  assert.deepEqual(breaksOf([]), [0]);
});
