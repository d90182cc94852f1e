import assert from "node:assert/strict";
import { test } from "node:test";
import { codePointsBefore, paragraphsOf, plain } from "../src/review/pieces.js";

const words = (paragraphs) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(""));

test("nothing of a text is lost but the breaks between its paragraphs", () => {
  const text = "💥 One. Two.\n\n  \nThree <script>alert(1)</script>\nlast";
  const paragraphs = paragraphsOf(text, [{ id: "a", start: 2, end: 6 }], [{ start: 2, end: 5 }]);
  assert.deepEqual(words(paragraphs), ["💥 One. Two.", "Three <script>alert(1)</script>", "last"]);
});

test("runs know the events they prove and the name they stand in, by code points", () => {
  const text = "💥 Shells hit Izium and Kupiansk.";
  const at = (word) => ({ start: [...text].join("").indexOf(word) - 1, end: text.indexOf(word) - 1 + word.length });
  const [{ runs }] = paragraphsOf(text, [{ id: "a", start: 2, end: 18 }, { id: "b", start: 9, end: 31 }], [at("Izium"), at("Kupiansk")]);
  assert.deepEqual(
    runs.map(({ text: run, events, name }) => [run, events.join(), name]),
    [
      ["💥 ", "", null],
      ["Shells ", "a", null],
      ["hit ", "a,b", null],
      ["Izium", "a,b", 0],
      [" and ", "b", null],
      ["Kupiansk", "b", 1],
      [".", "", null],
    ],
  );
});

test("evidence over a line break goes on in the next paragraph", () => {
  const paragraphs = paragraphsOf("one\ntwo", [{ id: "a", start: 0, end: 7 }], []);
  assert.deepEqual(paragraphs.map(({ runs }) => runs.map(({ events }) => events.join())), [["a"], ["a"]]);
});

test("an event with two spans that overlap ends where the last ends", () => {
  const [{ runs }] = paragraphsOf("abcdef", [{ id: "a", start: 0, end: 4 }, { id: "a", start: 2, end: 5 }], []);
  assert.deepEqual(runs.map(({ text, events }) => [text, events.length]), [["ab", 1], ["cd", 1], ["e", 1], ["f", 0]]);
});

test("offsets beyond the end, empty and turned around do no harm", () => {
  const paragraphs = paragraphsOf("short", [{ id: "a", start: 3, end: 99 }, { id: "b", start: 4, end: 2 }, { id: "c", start: -2, end: 0 }], [{ start: 1, end: 1 }]);
  assert.deepEqual(words(paragraphs), ["short"]);
  assert.deepEqual(paragraphs[0].runs.map(({ text, events }) => [text, events.join()]), [["sho", ""], ["rt", "a"]]);
});

test("characters that turn the order of letters stand alone, so that they can be named", () => {
  const [{ runs }] = paragraphsOf("a\u202Eb\u2069", [], []);
  assert.deepEqual(runs.map(({ text, control }) => [text, control]), [["a", false], ["\u202E", true], ["b", false], ["\u2069", true]]);
  assert.equal(plain("x\u202Ey"), "x⟨RLO⟩y");
  assert.equal(plain("Київ"), "Київ");
});

test("three thousand names and events in a megabyte are cut in one pass", () => {
  const sentence = "Shelling hit Izium, and the village burned for days on end. ".repeat(6);
  const text = sentence.repeat(3000);
  const each = Array.from({ length: 3000 }, (_, i) => i * sentence.length);
  const paragraphs = paragraphsOf(
    text,
    each.map((start, i) => ({ id: `e${i}`, start, end: start + 59 })),
    each.map((start) => ({ start: start + 13, end: start + 18 })),
  );
  assert.equal(paragraphs[0].runs.filter(({ name }) => name !== null).length, 3000);
  assert.equal(words(paragraphs)[0].length, text.length);
});

test("a place in a text on screen counts in code points", () => {
  assert.equal(codePointsBefore("💥 Kyiv", 3), 2);
});
