import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, isTyping, KEYS } from "../src/review/keys.js";

/** @param {string} key @param {object} [more] */
function stroke(key, more = {}) {
  return { key, code: "", shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more };
}

test("every key of the table does what the table says", () => {
  for (const { keys, name } of KEYS) {
    if (keys.length > 1 || keys[0] === "1–9") continue;
    const key = keys[0] === "Esc" ? "Escape" : keys[0].toLowerCase();
    assert.deepEqual(commandOf(stroke(key), "browse"), { name }, key);
  }
  assert.equal(new Set(KEYS.map(({ keys }) => keys.join("+"))).size, KEYS.length);
});

test("a Cyrillic layout has the same keys at the same places", () => {
  assert.deepEqual(commandOf(stroke("о", { code: "KeyJ" }), "browse"), { name: "next" });
  assert.deepEqual(commandOf(stroke("ф", { code: "KeyA" }), "browse"), { name: "accept" });
  assert.deepEqual(commandOf(stroke("?", { code: "Digit7", shiftKey: true }), "browse"), { name: "help" });
});

test("a Latin layout is read by its letters, digits by their place", () => {
  assert.deepEqual(commandOf(stroke("a", { code: "KeyQ" }), "browse"), { name: "accept" });
  assert.deepEqual(commandOf(stroke("&", { code: "Digit1" }), "browse"), { name: "choose", number: 1 });
  assert.deepEqual(commandOf(stroke("!", { code: "Digit1", shiftKey: true }), "browse"), { name: "also", number: 1 });
});

test("keys with Control, Alt or Command stay the browser's", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"]) assert.equal(commandOf(stroke("a", { [held]: true }), "browse"), null);
});

test("after R only a reason, undo or leaving counts", () => {
  assert.deepEqual(commandOf(stroke("5", { code: "Digit5" }), "reject"), { name: "reason", number: 5 });
  assert.equal(commandOf(stroke("6", { code: "Digit6" }), "reject"), null);
  assert.equal(commandOf(stroke("a"), "reject"), null);
  assert.deepEqual(commandOf(stroke("Escape"), "reject"), { name: "cancel" });
});

test("the pin moves a kilometre, with Shift a hundred metres", () => {
  assert.deepEqual(commandOf(stroke("ArrowUp"), "move"), { name: "nudge", east: 0, north: 1000 });
  assert.deepEqual(commandOf(stroke("ArrowLeft", { shiftKey: true }), "move"), { name: "nudge", east: -100, north: 0 });
  assert.deepEqual(commandOf(stroke("Enter"), "move"), { name: "keep" });
  assert.equal(commandOf(stroke("a"), "move"), null);
});

test("keys in a field are words, not commands", () => {
  assert.equal(isTyping({ closest: (selector) => selector.includes("textarea") }), true);
  assert.equal(isTyping({ closest: () => null }), false);
  assert.equal(isTyping(null), false);
});
