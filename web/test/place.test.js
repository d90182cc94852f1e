import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "../src/api/client.js";
import { eventsWith, foldText, placeKind, readPlace, whyWords } from "../src/model/place.js";

const bakhmut = (props = {}) => ({
  id: "gn:713174",
  geometry: { type: "Point", coordinates: [38, 48.6] },
  properties: {
    name: "Bakhmut",
    names: { en: ["Bakhmut"], uk: ["Бахмут"] },
    admin2: "Bakhmut",
    admin1: "Donetsk",
    country_name: "Ukraine",
    feature_code: "PPLA2",
    precision: "point",
    label_point: [38, 48.6],
    matched_name: "Bakhmut",
    match_kind: "official",
    match_closeness: "exact",
    match_edits: 0,
    ...props,
  },
});

test("a place comes with its name in the reader's language and its units", () => {
  const english = readPlace(bakhmut(), "en");
  assert.equal(english.name, "Bakhmut");
  assert.equal(english.where, "Donetsk, Ukraine", "a unit of its own name says nothing");
  assert.equal(english.kind, "settlement");
  assert.deepEqual(english.point, [38, 48.6]);
  assert.equal(readPlace(bakhmut(), "uk").name, "Бахмут");
  assert.equal(readPlace(bakhmut(), "ru").name, "Bakhmut", "no Russian name is known");
});

test("what cannot be read is no place", () => {
  for (const broken of [null, {}, { id: "gn:1", properties: { name: "x" } }, { id: "gn:1", properties: { label_point: [1, 2] } }]) {
    assert.equal(readPlace(broken, "en"), null);
  }
  assert.equal(readPlace(bakhmut({ label_point: ["x", 2] }), "en"), null);
});

test("the reason is told where the name alone does not say it", () => {
  assert.equal(readPlace(bakhmut(), "en").why, "");
  assert.equal(readPlace(bakhmut(), "uk").why, "also Bakhmut");
  const occupier = bakhmut({ matched_name: "Artyomovsk", match_kind: "occupation" });
  assert.equal(readPlace(occupier, "en").why, "occupier's name Artyomovsk");
  assert.equal(whyWords({ matched_name: "Artemivsk", match_kind: "historic" }, "Bakhmut"), "formerly Artemivsk");
  assert.equal(readPlace(bakhmut({ match_closeness: "typo", match_edits: 1 }), "en").why, "one letter apart");
  assert.equal(readPlace(bakhmut({ match_closeness: "typo", match_edits: 2 }), "en").why, "2 letters apart");
  assert.equal(readPlace(bakhmut({ distance_m: 12_345 }), "en").why, "12 km from the map's centre");
  assert.equal(readPlace(bakhmut({ precision: "admin2" }), "en").why, "exact position not known");
});

test("feature codes become words", () => {
  assert.deepEqual(
    ["PPLC", "PPL", "ADM1", "ADM2H", "ADM3", "PCLI", "SEA", "AIRB", "RGN", undefined].map(placeKind),
    ["capital", "settlement", "region", "district", "municipality", "country", "sea", "airfield", "area", "area"],
  );
});

test("events are found by title and place, whatever the case and the marks", () => {
  const events = [
    { title: "Shelling, Élysée", props: { location: "Paris" } },
    { title: "Clash", props: { location: "Тарасівка" } },
    { title: "Clash", props: {} },
  ];
  assert.deepEqual(eventsWith(events, "elysee", 5), [events[0]]);
  assert.deepEqual(eventsWith(events, "ТАРАСІВКА", 5), [events[1]]);
  assert.deepEqual(eventsWith(events, "clash", 1), [events[1]]);
  assert.deepEqual(eventsWith(events, " c", 5), [], "one letter is nothing to go by");
  assert.equal(foldText("  Ångström  x "), "angstrom x");
});

test("a newer search takes over from an older one", async () => {
  const asked = [];
  const client = createClient({
    origin: "http://127.0.0.1:1",
    fetch: async (url, { signal } = {}) => {
      asked.push(url.search);
      await new Promise((done) => setTimeout(done, 5));
      signal?.throwIfAborted();
      return new Response(JSON.stringify({ features: [] }), { status: 200 });
    },
  });
  const [first, second] = await Promise.all([
    client.places({ text: "Ky", limit: 3, near: null }),
    client.places({ text: "Kyiv & co", limit: 3, near: [30.5, 50.45] }),
  ]);
  assert.equal(first, null);
  assert.deepEqual(second, { features: [] });
  assert.equal(asked[1], "?q=Kyiv+%26+co&limit=3&near=30.5000%2C50.4500");
});
