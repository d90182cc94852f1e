import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isoDay, parseDay, rangeWords, weekday, wholePeriodWords } from "../src/model/dates.js";
import { dateWords, shortDate } from "../src/model/words.js";

const day = (text) => parseDay(text);

test("a day survives the way to a number and back", () => {
  for (const text of ["1969-12-31", "1970-01-01", "2024-02-29", "2025-04-08"]) assert.equal(isoDay(day(text)), text);
});

test("what is no day of the calendar is null", () => {
  for (const text of ["2025-02-30", "2025-13-01", "8 April", "", null, undefined, 20250408]) assert.equal(day(text), null);
});

test("an instant counts with its date", () => {
  assert.equal(day("2025-04-08T23:59:00Z"), day("2025-04-08"));
});

test("weeks begin on Monday, before 1970 too", () => {
  assert.equal(weekday(day("2025-04-07")), 0);
  assert.equal(weekday(day("2025-04-13")), 6);
  assert.equal(weekday(day("1969-12-29")), 0);
});

test("month twelve is January of the next year", () => {
  assert.equal(isoDay(dayOf(2024, 12)), "2025-01-01");
});

test("ranges do not repeat what both ends share", () => {
  assert.equal(rangeWords(day("2025-04-02"), day("2025-04-08")), "2–8 April 2025");
  assert.equal(rangeWords(day("2025-03-30"), day("2025-04-08"), { short: true }), "30 Mar – 8 Apr 2025");
  assert.equal(rangeWords(day("2024-12-30"), day("2025-01-02"), { short: true }), "30 Dec 2024 – 2 Jan 2025");
});

test("only a whole month or year is called so", () => {
  assert.equal(wholePeriodWords(day("2022-02-01"), day("2022-02-28")), "February 2022");
  assert.equal(wholePeriodWords(day("2024-01-01"), day("2024-12-31")), "2024");
  assert.equal(wholePeriodWords(day("2024-01-01"), day("2024-12-30")), null);
  assert.equal(wholePeriodWords(day("2024-01-02"), day("2024-12-31")), null);
});

test("words of a date are never more exact than the record", () => {
  const between = (start, end) => ({ start: start && day(start), end: end && day(end) });
  assert.equal(dateWords(between("2025-04-08", "2025-04-08")), "8 April 2025");
  assert.equal(dateWords(between("2025-04-02", "2025-04-08")), "Between 2 and 8 April 2025");
  assert.equal(dateWords(between("2025-03-30", "2025-04-08")), "Between 30 March and 8 April 2025");
  assert.equal(dateWords(between("2024-12-30", "2025-01-02")), "Between 30 December 2024 and 2 January 2025");
  assert.equal(dateWords(between("2022-02-01", "2022-02-28")), "Some time in February 2022");
  assert.equal(dateWords(between(null, "2025-03-14")), "By 14 March 2025");
  assert.equal(dateWords(between("2025-03-14", null)), "Since 14 March 2025");
  assert.equal(dateWords(between(null, null)), "Date not known");
  assert.equal(shortDate(between("2025-04-02", "2025-04-08")), "2–8 Apr 2025");
});
