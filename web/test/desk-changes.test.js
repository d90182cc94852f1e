import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptance, draftWords, isEmpty, moved, nextRadius, rejection } from "../src/review/changes.js";
import { TYPES, typesLike } from "../src/review/codebook.js";
import { event } from "./world.js";

const tarasivka = event({ event_id: "e/1", place_text: "near Tarasivka", geocode: { relation: { anchors: ["Tarasivka"] } } });

test("an untouched event is accepted, a changed one corrected", () => {
  assert.deepEqual(acceptance(tarasivka, {}), [{ method: "PATCH", path: "/api/events/e%2F1", body: { action: "accept" }, versioned: true }]);
  const [request] = acceptance(tarasivka, { place: { kind: "candidate", number: 2, id: null, name: "B", point: null }, precision: "settlement" });
  assert.deepEqual(request.body, { action: "correct", changes: { place: { candidate: 2 }, precision: "settlement" } });
});

test("each way of choosing a place has its form on the wire", () => {
  const body = (place) => acceptance(tarasivka, { place })[0].body.changes.place;
  assert.deepEqual(body({ kind: "candidate", number: 2, id: "gn:7", name: "X", point: null }), { place: "gn:7" });
  assert.deepEqual(body({ kind: "place", id: "gn:1", name: "X", point: null }), { place: "gn:1" });
  assert.deepEqual(body({ kind: "pin", point: [37, 48], meters: 500 }), { point: [37, 48], uncertainty_m: 500 });
  assert.deepEqual(body({ kind: "none" }), { none: true });
});

test("several places become one event each, with the other changes in all", () => {
  const place = (number) => ({ kind: "candidate", number, id: null, name: String(number), point: null });
  const [request, ...more] = acceptance(tarasivka, { place: place(1), also: [place(3)], precision: "settlement" });
  assert.equal(more.length, 0);
  assert.equal(request.path, "/api/events/e%2F1/split");
  assert.deepEqual(request.body, { parts: [{ place: { candidate: 1 }, precision: "settlement" }, { place: { candidate: 3 }, precision: "settlement" }] });
});

test("a place that is missing in the gazetteer loses its point, or goes in where the pin was put", () => {
  const [plain] = acceptance(tarasivka, { missing: true });
  assert.deepEqual(plain.body, { action: "correct", changes: { place: { none: true } }, reason: "The place is not in the gazetteer." });
  const [pinned, added] = acceptance(tarasivka, { missing: true, place: { kind: "pin", point: [37.5, 48.5], meters: 2000 } });
  assert.deepEqual(pinned.body.changes.place, { point: [37.5, 48.5], uncertainty_m: 2000 });
  assert.equal(added.path, "/api/review/places");
  assert.equal(added.versioned, false);
  assert.equal(added.body.name, "Tarasivka");
  assert.deepEqual([added.body.lon, added.body.lat], [37.5, 48.5]);
});

test("a rejection names its reason by code and in words", () => {
  assert.deepEqual(rejection("e1", 4, {}).body, { action: "reject", reason_code: "duplicate", reason: "Duplicate" });
  assert.equal(rejection("e1", 1, { reason: "a drill" }).body.reason, "a drill");
});

test("a draft is told in words, an empty one is empty", () => {
  assert.equal(isEmpty(undefined), true);
  assert.equal(isEmpty({ also: [], reason: "" }), true);
  assert.equal(isEmpty({ missing: true }), false);
  assert.deepEqual(draftWords({ place: { kind: "pin", point: [37, 48], meters: 500 }, when: { date_start: "2025-04-08", date_end: "2025-04-08" } }), [
    "Place: pin at 48.0000, 37.0000 ± 500 m",
    "Days: 2025-04-08",
  ]);
});

test("the pin moves by metres, goes round the date line and stops before the poles", () => {
  const [lon, lat] = moved([37, 60], 1000, 1000);
  assert.ok(Math.abs((lon - 37) * 111.32 * Math.cos(Math.PI / 3) - 1) < 0.01);
  assert.ok(Math.abs((lat - 60) * 111.32 - 1) < 0.01);
  assert.ok(moved([179.9999, 0], 1000, 0)[0] < -179.9);
  assert.equal(moved([0, 89.9], 0, 5000)[1], 89.9);
  assert.deepEqual([nextRadius(3000, 1), nextRadius(3000, -1), nextRadius(100, -1), nextRadius(2697, 1)], [4000, 2000, 100, 3000]);
});

test("types are found by their beginning first, then by any word of theirs or their group", () => {
  assert.equal(TYPES.flatMap(({ subs }) => subs).length, 25);
  assert.equal(typesLike("at")[0].sub, "Attack");
  assert.ok(typesLike("battle").every(({ type }) => type === "Battles"));
  assert.deepEqual(typesLike("zzz"), []);
});
