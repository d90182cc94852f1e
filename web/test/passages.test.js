import assert from "node:assert/strict";
import { test } from "node:test";
import { sliceCodePoints, unitIndex } from "../src/model/codepoints.js";
import { passagesOf, passagesOfQuotes, sentences } from "../src/model/passages.js";

/** Offsets of the quote in the text, in code points, as the server counts them. */
function quote(text, words) {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { quote: words, start, end: start + [...words].length };
}

const joined = (passage) => passage.runs.map((run) => run.text).join("");
const evidence = (passage) => passage.runs.filter((run) => run.evidence).map((run) => run.text).join("");

test("offsets count code points, not UTF-16 units", () => {
  const text = "🚁🚁 удар по селу";
  assert.equal(unitIndex(text, 2), 4);
  assert.equal(sliceCodePoints(text, 3, 7), "удар");
  assert.equal(unitIndex(text, 999), text.length);
});

test("the evidence stands between the sentence before and the sentence after", () => {
  const text = "One came first. Then shells hit Nove. People fled. The end.";
  const { passages, lost } = passagesOf({ text }, [quote(text, "Then shells hit Nove.")]);
  assert.deepEqual(lost, []);
  assert.equal(passages.length, 1);
  assert.equal(joined(passages[0]), "One came first. Then shells hit Nove. People fled.");
  assert.equal(evidence(passages[0]), "Then shells hit Nove.");
  assert.deepEqual([passages[0].cutBefore, passages[0].cutAfter], [false, true]);
});

test("a quote after rare letters is still found by its offsets", () => {
  const text = "💥💥💥 First. Shells hit Nove. Shells hit Nove. Last.";
  const second = { ...quote(text, "Shells hit Nove."), start: 28, end: 44 };
  assert.equal(sliceCodePoints(text, second.start, second.end), second.quote);
  const [passage] = passagesOf({ text }, [second]).passages;
  assert.equal(joined(passage), "Shells hit Nove. Shells hit Nove. Last.");
  assert.equal(passage.runs.findIndex((run) => run.evidence), 1);
});

test("part of a sentence is evidence and the rest of it is context", () => {
  const text = "Before. Two were captured, he said on Tuesday. After.";
  const [passage] = passagesOf({ text }, [quote(text, "Two were captured")]).passages;
  assert.deepEqual(
    passage.runs.map((run) => [run.text, run.evidence]),
    [["Before. ", false], ["Two were captured", true], [", he said on Tuesday. After.", false]],
  );
});

test("neighbouring evidence becomes one passage, distant evidence two, in the report's order", () => {
  const filler = "Nothing here. ".repeat(6);
  const text = `A clash began. It went on. ${filler}Later shells fell. Done.`;
  const near = passagesOf({ text }, [quote(text, "It went on."), quote(text, "A clash began.")]).passages;
  assert.equal(near.length, 1);
  const far = passagesOf({ text }, [quote(text, "Later shells fell."), quote(text, "A clash began.")]).passages;
  assert.deepEqual(far.map(evidence), ["A clash began.", "Later shells fell."]);
});

test("the place as written is underlined and the name inside it is bold, within the evidence only", () => {
  const text = "Nove is old. It fell near the village of Nove in Donetsk. Nove again.";
  const wanted = { place: "near the village of Nove in Donetsk", names: ["Nove"] };
  const [passage] = passagesOf({ text }, [quote(text, "It fell near the village of Nove in Donetsk.")], wanted).passages;
  assert.equal(passage.runs.filter((run) => run.place).map((run) => run.text).join(""), wanted.place);
  assert.deepEqual(passage.runs.filter((run) => run.name).map((run) => run.text), ["Nove"]);
});

test("without the phrase, the names alone are underlined", () => {
  const text = "Shells hit Nove at dawn.";
  const [passage] = passagesOf({ text }, [quote(text, text)], { place: "(not stated)", names: ["Nove"] }).passages;
  assert.deepEqual(passage.runs.filter((run) => run.place).map((run) => run.text), ["Nove"]);
});

test("a quote that the report does not contain is said to be lost", () => {
  const { passages, lost } = passagesOf({ text: "Something else." }, [{ quote: "Shells fell.", start: 0, end: 12 }]);
  assert.deepEqual(passages, []);
  assert.deepEqual(lost, ["Shells fell."]);
});

test("wrong offsets fall back to the words", () => {
  const text = "First. Shells fell. Last.";
  const { passages } = passagesOf({ text }, [{ quote: "Shells fell.", start: 0, end: 5 }]);
  assert.equal(evidence(passages[0]), "Shells fell.");
});

test("a title does not end a sentence, a line break does", () => {
  const parts = (text, lang) => sentences(text, lang).map((one) => text.slice(one.start, one.end));
  assert.deepEqual(parts("Gen. Petrov and Mr. Lee met. They left.", "en"), ["Gen. Petrov and Mr. Lee met. ", "They left."]);
  assert.deepEqual(parts("A headline\nThe text begins.", "en"), ["A headline\n", "The text begins."]);
  assert.deepEqual(parts("Удар по м. Суми. Є загиблі.", "uk"), ["Удар по м. Суми. ", "Є загиблі."]);
});

test("sentences cover the text without gaps, whatever the language code", () => {
  const text = "  Один. Два!\n\nThree? 四。 ";
  for (const lang of ["uk", "en", "not a code"]) {
    const all = sentences(text, lang);
    assert.equal(all.map((one) => text.slice(one.start, one.end)).join(""), text);
  }
});

test("quotes alone stand in until the report has come", () => {
  const [passage] = passagesOfQuotes([{ quote: "💥 hit Nove." }, {}], { names: ["Nove"] });
  assert.equal(evidence(passage), "💥 hit Nove.");
  assert.deepEqual([passage.cutBefore, passage.cutAfter], [true, true]);
});
