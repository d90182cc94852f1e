import assert from "node:assert/strict";
import { test } from "node:test";
import { findMarked, findSelected, selectFiltered, selectInView, selectLastDay } from "../src/state/selectors.js";
import { standardView } from "../src/state/url-state.js";
import { parseDay } from "../src/model/dates.js";
import { box, event, events } from "./world.js";

/** @param {any[]} all @param {{selected?: string, inView?: object | null}} [what] */
function stateOf(all, { selected = null, inView = null } = {}) {
  return {
    domain: { status: "ready", events: all, loaded: 0, refused: 0, problem: null, loadedAt: 1, landing: {} },
    view: { ...standardView(), selected, pile: [] },
    ui: { theme: "system", filtersOpen: true, cardOpen: true, sheet: "none", inView },
  };
}

test("a view that looks back at the state before computes nothing again", () => {
  const state = stateOf(events({}, {}));
  const next = { ...state, view: { ...state.view, filter: { ...state.view.filter, words: "nothing" } } };
  const [first, second] = [selectFiltered(state), selectFiltered(next)];
  assert.equal(selectFiltered(state), first);
  assert.equal(selectFiltered(next), second);
});

const at = (lon, lat) => ({ type: "Point", coordinates: [lon, lat] });

test("what a selector found stays the same object while its inputs do", () => {
  const state = stateOf(events({}));
  assert.equal(selectFiltered(state), selectFiltered({ ...state, ui: { ...state.ui, sheet: "event" } }));
});

test("in view are marks inside the frame, regions by their badge, and nothing without a place", () => {
  const all = [
    event({ event_id: "in" }, at(37, 48)),
    event({ event_id: "out" }, at(10, 48)),
    event({ event_id: "region", footprint: box(36, 47, 38, 49) }, null),
    event({ event_id: "nowhere" }, null),
  ];
  const found = selectInView(stateOf(all, { inView: { west: 30, east: 40, south: 45, north: 50 } }));
  assert.deepEqual(found.events.map((one) => one.id), ["in", "region"]);
  assert.deepEqual([found.byRegion, found.placeless], [1, 1]);
});

test("a frame across the date line sees both of its sides, and copies of the world", () => {
  const all = [event({ event_id: "chukotka" }, at(-172, 66)), event({ event_id: "anadyr" }, at(177, 64)), event({ event_id: "kyiv" }, at(30, 50))];
  const ids = (inView) => selectInView(stateOf(all, { inView })).events.map((one) => one.id);
  assert.deepEqual(ids({ west: 170, east: 195, south: 40, north: 80 }), ["chukotka", "anadyr"]);
  assert.deepEqual(ids({ west: 380, east: 400, south: 40, north: 80 }), ["kyiv"]);
  assert.deepEqual(ids({ west: -190, east: -170, south: 40, north: 80 }), ["chukotka", "anadyr"]);
});

test("a part without a place of its own is marked by the event it is part of", () => {
  const [whole] = [event({ event_id: "whole" })];
  const part = event({ event_id: "part", parent_event_id: "whole", geo_level: "inherits_parent" }, null);
  const state = stateOf([whole, part], { selected: "part" });
  assert.equal(findSelected(state), part);
  assert.equal(findMarked(state), whole);
  assert.equal(findMarked(stateOf([part], { selected: "part" })), part, "its whole may not be loaded");
  assert.equal(findMarked(stateOf([whole])), null);
});

test("the newest day counts only what the tiers show", () => {
  const all = events({}, { map_tier: 3, date_start: "2026-01-01", date_end: "2026-01-01" });
  assert.equal(selectLastDay(stateOf(all)), parseDay("2025-04-08"));
  assert.equal(selectLastDay(stateOf([])), null);
});
