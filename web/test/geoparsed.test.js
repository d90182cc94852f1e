import assert from "node:assert/strict";
import { test } from "node:test";
import { exactnessWords, outcomeWords, percent, phraseWords, piecesOf, roleOf } from "../src/model/geoparsed.js";

test("the text is cut at its toponyms by code points, and nothing of it is lost", () => {
  const text = "💥 Kyiv and 𐍈 Izium.";
  const pieces = piecesOf(text, [
    { start: 13, end: 18 },
    { start: 2, end: 6 },
  ]);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(
    pieces.filter((piece) => piece.toponym !== null),
    [
      { text: "Kyiv", toponym: 1 },
      { text: "Izium", toponym: 0 },
    ],
  );
});

test("toponyms inside others, beyond the end or empty are left out", () => {
  const pieces = piecesOf("Donetsk region", [
    { start: 0, end: 14 },
    { start: 0, end: 7 },
    { start: 8, end: 99 },
    { start: 3, end: 3 },
  ]);
  assert.deepEqual(pieces, [{ text: "Donetsk region", toponym: 0 }]);
});

test("outcomes, shares and roles are told in words", () => {
  const place = { name: "Izium" };
  assert.equal(outcomeWords({ resolution: "resolved", candidates: [place] }), "Means Izium");
  assert.equal(outcomeWords({ resolution: "ambiguous", candidates: [place, place] }), "May mean one of 2 places");
  assert.equal(outcomeWords({ resolution: "unresolved", candidates: [] }), "No place could be named");
  assert.deepEqual([0, 0.001, 0.5, 0.996, 1].map(percent), ["0 %", "<1 %", "50 %", "100 %", "100 %"]);
  assert.equal(roleOf("metonym").letter, "G");
  assert.equal(roleOf("something new").label, "something new");
});

test("phrases are told with distance, bearing and how exactly", () => {
  assert.equal(phraseWords({ relation: "offset", distance_m: 10_000, bearing_deg: 315 }), "at a distance from, 10 km, bearing 315°");
  assert.equal(phraseWords({ relation: "near", distance_m: null, bearing_deg: null }), "near");
  const locations = [
    { geo_level: "settlement", geo_precision: 1, where_prec: 1, uncertainty_m: 3000 },
    { geo_level: "none", geo_precision: null, where_prec: null, uncertainty_m: null },
  ];
  assert.equal(exactnessWords({ locations }), "settlement, ± 3 km, precision 1; no place");
});
