import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../src/review/address.js";
import { ownCandidates, readAccepted, readCandidates } from "../src/review/places.js";
import { byReport, nextReport, readQueue } from "../src/review/queue.js";
import { addressIn, intakeProblem, looksLikeHtml } from "../src/review/reports.js";
import { tokenIn } from "../src/review/session-view.js";
import { initialState, inTextOrder, isGone, medianSeconds, nextUndone, standingOf } from "../src/review/state.js";
import { event } from "./world.js";

const entry = (more) => ({ eventId: "e1", path: "/api/events/e1", body: { action: "accept" }, state: "waiting", ...more });
const said = (status, reviewer = null) => event({ review: { status, reviewer } });

test("an event stands where its record says, and ahead of it where a decision is on its way", () => {
  assert.equal(standingOf(said("machine"), [], "Olha").id, "undone");
  assert.equal(standingOf(said("published"), [], "Olha").id, "accepted");
  assert.equal(standingOf(said("retracted"), [], "Olha").id, "rejected");
  assert.equal(standingOf(said("machine"), [entry()], "Olha").id, "accepted");
  assert.equal(standingOf(said("accepted"), [entry({ path: "/api/events/e1/undo", body: {} })], "Olha").id, "undone");
  assert.equal(standingOf(said("machine"), [entry({ path: "/api/events/e1/merge", body: { with: "x" } })], "Olha").id, "rejected");
  assert.equal(standingOf(said("machine"), [entry({ state: "conflict" })], "Olha").id, "conflict");
});

test("what I have read waits for the second reader; what another has read waits for me", () => {
  assert.equal(standingOf(said("in_review", "Olha"), [], "Olha").id, "waiting");
  assert.equal(standingOf(said("in_review", "Ivan"), [], "Olha").id, "undone");
  assert.equal(standingOf(said("in_review"), [], null).id, "undone");
});

test("the next undone event is the one after, going round, and none when all is done", () => {
  const state = initialState();
  const events = ["machine", "accepted", "machine"].map((status, i) => event({ event_id: `e${i}`, review: { status } }));
  const at = { ...state, domain: { ...state.domain, events } };
  assert.equal(nextUndone(at, "e0").id, "e2");
  assert.equal(nextUndone(at, "e2").id, "e0");
  assert.equal(nextUndone({ ...at, domain: { ...at.domain, events: events.slice(1, 2) } }, null), null);
});

test("events merged into others or split into parts are decided there", () => {
  assert.equal(isGone(event({ merged_into: "e9" })), true);
  assert.equal(isGone(event({ links: [{ type: "split_into", target: "e1-p1" }] })), true);
  assert.equal(isGone(event({ links: [{ type: "split_from", target: "e1" }], merged_into: null })), false);
});

test("events stand in the order of the text, those without words last", () => {
  const from = (event_id, start) => event({ event_id, sources: [{ report_id: "r", evidence: start === null ? [] : [{ start, end: start + 5 }] }] });
  assert.deepEqual(inTextOrder([from("c", null), from("b", 90), from("a", 7)], "r").map(({ id }) => id), ["a", "b", "c"]);
});

test("a pause does not move the pace", () => {
  assert.equal(medianSeconds([1000, 3000, 90_000]), 3);
  assert.equal(medianSeconds([]), null);
});

test("a token comes in with the address and never goes back into it", () => {
  assert.deepEqual(readAddress("#token=abc&report=r1&event=e1"), { token: "abc", report: "r1", event: "e1" });
  assert.equal(writeAddress("r1", "e1"), "#report=r1&event=e1");
  assert.equal(writeAddress(null, "e1"), "");
  assert.equal(tokenIn(" http://127.0.0.1/review#token=abc "), "abc");
  assert.equal(tokenIn("abc"), "abc");
});

test("the queue is gathered by report, the most needed first", () => {
  const item = (id, report_id, why) => ({ id, report_id, title: id, why: [why] });
  const items = readQueue({ items: [item("e1", "r1", "disputed"), item("e2", "r2", "two places"), item("e3", "r1", "two places"), { title: "no id" }] });
  assert.deepEqual(byReport(items).map(({ reportId, items: own, why }) => [reportId, own.length, why.join()]), [["r1", 2, "disputed,two places"], ["r2", 1, "two places"]]);
  assert.equal(nextReport(items, "r1").reportId, "r2");
  assert.equal(nextReport(items, "r2").reportId, "r1");
  assert.equal(nextReport(items.slice(0, 1), "r1"), null);
});

test("candidates come in the server's order, or for want of it in the event's own", () => {
  const [one] = readCandidates({ candidates: [{ rank: 1, place: "gn:1", name: "Izium", lon: 37, lat: 49, share: 0.9, why: ["accepted here"] }] });
  assert.deepEqual([one.number, one.id, one.point, one.reasons], [1, "gn:1", [37, 49], ["accepted here"]]);
  assert.equal(ownCandidates(event({ geocode: { candidates: [{ name: "Izium", score: 0.5 }] } }))[0].point, null);
  assert.equal(readAccepted([{ name: "A", lon: 1, lat: 2 }, { name: "B", lon: 1, lat: 2 }, { name: "C" }]).length, 1);
});

test("what is pasted is known for what it is", () => {
  assert.equal(addressIn(" https://example.org/a "), "https://example.org/a");
  assert.equal(addressIn("see https://example.org/a"), null);
  assert.equal(looksLikeHtml("<!DOCTYPE html><p>x"), true);
  assert.equal(looksLikeHtml("a < b and b > c"), false);
  assert.match(intakeProblem(" "), /first/);
  assert.match(intakeProblem("x".repeat(10_400_000)), /10.4 MB/);
  assert.equal(intakeProblem("Shelling"), null);
});
