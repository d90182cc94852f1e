import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf, standardFilter } from "../src/model/filter.js";
import { actorsWith, countWithWords } from "../src/search/own.js";
import { events } from "./world.js";

test("actors are found by any of their words, in any case, the most frequent first", () => {
  const counts = new Map([["Local police", 2], ["Police of the north", 5], ["Поліція", 1], ["Former police", 0]]);
  assert.deepEqual(actorsWith(counts, "POLICE", 5), [{ name: "Police of the north", count: 5 }, { name: "Local police", count: 2 }]);
  assert.deepEqual(actorsWith(counts, "police local", 5).map((one) => one.name), ["Local police"]);
  assert.deepEqual(actorsWith(counts, "поліц", 5).map((one) => one.name), ["Поліція"]);
  assert.deepEqual(actorsWith(counts, "police", 1).length, 1);
  assert.deepEqual(actorsWith(counts, "  ", 5), []);
});

test("words are counted under the other filters, in the place of those that are set", () => {
  const index = indexOf(events({ title: "Mill burned" }, { title: "Mill rebuilt", map_tier: 2 }, { title: "Bridge hit" }));
  assert.equal(countWithWords(index, { ...standardFilter(), words: "bridge" }, "mill"), 1);
  assert.equal(countWithWords(index, { ...standardFilter(), tier: ["1", "2"] }, "mill"), 2);
});
