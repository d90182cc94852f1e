import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../src/model/dates.js";
import { applyFilter, chipsOf, DIMENSIONS, inRange, loosened, standardFilter, toggled } from "../src/model/filter.js";
import { events } from "./world.js";

const AIR = { event_type: "Explosions/Remote violence", sub_event_type: "Air/drone strike" };
const range = (from, to) => ({ from: parseDay(from), to: parseDay(to) });

const world = events(
  {},
  { ...AIR, geo_precision: 2 },
  { ...AIR, map_tier: 2 },
  { review: { status: "rejected" } },
  { ...AIR, date_start: "2025-05-01", date_end: "2025-05-03" },
  { date_start: null, date_end: null },
);

const ids = (list) => list.map((one) => one.id);

test("a fresh page shows tier 1 without what was rejected", () => {
  assert.deepEqual(ids(applyFilter(world, standardFilter()).events), ["e1", "e2", "e5", "e6"]);
});

test("counts of a filter are those that the other filters leave", () => {
  const filter = toggled(standardFilter(), "type", "air");
  const { counts, events: shown } = applyFilter(world, filter);
  assert.deepEqual(ids(shown), ["e1", "e6"]);
  assert.equal(counts.type.get("air"), 2, "air is off, and its count says what a click would bring");
  assert.equal(counts.type.get("clash"), 2);
  assert.equal(counts.tier.get("2"), 0, "the only event of tier 2 is an air strike, which is off");
  assert.equal(counts.status.get("rejected"), 1);
  assert.equal(counts.precision.get("near"), 0);
});

test("counts agree with a count by hand over every filter that one click can make", () => {
  for (const rule of DIMENSIONS) {
    for (const value of rule.values) {
      const filter = toggled({ ...standardFilter(), range: range("2025-04-01", "2025-05-02") }, rule.id, value.id);
      const { counts } = applyFilter(world, filter);
      for (const other of DIMENSIONS) {
        for (const one of other.values) {
          const alone = { ...filter, [other.id]: [one.id] };
          const expected = world.filter(
            (event) => inRange(event, alone.range) && DIMENSIONS.every((d) => alone[d.id].includes(d.of(event))),
          ).length;
          assert.equal(counts[other.id].get(one.id), expected, `${rule.id} ${value.id} toggled, count of ${one.id}`);
        }
      }
    }
  }
});

test("an event lies in every range that touches one of its days", () => {
  const window = { start: parseDay("2025-04-02"), end: parseDay("2025-04-08") };
  assert.ok(inRange(window, range("2025-04-08", "2025-04-30")));
  assert.ok(inRange(window, range("2025-04-04", "2025-04-05")));
  assert.ok(!inRange(window, range("2025-04-09", "2025-04-30")));
  assert.ok(inRange({ start: null, end: window.end }, range("2000-01-01", "2000-01-02")));
  assert.ok(!inRange({ start: null, end: null }, range("2000-01-01", "2030-01-02")));
});

test("undated events are counted when a range leaves them out", () => {
  const { events: shown, undated, anyDate } = applyFilter(world, { ...standardFilter(), range: range("2025-04-08", "2025-04-08") });
  assert.deepEqual(ids(shown), ["e1", "e2"]);
  assert.equal(undated, 1);
  assert.deepEqual(ids(anyDate), ["e1", "e2", "e5", "e6"]);
});

test("values keep the order of the panel however they were clicked", () => {
  const off = toggled(toggled(standardFilter(), "type", "clash"), "type", "air");
  const on = toggled(toggled(off, "type", "air"), "type", "clash");
  assert.deepEqual(on.type, standardFilter().type);
});

test("an empty result offers the single steps that bring events, best first", () => {
  const filter = { ...standardFilter(), type: ["shelling"], range: range("2025-04-08", "2025-04-08") };
  assert.deepEqual(applyFilter(world, filter).events, []);
  const steps = loosened(world, filter);
  assert.deepEqual(steps.map((step) => [step.label, step.count]), [["Event type: all", 2]]);
  assert.equal(applyFilter(world, steps[0].filter).events.length, steps[0].count);
});

test("chips name what is set and take it away", () => {
  const filter = { ...toggled(standardFilter(), "tier", "2"), range: range("2025-04-02", "2025-04-08") };
  const chips = chipsOf(filter, ({ from, to }) => `${to - from + 1} days`);
  assert.deepEqual(chips.map((chip) => chip.label), ["7 days", "What is shown: On the default map, Parts, sums, wide areas"]);
  assert.equal(chips[0].filter.range, null);
  assert.deepEqual(chips[1].filter.tier, ["1"]);
  assert.deepEqual(chipsOf(standardFilter(), String), []);
});
