import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, nextLink } from "../src/api/client.js";
import { messageOf } from "../src/api/errors.js";
import { createLoader } from "../src/state/load.js";
import { createStore } from "../src/state/store.js";
import { standardView } from "../src/state/url-state.js";
import { feature } from "./world.js";

const origin = "http://127.0.0.1:1";

/** A server in memory: answers by path and query, with real requests' and responses' types. */
function serving(answer) {
  const asked = [];
  return {
    asked,
    fetch: async (url, { signal } = {}) => {
      asked.push(url.pathname + url.search);
      await new Promise((done) => setTimeout(done, 1));
      signal?.throwIfAborted();
      const [status, body] = answer(url);
      return new Response(JSON.stringify(body), { status });
    },
  };
}

function page(url) {
  const offset = Number(url.searchParams.get("offset") ?? 0);
  const next = new URL(url);
  next.searchParams.set("offset", String(offset + 1));
  const links = offset < 2 ? [{ rel: "self", href: url.href }, { rel: "next", href: next.href }] : [];
  return [200, { features: [feature({ event_id: `e${offset}` })], links }];
}

const emptyStore = () =>
  createStore({
    domain: { status: "loading", events: [], loaded: 0, refused: 0, problem: null, loadedAt: null, landing: {} },
    view: { ...standardView(), pile: [] },
    ui: { theme: "system", filtersOpen: true, cardOpen: true, sheet: "none", inView: null },
  });

test("pages are followed to the last, all tiers asked for", async () => {
  const server = serving(page);
  const ids = [];
  const finished = await createClient({ fetch: server.fetch, origin }).eachPage((one) => ids.push(one.features[0].id));
  assert.ok(finished);
  assert.deepEqual(ids, ["e0", "e1", "e2"]);
  assert.match(server.asked[0], /limit=1000&map_tier=1,2,3$/);
});

test("a second load aborts the first", async () => {
  const client = createClient({ fetch: serving(page).fetch, origin });
  const first = client.eachPage(() => assert.fail("the first load must bring nothing"));
  const second = client.eachPage(() => {});
  assert.deepEqual(await Promise.all([first, second]), [false, true]);
});

test("a next link to itself ends the paging, another host is only a path", () => {
  const current = "/api/items?offset=5";
  assert.equal(nextLink({ links: [{ rel: "next", href: current }] }, current), null);
  assert.equal(nextLink({ links: [{ rel: "next", href: "https://proxy.example/api/items?offset=6" }] }, current), "/api/items?offset=6");
  assert.equal(nextLink({}, current), null);
});

test("a problem document becomes words, and no answer is said so", async () => {
  const refused = createClient({ fetch: serving(() => [400, { title: "Bad limit", detail: "at most 10000" }]).fetch, origin });
  await assert.rejects(refused.landing(), (error) => messageOf(error) === "Bad limit: at most 10000" && error.status === 400);
  const silent = createClient({ fetch: () => Promise.reject(new TypeError("network")), origin });
  await assert.rejects(silent.landing(), (error) => messageOf(error) === "The server cannot be reached");
});

test("a report is asked once, and again after a failure", async () => {
  let broken = true;
  const server = serving(() => (broken ? [503, {}] : [200, { id: "r/1", text: "words" }]));
  const client = createClient({ fetch: server.fetch, origin });
  await assert.rejects(client.report("r/1"));
  broken = false;
  await client.report("r/1");
  await client.report("r/1");
  assert.deepEqual(server.asked, ["/api/reports/r%2F1", "/api/reports/r%2F1"]);
});

test("when a reload fails the last good events stay", async () => {
  let broken = false;
  const server = serving((url) => (broken ? [500, { title: "Down" }] : url.pathname === "/api" ? [200, { sample: true }] : page(url)));
  const store = emptyStore();
  const load = createLoader(store, createClient({ fetch: server.fetch, origin }), messageOf, () => 42);
  await load();
  assert.equal(store.get().domain.status, "ready");
  assert.equal(store.get().domain.events.length, 3);
  assert.equal(store.get().domain.landing.sample, true);
  broken = true;
  await load();
  const { status, problem, events, loadedAt } = store.get().domain;
  assert.deepEqual([status, problem, events.length, loadedAt], ["failed", "Down", 3, 42]);
});

test("a change made while views are told reaches them as a further round", () => {
  const store = emptyStore();
  const seen = [];
  store.subscribe((state, before) => {
    seen.push([before.ui.sheet, state.ui.sheet]);
    if (state.ui.sheet === "event") store.update("ui", { sheet: "filters" });
  });
  store.update("ui", { sheet: "event" });
  store.update("ui", { sheet: "filters" });
  assert.deepEqual(seen, [["none", "event"], ["event", "filters"]]);
});
