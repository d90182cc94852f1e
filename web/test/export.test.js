import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMATS, readmeOf } from "../src/model/export.js";
import { box, event, feature } from "./world.js";
import { readEvents } from "../src/model/event.js";

const about = { filter: "Only air", dataVersion: "7", permalink: "http://map.test/#v=1", made: "2026-01-02T03:04:05Z", credits: [{ source: "GeoNames", licence: "CC BY 4.0" }, { source: "GeoNames", licence: "CC BY 4.0" }] };
const write = (id, events) => FORMATS.find((one) => one.id === id).write(events, about);
const hostile = event({ event_id: "e<1>", title: '=HYPERLINK("x"),"y"\nz', country: "Ukraine", sources: [{ publisher: "A & B", evidence: [{ quote: "</description><script>\u0007" }] }] });
const area = readEvents({ features: [feature({ event_id: "e2", footprint: box(36, 48, 37, 49) }, null)] }).events[0];

test("a comma file quotes what needs it and lets no formula through", () => {
  const [head, first, second] = write("csv", [hostile, area]).split("\r\n");
  assert.match(head, /^event_id,version,date_start/);
  assert.ok(first.includes(`"'=HYPERLINK(""x""),""y""\nz"`), first);
  assert.ok(second.includes(",,,settlement"), "no point is empty, never zero");
});

test("HXL tags stand under the names, one each", () => {
  const [head, tags] = write("hxl", []).split("\r\n").map((line) => line.split(","));
  assert.equal(head.length, tags.length);
  assert.ok(tags.every((tag) => tag.startsWith("#")));
});

test("GeoJSON says its filter, data and licences, and keeps areas as polygons", () => {
  const { metadata, features } = JSON.parse(write("geojson", [hostile, area]));
  assert.equal(metadata.filter, "Only air");
  assert.equal(metadata.data_version, "7");
  assert.deepEqual(metadata.licences, ["GeoNames: CC BY 4.0"]);
  assert.deepEqual(features.map((one) => one.geometry.type), ["Point", "Polygon"]);
});

test("KML stays well-formed whatever a report says", () => {
  const kml = write("kml", [hostile, area]);
  assert.ok(kml.includes("&lt;/description&gt;&lt;script&gt;") && !kml.includes("<script>") && !kml.includes("\u0007"));
  assert.equal(kml.match(/<Placemark/g).length, 2);
  assert.ok(kml.includes("<Polygon><outerBoundaryIs>"));
});

test("each line of JSON Lines is a whole record with the data's version", () => {
  const lines = write("jsonl", [hostile, area]).trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((one) => [one.data_version, one.id]), [["7", "e<1>"], ["7", "e2"]]);
});

test("the readme names the filter and what an empty position means", () => {
  assert.match(readmeOf(about, 2), /2 events[\s\S]*Filter: Only air[\s\S]*no point/);
});
