import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bandsOf, interval, verdict } from "../src/scores/calibration.js";
import { plainSentences } from "../src/scores/plain.js";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path) => readFileSync(resolve(ROOT, path), "utf8");
const json = (path) => JSON.parse(read(path));
/** @param {string} text Markdown breaks its lines where it likes */
const unbroken = (text) => text.replace(/\s+/g, " ");

const metric = (name, value, of) => ({ name, label: name, value, unit: "share", of });

test("bands reach to the next one and the last to certainty", () => {
  const bands = bandsOf({ name: "x", title: "", records: 1, metrics: [metric("called_70", 0.8, 100), metric("other", 1, 1), metric("called_0", 0.4, 10), metric("called_90", 1, 0)] });
  assert.deepEqual(bands.map(({ from, to, right, of }) => [from, to, right, of]), [[0, 0.7, 0.4, 10], [0.7, 1, 0.8, 100]]);
});

test("the interval is Wilson's: within 0 and 1, and narrower with more cases", () => {
  const { low, high } = interval(0.9, 100);
  assert.ok(Math.abs(low - 0.8256) < 0.001 && Math.abs(high - 0.9448) < 0.001, `${low} ${high}`);
  assert.equal(interval(1, 5).high, 1);
  assert.ok(interval(0.9, 1000).low > low);
});

test("a band is believed when the diagonal may cross it", () => {
  assert.equal(verdict({ from: 0.5, to: 0.7, right: 0.71, of: 131, low: 0.63, high: 0.78 }), "as it says");
  assert.equal(verdict({ from: 0, to: 0.5, right: 0.9, of: 100, low: 0.82, high: 0.94 }), "more often right than it says");
  assert.equal(verdict({ from: 0.9, to: 1, right: 0.5, of: 100, low: 0.4, high: 0.6 }), "less often right than it says");
});

test("sentences tell only figures that were measured", () => {
  assert.deepEqual(plainSentences([]), []);
  const [first] = plainSentences([{ name: "gold_own", title: "", records: 3, metrics: [metric("event_recall", 0.649, 20), metric("event_precision", 0.766, 18)] }]);
  assert.match(first.claim, /finds 65\. Of 100 it reports, 77 are right/);
  assert.ok(plainSentences(json("web/data/scores.json").sections).length >= 4);
});

test("speeds and counts of errors on the page are those of the documents", () => {
  const speed = json("web/data/speed.json");
  const benchmarks = unbroken(read(speed.source));
  for (const { ours, theirs, ratio, what } of speed.tables.flatMap(({ rows }) => rows)) {
    for (const figure of [ours, theirs, ratio]) assert.ok(benchmarks.includes(figure), `${what}: ${figure} is not in ${speed.source}`);
  }
  for (const { source, kinds } of json("web/data/errors.json").groups) {
    const text = unbroken(read(source));
    for (const { count = "", kind } of kinds) {
      for (const figure of count.match(/\d[\d,]*/g) ?? []) assert.ok(text.includes(figure), `${kind}: ${figure} is not in ${source}`);
    }
  }
});
