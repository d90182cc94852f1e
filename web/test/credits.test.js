import assert from "node:assert/strict";
import { test } from "node:test";
import { bySource, placesCredit } from "../src/model/credits.js";

const GEONAMES = { source: "GeoNames cities500", licence: "CC BY 4.0", url: "https://www.geonames.org/", layer: "geonames", places: 10 };
const EARTH = { source: "Natural Earth", licence: "public domain", layer: "naturalearth", places: 5 };
/** @param {string} layer @param {string} source @param {string} licence */
const layer = (layer, source, licence = "ODbL 1.0") => ({ source, licence, layer, places: 3 });

test("layers of one source under one licence are one credit", () => {
  const credits = bySource([GEONAMES, layer("osm-a", "OpenStreetMap"), layer("osm-b", "OpenStreetMap"), layer("osm-c", "OpenStreetMap", "private")]);
  assert.deepEqual(
    credits.map(({ source, licence, layers, places }) => [source, licence, layers, places]),
    [
      ["GeoNames cities500", "CC BY 4.0", ["geonames"], 10],
      ["OpenStreetMap", "ODbL 1.0", ["osm-a", "osm-b"], 6],
      ["OpenStreetMap", "private", ["osm-c"], 3],
    ],
  );
});

test("the map's corner names what the base map does not name already", () => {
  assert.equal(placesCredit([GEONAMES, EARTH, { source: "By hand", licence: "CC0 1.0" }]), "");
  assert.equal(placesCredit([GEONAMES, layer("osm", "OpenStreetMap"), EARTH]), "Places: OpenStreetMap (ODbL 1.0)");
  assert.equal(placesCredit([layer("gn", "GeoNames", "private")]), "Places: GeoNames (private)");
});

test("many sources leave the corner short and say where the rest is", () => {
  const five = ["A", "B", "C", "D", "E"].map((name) => layer(name.toLowerCase(), name, "CC BY 4.0"));
  assert.equal(placesCredit(five), "Places: A (CC BY 4.0) · B (CC BY 4.0) · C (CC BY 4.0) · 2 more, see Data and licences");
});
