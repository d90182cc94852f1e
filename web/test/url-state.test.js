import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../src/model/dates.js";
import { DIMENSIONS, standardFilter } from "../src/model/filter.js";
import { readHash, standardView, writeHash } from "../src/state/url-state.js";

const full = {
  filter: {
    ...standardFilter(),
    type: ["clash", "air"],
    precision: ["exact"],
    tier: ["1", "2"],
    status: ["reviewed"],
    range: { from: parseDay("2025-04-02"), to: parseDay("2025-04-08") },
  },
  selected: "seed/α 1",
  mode: "list",
  style: "events",
  measure: "count",
  language: "uk",
  pinned: null,
  camera: { lat: 48.4, lon: 36.9, zoom: 7 },
};

test("a link brings back the view it was made from", () => {
  assert.deepEqual(readHash(writeHash(full)), full);
  assert.deepEqual(readHash(writeHash(standardView())), standardView());
});

test("a link is plain to read and leaves out what is standard", () => {
  assert.equal(writeHash(standardView()), "#v=1");
  assert.equal(
    writeHash(full),
    "#v=1&z=7&c=48.4000,36.9000&d=2025-04-02..2025-04-08&t=clash,air&p=exact&tier=1,2&s=reviewed&e=seed%2F%CE%B1%201&view=list&lang=uk",
  );
});

test("a cited link names the data", () => {
  assert.match(writeHash(standardView(), { dataVersion: "2025-06-11" }), /&ds=2025-06-11$/);
});

test("unknown keys and unreadable values are ignored", () => {
  const odd = "#v=9&zz=1&z=abc&c=north,south&d=2025-04-08..2025-04-02&t=nonsense&view=chart&lang=xx&e=";
  assert.deepEqual(readHash(odd), standardView());
  assert.deepEqual(readHash("#%E0%A4%A"), standardView());
  assert.deepEqual(readHash(""), standardView());
});

test("density and regions are views of their own", () => {
  const region = { ...standardView(), style: "region", measure: "people" };
  assert.equal(writeHash(region), "#v=1&view=region&per=people");
  assert.deepEqual(readHash(writeHash(region)), region);
  assert.deepEqual(readHash("#view=density"), { ...standardView(), style: "density" });
});

test("half a camera is none", () => {
  assert.equal(readHash("#z=7").camera, null);
  assert.equal(readHash("#c=48,37").camera, null);
  assert.equal(readHash("#z=7&c=148,37").camera, null);
});

test("nothing chosen is a choice that a link keeps", () => {
  const none = { ...standardView(), filter: { ...standardFilter(), type: [] } };
  assert.deepEqual(readHash(writeHash(none)), none);
});

test("every filter can be linked", () => {
  for (const rule of DIMENSIONS) {
    const view = { ...standardView(), filter: { ...standardFilter(), [rule.id]: [rule.values.at(-1).id] } };
    assert.deepEqual(readHash(writeHash(view)), view, rule.id);
  }
});

test("values from the data come back whatever they hold, and so do words and areas", () => {
  const filter = {
    ...standardFilter(),
    region: ["Côte d'Ivoire", "Ukraine/Kharkiv"],
    actor: ["100 % Unknown, & co", "Поліція"],
    publisher: ["A=B#c"],
    language: ["uk"],
    words: "burnt mill",
    area: { west: 30.5, south: 45, east: 40, north: 50.25 },
  };
  const view = { ...standardView(), filter };
  assert.deepEqual(readHash(writeHash(view)), view);
  const following = { ...standardView(), filter: { ...standardFilter(), inView: true, area: null } };
  assert.deepEqual(readHash(writeHash(following)), following);
  assert.deepEqual(readHash("#b=5,5,1,1&r=%25E0&q=%20%20"), standardView());
});
