import assert from "node:assert/strict";
import { test } from "node:test";
import {
  certaintyWord,
  confidenceWord,
  countWords,
  dateBasisWords,
  distanceWords,
  formatCount,
  rangeFigure,
  recordWord,
  reviewWord,
} from "../src/model/words.js";

test("an unknown value of the codebook stays readable", () => {
  assert.equal(certaintyWord("reported_as_fact"), "Reported as fact");
  assert.equal(certaintyWord("half_believed"), "Half believed");
  assert.equal(certaintyWord(undefined), "Not said");
  assert.deepEqual(reviewWord("on_hold"), { mark: "◷", label: "On hold", group: "machine" });
});

test("an ordinary event needs no word for its kind of record", () => {
  assert.equal(recordWord("event"), null);
  assert.equal(recordWord("aggregate"), "A sum over several events");
});

test("confidence is a word", () => {
  assert.deepEqual([0.8, 0.79, 0.5, 0.49].map(confidenceWord), ["high", "medium", "medium", "low"]);
});

test("counts keep their bounds", () => {
  assert.equal(rangeFigure({ low: 3, high: 5 }), "3–5");
  assert.equal(rangeFigure({ low: 3, high: 3 }), "3");
  assert.equal(rangeFigure({ low: 3, high: null }), "at least 3");
  assert.equal(rangeFigure({ low: null, high: 12000 }), "up to 12,000");
  assert.equal(rangeFigure({ low: 0, high: 0 }), "0");
  assert.equal(rangeFigure(null), null);
});

test("thousands are parted and one is singular", () => {
  assert.equal(formatCount(1579), "1,579");
  assert.equal(formatCount(1234567), "1,234,567");
  assert.equal(countWords(1, "event"), "1 event");
  assert.equal(countWords(0, "event"), "0 events");
});

test("distances are no more exact than needed", () => {
  assert.deepEqual([750, 1000, 2500, 8000, 12400].map(distanceWords), ["750 m", "1 km", "2.5 km", "8 km", "12 km"]);
});

test("the basis of a date names the words it was read from", () => {
  assert.equal(
    dateBasisWords({ date_text: "on Tuesday", date_basis: "relative" }),
    "“on Tuesday” — counted from the day of publication",
  );
  assert.equal(dateBasisWords({}), "");
});
