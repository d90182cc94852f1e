import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, readColumns } from "../src/model/columns.js";
import { parseDay } from "../src/model/dates.js";
import { applyFilter, standardFilter } from "../src/model/filter.js";
import { createLoader } from "../src/state/load.js";
import { createStore, firstState } from "../src/state/store.js";
import { standardView } from "../src/state/url-state.js";
import { columnsFile } from "./columns-file.js";
import { box, event, feature } from "./world.js";

const types = /** @type {const} */ ({ lon: "i32", lat: "i32", west: "i32", south: "i32", east: "i32", north: "i32", start: "i32", end: "i32", event_type: "u8", sub_event_type: "u8", precision: "u8", review_status: "u8", country: "u16", admin1: "u16", actor1: "u32", actor2: "u32", source: "u32", language: "u8", tier: "u8", uncertainty: "u32", sources: "u16", candidates: "u8", flags: "u8" });
const dictionaries = {
  event_type: ["Battles", "Explosions/Remote violence"],
  sub_event_type: ["Armed clash", "Air/drone strike"],
  precision: ["", "settlement", "settlement_vicinity", "admin1"],
  review_status: ["machine", "rejected"],
  country: ["", "Ukraine"],
  admin1: ["", "Sumy"],
  actor: ["", "Local police", "Unknown men"],
  source: ["", "Gazette"],
  language: ["", "uk"],
};
const day = parseDay("2025-04-08");
const place = { lon: 37_550_000, lat: 48_350_000, start: day, end: day, tier: 1, sources: 1, country: 1, precision: 1 };
const rows = [
  { id: "e1", values: { ...place, actor1: 1, actor2: 2, source: 1, language: 1, admin1: 1, uncertainty: 1000 } },
  { id: "e2", values: { ...place, precision: 2, event_type: 1, sub_event_type: 1, sources: 9 } },
  { id: "region é", values: { ...place, lon: undefined, lat: undefined, west: 33e6, south: 50e6, east: 35e6, north: 52e6, precision: 3, flags: 1 } },
  { id: "route", values: { ...place, lon: undefined, lat: undefined, west: 33e6, south: 50e6, east: 35e6, north: 52e6, flags: 2 } },
  { id: "two", values: { ...place, candidates: 2 } },
  { id: "nowhere", values: { ...place, lon: undefined, lat: undefined, precision: 0, start: undefined, end: undefined } },
  { id: "off", values: { ...place, review_status: 1, tier: 2 } },
];
const read = () => readColumns(columnsFile(rows, dictionaries, types)).events;
const find = (id) => read().find((one) => one.id === id);

test("a light event says to filters what its whole record says", () => {
  const light = find("e1");
  const whole = event({ event_id: "e1", country: "Ukraine", admin1: "Sumy", actor1: "Local police", actor2: "Unknown men", sources: [{ publisher: "Gazette", lang: "uk" }], uncertainty_m: 1000 });
  for (const key of ["kind", "tier", "precision", "status", "start", "end", "point", "regions", "actors", "publishers", "languages", "independent", "uncertaintyMeters"]) {
    assert.deepEqual(light[key], whole[key], key);
  }
});

test("precision is read from levels, flags and candidates, and never invented", () => {
  assert.deepEqual(Object.fromEntries(read().map((one) => [one.id, one.precision])), {
    e1: "exact", e2: "near", "region é": "region", route: "route", two: "candidates", nowhere: "none", off: "exact",
  });
  assert.deepEqual(find("region é").point, [34, 51], "a badge in the middle of its box, until the outline comes");
  assert.equal(find("nowhere").start, null);
  assert.equal(find("e2").independent, "3");
});

test("filters take light events", () => {
  const { events, counts } = applyFilter(read(), standardFilter());
  assert.equal(events.length, 6);
  assert.equal(counts.region.get("Ukraine/Sumy"), 1);
  assert.equal(counts.tier.get("2"), 0);
});

test("a completed event stays the same object, with its words", () => {
  const light = find("region é");
  complete(light, event({ event_id: "region é", title: "Drones", footprint: box(33, 50, 35, 52) }, null));
  assert.deepEqual([light.title, light.light, light.precision, light.footprint.type], ["Drones", false, "region", "Polygon"]);
});

test("what is no file of columns is refused", () => {
  assert.throws(() => readColumns(new ArrayBuffer(4)), /no columns/);
  assert.throws(() => readColumns(new TextEncoder().encode('{"type":"Problem"}').buffer), /no columns/);
});

/** @param {() => Promise<ArrayBuffer | null>} columns */
async function loaded(columns) {
  const store = createStore(firstState(standardView(), { theme: "system", filtersOpen: true, cardOpen: true }, true));
  let pages = 0;
  const eachPage = async (onPage) => {
    for (const id of ["a", "b", "c"]) {
      pages += 1;
      if (onPage({ numberMatched: 3, features: [feature({ event_id: id })] }) === false) return true;
    }
    return true;
  };
  await createLoader(store, { eachPage, columns, landing: async () => ({}), keptAt: () => null }, String, () => 1)();
  return { domain: store.get().domain, pages };
}

test("more than a page comes as columns, in one request", async () => {
  const { domain, pages } = await loaded(async () => columnsFile(rows, dictionaries, types));
  assert.deepEqual([domain.status, domain.events.length, pages], ["ready", 7, 1]);
});

test("without columns the pages are read to the end", async () => {
  const { domain } = await loaded(async () => Promise.reject(new Error("404")));
  assert.deepEqual([domain.status, domain.events.map((one) => one.id)], ["ready", ["a", "b", "c"]]);
});
