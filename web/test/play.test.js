import assert from "node:assert/strict";
import { test } from "node:test";
import { firstRange, nextRange } from "../src/model/play.js";

const domain = { from: 100, to: 199 };

/** @param {any} range @param {"window" | "cumulative"} mode @param {number} days */
function played(range, mode, days) {
  const seen = [firstRange(domain, range, mode)];
  for (let i = 0; i < 1000; i += 1) {
    const next = nextRange(domain, seen.at(-1) ?? domain, mode, days);
    seen.push(next.range);
    if (next.done) return seen;
  }
  throw new Error("it never ends");
}

test("a window keeps its length, moves by whole days and stops at the last", () => {
  const seen = played({ from: 150, to: 156 }, "window", 1);
  assert.equal(seen.length, 44);
  for (const range of seen) assert.equal(range.to - range.from, 6);
  assert.deepEqual(seen.at(-1), { from: 193, to: 199 });
});

test("without a range a window begins at the first day, and so does one that stands at the end", () => {
  assert.deepEqual(firstRange(domain, null, "window"), { from: 100, to: 106 });
  assert.deepEqual(firstRange(domain, { from: 190, to: 199 }, "window"), { from: 100, to: 109 });
  assert.deepEqual(firstRange({ from: 0, to: 3 }, null, "window"), { from: 0, to: 3 });
});

test("cumulative keeps the first day and ends with all dates", () => {
  const seen = played(null, "cumulative", 7);
  assert.deepEqual(seen[0], { from: 100, to: 100 });
  assert.deepEqual(seen[1], { from: 100, to: 107 });
  assert.equal(seen.at(-1), null);
  assert.deepEqual(firstRange(domain, { from: 150, to: 199 }, "cumulative"), { from: 150, to: 150 });
});

test("a step never passes the last day", () => {
  assert.deepEqual(nextRange(domain, { from: 180, to: 190 }, "window", 30), { range: { from: 189, to: 199 }, done: true });
});

test("a range outside the data begins at the first day", () => {
  assert.deepEqual(firstRange(domain, { from: 1, to: 9 }, "window"), { from: 100, to: 106 });
});
