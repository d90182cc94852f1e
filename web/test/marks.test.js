import assert from "node:assert/strict";
import { test } from "node:test";
import { contains, mercatorLength, mercatorX, mercatorY, pointInside } from "../src/model/geometry.js";
import { anchorOf, marksOf } from "../src/model/marks.js";
import { copiesOf } from "../src/map/camera.js";
import { columnsOf, discRadius } from "../src/map/columns.js";
import { findTarget } from "../src/map/hit.js";
import { box, event } from "./world.js";

const at = (lon, lat) => ({ type: "Point", coordinates: [lon, lat] });
const AIR = { event_type: "Explosions/Remote violence", sub_event_type: "Air/drone strike" };

test("identical coordinates are one disc of the commonest kind and the most exact style", () => {
  const here = at(37.5, 48.3);
  const { discs } = marksOf([
    event({ event_id: "a", geo_precision: 2 }, here),
    event({ event_id: "b", ...AIR }, here),
    event({ event_id: "c", ...AIR, geo_precision: 2 }, here),
    event({ event_id: "d" }, at(37.6, 48.3)),
  ]);
  assert.deepEqual(discs.map((disc) => [disc.events.length, disc.kind, disc.style]), [[3, "air", "solid"], [1, "clash", "solid"]]);
});

test("a tie of kinds goes to the first of the legend, whatever the order", () => {
  const pair = [event({ event_id: "a", ...AIR }), event({ event_id: "b" })];
  assert.equal(marksOf(pair).discs[0].kind, "clash");
  assert.equal(marksOf(pair.toReversed()).discs[0].kind, "clash");
});

test("events of one region share one badge inside it and make no disc", () => {
  const area = box(36, 47, 39, 49);
  const { discs, regions } = marksOf([
    event({ event_id: "a", footprint: area }, null),
    event({ event_id: "b", footprint: structuredClone(area) }, null),
    event({ event_id: "c", geo_level: "admin1", location: "Kursk Oblast" }, at(36, 51.7)),
  ]);
  assert.equal(discs.length, 0);
  assert.deepEqual(regions.map((region) => region.events.length), [2, 1]);
  assert.ok(contains(area, ...regions[0].at));
});

test("events without a place make no mark", () => {
  const marks = marksOf([event({}, null)]);
  assert.deepEqual([marks.discs, marks.regions, marks.routes], [[], [], []]);
});

test("a badge stands inside its area even where the centroid does not", () => {
  const horseshoe = {
    type: "Polygon",
    coordinates: [[[0, 0], [10, 0], [10, 10], [7, 10], [7, 3], [3, 3], [3, 10], [0, 10], [0, 0]]],
  };
  assert.ok(contains(horseshoe, ...pointInside(horseshoe)));
  assert.ok(!contains(horseshoe, 5, 6));
});

test("a badge avoids holes and takes the largest part", () => {
  const withHole = { type: "Polygon", coordinates: [...box(0, 0, 10, 10).coordinates, ...box(2, 2, 8, 8).coordinates] };
  assert.ok(contains(withHole, ...pointInside(withHole)));
  const parts = { type: "MultiPolygon", coordinates: [box(0, 0, 1, 1).coordinates, box(20, 20, 30, 30).coordinates] };
  assert.ok(pointInside(parts)[0] > 19);
  assert.equal(pointInside({ type: "MultiPolygon", coordinates: [] }), null);
});

test("seeded random areas hold their badges", () => {
  let state = 20250408;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round += 1) {
    const ring = Array.from({ length: 12 }, (_, i) => {
      const [angle, r] = [(i / 12) * 2 * Math.PI, 1 + random() * 6];
      return [30 + r * Math.cos(angle), 48 + r * Math.sin(angle)];
    });
    const area = { type: "Polygon", coordinates: [[...ring, ring[0]]] };
    const spot = pointInside(area);
    assert.ok(spot && contains(area, ...spot), `seed 20250408, round ${round}`);
  }
});

test("the anchor of a route is on it", () => {
  const line = { type: "LineString", coordinates: [[37, 48], [38, 48.5], [39, 49]] };
  assert.deepEqual(anchorOf(event({ footprint: line }, null)), [38, 48.5]);
});

test("Web Mercator meets its known points and scale", () => {
  assert.equal(mercatorX(-180), 0);
  assert.equal(mercatorX(180), 1);
  assert.ok(Math.abs(mercatorY(0) - 0.5) < 1e-12);
  assert.ok(Math.abs(mercatorY(85.0511287798066)) < 1e-9);
  assert.ok(Number.isFinite(mercatorY(90)));
  assert.ok(Math.abs(mercatorLength(1000, 60) / mercatorLength(1000, 0) - 2) < 1e-9);
});

test("columns follow the discs, and only a vicinity has a true circle", () => {
  const { discs } = marksOf([
    event({ event_id: "a", geo_precision: 2, uncertainty_m: 8000 }, at(37, 48)),
    event({ event_id: "b", uncertainty_m: 8000 }, at(38, 48)),
  ]);
  const columns = columnsOf(discs);
  const circles = discs.map((disc, i) => [disc.style, columns.circle[i] > 0]);
  assert.deepEqual(new Map(circles), new Map([["open", true], ["solid", false]]));
});

test("a disc grows with its count, but never without end", () => {
  assert.ok(discRadius(4) > discRadius(1));
  assert.equal(discRadius(1e6), discRadius(1e9));
});

test("every copy of the world in the window is drawn", () => {
  const frame = { width: 1000, height: 500, worldPx: 1024, left: 900, top: 0, zoom: 2 };
  assert.deepEqual(copiesOf(frame), [0, 1]);
  assert.deepEqual(copiesOf({ ...frame, left: -100 }), [-1, 0]);
});

test("a pointer finds small marks within 12 px, and before the circle they stand on", () => {
  const one = event({ event_id: "small" });
  const other = event({ event_id: "wide" });
  const disc = (x, y, radius, events) => ({ shape: "disc", x, y, radius, events, area: null });
  const small = disc(100, 100, 6, [one]);
  const wide = disc(110, 100, 80, [other]);
  assert.equal(findTarget([wide, small], 111, 100), small);
  assert.equal(findTarget([small, wide], 113, 100), wide);
  assert.equal(findTarget([small], 113, 100), null);
  assert.equal(findTarget([small], 112, 100), small);
});

test("of two equal marks the nearer is found, then the one on top", () => {
  const disc = (x, name) => ({ shape: "disc", x, y: 0, radius: 6, events: [event({ event_id: name })], area: null });
  const [left, right, top] = [disc(0, "left"), disc(10, "right"), disc(10, "top")];
  assert.equal(findTarget([left, right], 3, 0), left);
  assert.equal(findTarget([right, top], 10, 0), top);
});
