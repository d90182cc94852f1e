import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox, isDoneAlready, nextToSend, settle } from "../src/review/outbox.js";

/** @param {string} key @param {object} [more] */
function entry(key, more = {}) {
  return {
    key,
    eventId: "e1",
    reportId: "r1",
    method: "PATCH",
    path: "/api/events/e1",
    body: { action: "accept" },
    version: 1,
    label: "Accept",
    at: 0,
    tries: 0,
    state: "waiting",
    problem: null,
    current: null,
    ...more,
  };
}

const feature = (version, status = "accepted", reviewer = "Olha") => ({ id: "e1", properties: { event_id: "e1", version, review: { status, reviewer } } });
const refused = (status, current = null) => ({ ok: false, status, words: `refused ${status}`, current, retryAfter: null });

/** A server that answers from a list, a storage that may be full, and a clock that only moves when told. */
function world(answers) {
  const kept = new Map();
  const sent = [];
  const timers = [];
  const done = [];
  const troubles = [];
  const state = { full: false };
  const make = () =>
    createOutbox({
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem(key, value) {
          if (state.full) throw new Error("QuotaExceededError");
          kept.set(key, value);
        },
      },
      send: async (write) => {
        sent.push(write);
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return answer ?? { ok: true, feature: feature(2), etag: null };
      },
      etag: ({ version }) => (version === null ? null : `"v${version}"`),
      me: () => "Olha",
      later: (run, ms) => timers.push({ run, ms }),
      onChange: () => {},
      onDone: (one, answer) => done.push([one.key, answer?.properties.version]),
      onTrouble: (status) => troubles.push(status),
      alone: (work) => work(),
    });
  return { make, sent, timers, done, troubles, state, kept };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("decisions go out in order, each on the version that the one before made", async () => {
  const { make, sent, done } = world([
    { ok: true, feature: feature(2), etag: null },
    { ok: true, feature: feature(3), etag: null },
  ]);
  const outbox = make();
  outbox.add(entry("a"));
  outbox.add(entry("b", { body: { action: "publish" } }));
  await settled();
  assert.deepEqual(sent.map(({ body, etag }) => [body.action, etag]), [["accept", '"v1"'], ["publish", '"v2"']]);
  assert.deepEqual(done, [["a", 2], ["b", 3]]);
  assert.deepEqual(outbox.entries(), []);
});

test("no answer, a restart and a full disk lose nothing: it is tried again, ever more seldom", async () => {
  const { make, timers, done, troubles } = world([refused(null), refused(503), refused(507)]);
  const outbox = make();
  outbox.add(entry("a"));
  for (let i = 0; i < 3; i += 1) {
    await settled();
    assert.equal(outbox.entries().length, 1);
    timers.shift().run();
  }
  await settled();
  assert.deepEqual(done, [["a", 2]]);
  assert.deepEqual(troubles, [null, 503, 507]);
});

test("the wait doubles up to a minute, and a server's own wish goes before", async () => {
  const answers = Array.from({ length: 8 }, () => refused(503));
  const { make, timers } = world([...answers, { ...refused(429), retryAfter: 7 }]);
  make().add(entry("a"));
  const waits = [];
  for (let i = 0; i < 9; i += 1) {
    await settled();
    const timer = timers.shift();
    waits.push(timer.ms);
    timer.run();
  }
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 7000]);
});

test("what was unsent is sent after the page was loaded again", async () => {
  const { make, sent, kept } = world([refused(null)]);
  make().add(entry("a"));
  await settled();
  assert.match(kept.get("clashmap.desk.outbox"), /"key":"a"/);
  const reloaded = make();
  reloaded.resume();
  await settled();
  assert.equal(sent.length, 2);
  assert.deepEqual(reloaded.entries(), []);
});

test("a browser that keeps nothing is known, and its decisions still go out", async () => {
  const { make, state, done } = world([refused(null)]);
  state.full = true;
  const outbox = make();
  outbox.add(entry("a"));
  await settled();
  assert.equal(outbox.isKept(), false);
  assert.equal(outbox.entries().length, 1);
  outbox.resume();
  await settled();
  assert.deepEqual(done, [["a", 2]]);
});

test("another's change is a conflict, which holds its own event and no other", async () => {
  const theirs = feature(2, "rejected", "Ivan");
  const { make, sent } = world([refused(412, theirs)]);
  const outbox = make();
  outbox.add(entry("a"));
  outbox.add(entry("b", { body: { action: "publish" } }));
  outbox.add(entry("c", { eventId: "e2", path: "/api/events/e2" }));
  await settled();
  assert.deepEqual(outbox.entries().map(({ key, state }) => [key, state]), [["a", "conflict"], ["b", "waiting"]]);
  assert.deepEqual(outbox.entries()[0].current, theirs);
  assert.deepEqual(sent.map(({ path }) => path), ["/api/events/e1", "/api/events/e2"]);
  outbox.retry("a", 2);
  await settled();
  assert.deepEqual(sent.slice(2).map(({ body, etag }) => [body.action, etag]), [["accept", '"v2"'], ["publish", '"v2"']]);
});

test("one's own decision whose answer was lost is no conflict", () => {
  const mine = entry("a");
  assert.equal(isDoneAlready(mine, feature(2), "Olha"), true);
  assert.equal(isDoneAlready(mine, feature(2, "rejected"), "Olha"), false);
  assert.equal(isDoneAlready(mine, feature(3), "Olha"), false);
  assert.equal(isDoneAlready(mine, feature(2, "accepted", "Ivan"), "Olha"), false);
  assert.equal(isDoneAlready({ ...mine, body: { action: "correct", changes: {} } }, feature(2), "Olha"), false);
  assert.deepEqual(settle([mine], "a", refused(412, feature(2)), "Olha").entries, []);
});

test("a refusal is kept with its words until somebody has seen it; a token's trouble holds everything", async () => {
  const { make, sent, timers } = world([refused(400), refused(401)]);
  const outbox = make();
  outbox.add(entry("a"));
  outbox.add(entry("c", { eventId: "e2", path: "/api/events/e2" }));
  await settled();
  assert.deepEqual(outbox.entries().map(({ key, state, problem }) => [key, state, problem]), [
    ["a", "refused", "refused 400"],
    ["c", "waiting", "refused 401"],
  ]);
  assert.equal(sent.length, 2);
  assert.equal(timers.length, 1);
  assert.equal(outbox.remove("a"), true);
  assert.equal(nextToSend(outbox.entries()).key, "c");
});

test("rubbish in the storage is no decision", () => {
  const { make, kept } = world([]);
  kept.set("clashmap.desk.outbox", '[1,{"key":2},null]');
  assert.deepEqual(make().entries(), []);
  kept.set("clashmap.desk.outbox", "{");
  assert.deepEqual(make().entries(), []);
});
