import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDay, parseDay } from "../src/model/dates.js";
import { domainOf, histogramOf, stepFor, totalOf } from "../src/model/histogram.js";
import { dayAfterKey, quickRange, shifted, withEnd } from "../src/model/range.js";
import { createScale, ticksOf } from "../src/timeline/scale.js";
import { events } from "./world.js";

const day = parseDay;
const april = { from: day("2025-04-01"), to: day("2025-04-30") };

test("an event with an interval counts on all its days, as possible", () => {
  const bins = histogramOf(events({ date_start: "2025-04-02", date_end: "2025-04-08" }, {}), april, "day");
  const totals = bins.filter((bin) => totalOf(bin) > 0).map((bin) => [isoDay(bin.from).slice(8), totalOf(bin)]);
  assert.deepEqual(totals, [["02", 1], ["03", 1], ["04", 1], ["05", 1], ["06", 1], ["07", 1], ["08", 2]]);
  const last = bins[7];
  assert.equal(last.dated.reduce((a, b) => a + b), 1);
  assert.equal(last.possible.reduce((a, b) => a + b), 1);
});

test("an interval inside one bar is dated there", () => {
  const bins = histogramOf(events({ date_start: "2025-04-02", date_end: "2025-04-08" }), april, "month");
  assert.equal(bins.length, 1);
  assert.equal(bins[0].dated.reduce((a, b) => a + b), 1);
});

test("an open end never counts as dated", () => {
  const [bin] = histogramOf(events({ date_start: null, date_end: "2025-04-01" }), april, "month");
  assert.equal(bin.possible.reduce((a, b) => a + b), 1);
});

test("bars have no gaps and cover the domain at every step", () => {
  const domain = { from: day("2023-11-17"), to: day("2025-02-03") };
  for (const step of ["day", "week", "month", "quarter", "year"]) {
    const bins = histogramOf([], domain, step);
    assert.ok(bins[0].from <= domain.from && bins.at(-1).to >= domain.to, step);
    bins.slice(1).forEach((bin, i) => assert.equal(bin.from, bins[i].to + 1, step));
  }
});

test("events beyond the domain count at its edge, none is lost", () => {
  const bins = histogramOf(events({ date_start: "2020-01-01", date_end: "2020-01-01" }), april, "day");
  assert.equal(bins.reduce((sum, bin) => sum + totalOf(bin), 0), 1);
});

test("the finest step that fits is taken", () => {
  const years = (n) => ({ from: 0, to: Math.round(n * 365.25) - 1 });
  assert.equal(stepFor(april, 200), "day");
  assert.equal(stepFor(years(2), 200), "week");
  assert.equal(stepFor(years(10), 200), "month");
  assert.equal(stepFor(years(300), 200), "year");
});

test("the domain holds all days with air, and a single day is not all there is", () => {
  const domain = domainOf(events({}, { date_start: null, date_end: null }));
  assert.ok(domain.from < day("2025-04-08") && domain.to > day("2025-04-08"));
  assert.ok(domain.to - domain.from >= 40);
  assert.equal(domainOf(events({ date_start: null, date_end: null })), null);
});

test("the ends of a range stay in the domain and never pass each other", () => {
  const range = { from: april.from + 5, to: april.from + 10 };
  assert.deepEqual(withEnd(april, range, "from", april.from + 20), { from: range.to, to: range.to });
  assert.deepEqual(withEnd(april, range, "to", 0), { from: range.from, to: range.from });
  assert.deepEqual(withEnd(april, null, "to", april.to - 1), { from: april.from, to: april.to - 1 });
  assert.equal(withEnd(april, { ...april, from: april.from + 1 }, "from", 0), null, "the whole domain is no filter");
});

test("a moved window keeps its length at the edge", () => {
  const range = { from: april.from + 5, to: april.from + 10 };
  assert.deepEqual(shifted(april, range, -99), { from: april.from, to: april.from + 5 });
  assert.deepEqual(shifted(april, range, 99), { from: april.to - 5, to: april.to });
});

test("quick ranges end with the newest day of the data", () => {
  assert.deepEqual(quickRange(100, 7), { from: 94, to: 100 });
  assert.equal(quickRange(100, null), null);
});

test("keys move an end by a day, a week, a month or all the way", () => {
  const press = (key, shiftKey = false) => dayAfterKey({ key, shiftKey }, 100, { from: 0, to: 200 });
  assert.deepEqual(
    [press("ArrowRight"), press("ArrowLeft", true), press("PageUp"), press("Home"), press("End"), press("x")],
    [101, 93, 130, 0, 200, null],
  );
});

test("pixels and days agree both ways", () => {
  const scale = createScale(april, 600);
  for (let at = april.from; at <= april.to; at += 1) assert.equal(scale.day(scale.x(at) + 0.5), at);
  assert.equal(scale.day(-50), april.from);
  assert.equal(scale.day(9999), april.to);
});

test("labels of the axis stay apart at every length of time", () => {
  for (const days of [42, 200, 700, 2000, 9000]) {
    const domain = { from: april.from, to: april.from + days };
    const scale = createScale(domain, 1000);
    const xs = ticksOf(domain, 1000).map((tick) => scale.x(tick.day));
    assert.ok(xs.length > 2, `${days} days have labels`);
    xs.slice(1).forEach((x, i) => assert.ok(x - xs[i] > 50, `${days} days: ${x - xs[i]} px`));
  }
});
