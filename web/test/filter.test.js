import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../src/model/dates.js";
import { applyFilter, DIMENSIONS, indexOf, inRange, isAllStandard, standardFilter, toggled } from "../src/model/filter.js";
import { chipsOf, loosened } from "../src/model/loosen.js";
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

const days = ({ from, to }) => `${to - from + 1} days`;

test("an empty result offers the single steps that bring events, the nearest dates first", () => {
  const filter = { ...standardFilter(), type: ["air"], range: range("2025-04-20", "2025-04-24") };
  assert.deepEqual(applyFilter(world, filter).events, []);
  const steps = loosened(indexOf(world), filter, days);
  assert.deepEqual(
    steps.map((step) => [step.label, step.count]),
    [["dates widened to 19 days", 1], ["all dates", 2]],
    "seven days are the smallest round number that reaches 1 May",
  );
  for (const step of steps) assert.equal(applyFilter(world, step.filter).events.length, step.count);
});

test("a step back from words, an area or a value of the data is offered only where it helps", () => {
  const area = { west: 0, south: 0, east: 1, north: 1 };
  const labels = (filter) => loosened(indexOf(world), { ...standardFilter(), ...filter }, days).map((step) => step.label);
  assert.deepEqual(labels({ area }), ["anywhere on the map"]);
  assert.deepEqual(labels({ words: "nowhere" }), ["without “nowhere”"]);
  assert.deepEqual(labels({ region: ["Atlantis"] }), ["All regions"]);
  assert.deepEqual(labels({ area, words: "nowhere" }), [], "no single step helps");
});

test("chips name what is set and take it away", () => {
  const filter = { ...toggled(standardFilter(), "tier", "2"), range: range("2025-04-02", "2025-04-08"), region: ["Ukraine", "Ukraine/Kharkiv"], words: "mill" };
  const chips = chipsOf(filter, days);
  assert.deepEqual(
    chips.map((chip) => chip.label),
    ["7 days", "“mill”", "Ukraine", "Kharkiv, Ukraine", "What is shown: On the default map, Parts, sums, wide areas"],
  );
  assert.equal(chips[0].filter.range, null);
  assert.deepEqual(chips[3].filter.region, ["Ukraine"]);
  assert.deepEqual(chips[4].filter.tier, ["1"]);
  assert.deepEqual(chipsOf(standardFilter(), String), []);
  const cleared = chips.reduce((left) => chipsOf(left, days)[0]?.filter ?? left, filter);
  assert.ok(isAllStandard(cleared), "taking one chip after the other away clears all");
});

const told = events(
  { country: "Ukraine", admin1: "Kharkiv", actors: [{ name: "Local police" }], sources: [{ publisher: "Gazette", lang: "en" }, { publisher: "Herald", lang: "uk" }], independent_sources: 2 },
  { country: "Ukraine", admin1: "Sumy", actor1: "Local police", actor2: "Unknown men", sources: [{ publisher: "Gazette", lang: "en", evidence: [{ quote: "The mill burned; Млин згорів." }] }] },
  { country: "Sudan", sources: [{ publisher: "Herald", lang: "ar" }] },
  {},
);

test("an event counts under each of its values, and passes when one of them is chosen", () => {
  const { counts } = applyFilter(told, standardFilter());
  assert.deepEqual(Object.fromEntries(counts.region), { Ukraine: 2, "Ukraine/Kharkiv": 1, "Ukraine/Sumy": 1, Sudan: 1 });
  assert.deepEqual(Object.fromEntries(counts.publisher), { Gazette: 2, Herald: 2 });
  assert.deepEqual(Object.fromEntries(counts.sources), { 1: 3, 2: 1, 3: 0 });
  const police = toggled(standardFilter(), "actor", "Local police");
  assert.deepEqual(ids(applyFilter(told, police).events), ["e1", "e2"]);
  assert.deepEqual(ids(applyFilter(told, toggled(police, "language", "uk")).events), ["e1"]);
  assert.equal(applyFilter(told, police).counts.region.get("Sudan"), 0, "a zero is seen before the click");
  assert.equal(applyFilter(told, police).counts.actor.get("Unknown men"), 1, "its own choice does not narrow a filter");
});

test("words are found in any alphabet, all of them, in titles, places and sentences", () => {
  const found = (words) => ids(applyFilter(told, { ...standardFilter(), words }).events);
  assert.deepEqual(found("MILL burned"), ["e2"]);
  assert.deepEqual(found("млин"), ["e2"]);
  assert.deepEqual(found("mill gazette"), []);
  assert.deepEqual(found("kharkiv"), ["e1"]);
});

test("an area holds what has its mark inside", () => {
  const area = { west: 37, south: 48, east: 38, north: 49 };
  assert.equal(applyFilter(told, { ...standardFilter(), area }).events.length, 4);
  assert.equal(applyFilter(told, { ...standardFilter(), area: { ...area, east: 37.5 } }).events.length, 0);
});
