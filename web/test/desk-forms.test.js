import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../src/review/conflict.js";
import { editChanges, splitParts } from "../src/review/edits.js";
import { event, feature } from "./world.js";

const clash = event({ low: 1, best: 1, high: 3, actors: [{ name: "Army", role: "initiator" }] });

/** @param {Record<string, string>} [more] the form as it opens, with changes */
function form(more = {}) {
  const data = new FormData();
  const fields = { title: "Clash", date_start: "2025-04-08", date_end: "2025-04-08", map_tier: "1", low: "1", best: "1", high: "3", actorName: "Army", actorRole: "initiator", ...more };
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test("a form that was only opened changes nothing", () => {
  assert.deepEqual(editChanges(clash, form()), { draft: {}, problem: null });
});

test("only what was typed anew becomes a change", () => {
  const { draft } = editChanges(clash, form({ high: "", date_end: "2025-04-09", reason: "the text says so" }));
  assert.deepEqual(draft, { when: { date_start: "2025-04-08", date_end: "2025-04-09" }, counts: { deaths: { low: 1, best: 1 } }, reason: "the text says so" });
  assert.deepEqual(editChanges(clash, form({ low: "", best: "", high: "" })).draft.counts, { deaths: null });
  assert.deepEqual(editChanges(clash, form({ low: "2", best: "", high: "" })).draft.counts, { deaths: { low: 2, best: 2 } });
  assert.deepEqual(editChanges(clash, form({ injuredHigh: "5" })).draft.counts, { injured: { low: 0, high: 5 } });
  assert.deepEqual(editChanges(clash, form({ actorName: " " })).draft, { actors: [] });
});

test("what cannot be is told with the value", () => {
  assert.match(editChanges(clash, form({ date_end: "2025-04-01" })).problem, /2025-04-01, is before the first, 2025-04-08/);
  assert.match(editChanges(clash, form({ low: "9" })).problem, /9/);
  assert.match(editChanges(clash, form({ best: "-1" })).problem, /“-1” is not a whole number/);
  assert.match(editChanges(clash, form({ best: "1.5" })).problem, /“1.5”/);
  assert.equal(editChanges(clash, form({ title: "  " })).problem, "The title is empty.");
});

test("parts of a split differ from each other", () => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ place0: "gn:1", place1: "#2", type1: "Attack", from1: "2025-04-08" })) data.append(name, value);
  assert.deepEqual(splitParts(data, 2).parts, [
    { place: { place: "gn:1" } },
    { place: { candidate: 2 }, sub_event_type: "Attack", when: { date_start: "2025-04-08", date_end: "2025-04-08" } },
  ]);
  assert.match(splitParts(new FormData(), 2).problem, /Two parts are the same/);
});

test("a conflict shows both decisions, part by part", () => {
  const current = feature({ version: 2, review: { status: "rejected", reviewer: "Ivan", reason: "a drill" } });
  const { by, version, rows } = compare({
    key: "a", eventId: "e1", reportId: "r", method: "PATCH", path: "/api/events/e1", version: 1, label: "", at: 0, tries: 1, state: "conflict", problem: "", current,
    body: { action: "correct", changes: { place: { candidate: 2 } } },
  });
  assert.deepEqual([by, version], ["Ivan", 2]);
  assert.deepEqual(rows[0], { part: "Decision", mine: "Accept with changes", theirs: "Rejected" });
  assert.deepEqual(rows[1], { part: "Place", mine: "candidate 2", theirs: "Tarasivka" });
  assert.deepEqual(rows.at(-1), { part: "Reason", mine: "", theirs: "a drill" });
});
