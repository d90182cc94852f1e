import assert from "node:assert/strict";
import { test } from "node:test";
import { newestFirst, readEvents, statusGroup } from "../src/model/event.js";
import { kindOf } from "../src/model/kinds.js";
import { precisionWords } from "../src/model/precision.js";
import { box, event, events, feature } from "./world.js";

test("what cannot be read is counted and the rest stays", () => {
  const read = readEvents({ features: [feature(), null, { type: "Feature" }, { id: 7, properties: {} }] });
  assert.equal(read.events.length, 1);
  assert.equal(read.refused, 3);
  assert.deepEqual(readEvents(undefined), { events: [], refused: 0 });
});

test("a place known to a region is never a dot, even with a point", () => {
  assert.equal(event({ geo_level: "admin1", geo_precision: 3 }).precision, "region");
  assert.equal(event({ geo_level: "country", geo_precision: 1 }).precision, "region");
  assert.equal(event({ footprint: box(36, 47, 39, 49) }, null).precision, "region");
});

test("precision follows the words of the record", () => {
  assert.equal(event().precision, "exact");
  assert.equal(event({ geo_precision: 2 }).precision, "near");
  assert.equal(event({ geo_level: "settlement_vicinity" }).precision, "near");
  assert.equal(event({ geo_level: undefined, geo_precision: undefined }).precision, "near");
  assert.equal(event({}, null).precision, "none");
  const line = { type: "LineString", coordinates: [[37, 48], [38, 49]] };
  assert.equal(event({ footprint: line }).precision, "route");
});

test("an inferred seat is not an exact place", () => {
  const kyiv = event({ location_basis: "inferred_seat", location: "Kyiv" });
  assert.equal(kyiv.precision, "near");
  assert.match(precisionWords(kyiv), /^Not stated in the text/);
});

test("candidates are lettered by share, and one alone is no choice", () => {
  const candidates = [
    { name: "second", lat: 48.7, lon: 38.2, score: 0.38 },
    { name: "first", lat: 48.9, lon: 38.2, score: 0.62 },
    { name: "elsewhere", lat: 50, lon: 30, rejected_because: "other oblast" },
    { name: "unknown", lat: null, lon: null },
  ];
  const ambiguous = event({ geocode: { ambiguous: true, candidates } });
  assert.equal(ambiguous.precision, "candidates");
  assert.deepEqual(
    ambiguous.candidates.map((one) => [one.letter, one.name]),
    [["A", "first"], ["B", "second"], ["", "elsewhere"], ["", "unknown"]],
  );
  assert.equal(event({ geocode: { ambiguous: true, candidates: candidates.slice(1) } }).precision, "exact");
});

test("a MultiPoint without candidates is read as its alternatives", () => {
  const either = event({ geocode: { ambiguous: true } }, { type: "MultiPoint", coordinates: [[37, 48], [38, 49]] });
  assert.deepEqual(either.candidates.map((one) => one.point), [[37, 48], [38, 49]]);
});

test("the words of a place say how far it may be off", () => {
  assert.equal(precisionWords(event({ geo_precision: 2, uncertainty_m: 8000 })), "Somewhere in or near Tarasivka (within about 8 km)");
  assert.equal(precisionWords(event({ geo_level: "admin1", location: "Donetsk Oblast" })), "Only the region is known: somewhere in Donetsk Oblast");
  assert.equal(precisionWords(event({ geo_level: "inherits_parent" }, null)), "The same as the event it is part of");
});

test("coordinates off the earth make no point", () => {
  assert.equal(event({}, { type: "Point", coordinates: [37, 148] }).point, null);
});

test("a window that ends before it starts becomes its first day", () => {
  const odd = event({ date_start: "2025-04-08", date_end: "2025-04-02" });
  assert.equal(odd.end, odd.start);
});

test("kinds follow the codebook and the unknown is other", () => {
  assert.equal(kindOf("Explosions/Remote violence", "Air/drone strike"), "air");
  assert.equal(kindOf("Explosions/Remote violence", "Grenade"), "explosion");
  assert.equal(kindOf("Riots", "Mob violence"), "protest");
  assert.equal(kindOf(null, null), "strategic");
});

test("review states fall into four groups", () => {
  assert.deepEqual(
    ["gold", "published", "in_review", "machine", "retracted", undefined].map(statusGroup),
    ["reviewed", "reviewed", "in_review", "machine", "rejected", "machine"],
  );
});

test("newest first does not depend on the order of arrival", () => {
  const all = events({ date_end: "2025-04-08" }, { date_start: null, date_end: null }, { date_end: "2025-05-01" }, { date_end: "2025-04-08" });
  const ids = (list) => [...list].sort(newestFirst).map((one) => one.id);
  assert.deepEqual(ids(all), ["e3", "e1", "e4", "e2"]);
  assert.deepEqual(ids(all.toReversed()), ids(all));
});
