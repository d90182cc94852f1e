/**
 * Service worker: with a connection everything comes from the server and a copy is kept; without one the copies answer, so
 * that the app, the base map and the last data stay. A kept answer says since when, in `x-clashmap-kept`. Nothing that was
 * asked with a token is kept, and no stream is touched.
 */
const STORE = "clashmap-1";
const MOST_KEPT = 400; // answers; reports and places that were looked at pile up
const KEPT = "x-clashmap-kept";
const STREAMS = ["/api/live", "/api/jobs"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === self.location.origin && request.method === "GET" && !request.headers.has("Authorization");
  const streamed = STREAMS.some((path) => url.pathname.startsWith(path)) || request.headers.get("Accept")?.includes("event-stream");
  if (ours && !streamed && !request.headers.has("Range")) event.respondWith(answer(event, request));
});

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith("clashmap-") && name !== STORE) await caches.delete(name);
  await self.clients.claim();
}

/** @param {FetchEvent} event @param {Request} request */
async function answer(event, request) {
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const cache = await caches.open(STORE);
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** @param {Request} request @param {Response} response */
async function keep(request, response) {
  if (/no-store/.test(response.headers.get("Cache-Control") ?? "")) return;
  const headers = new Headers(response.headers);
  headers.set(KEPT, new Date().toISOString());
  headers.delete("Content-Encoding"); // the body is unpacked already
  headers.delete("Content-Length");
  const cache = await caches.open(STORE);
  await cache.put(request, new Response(await response.arrayBuffer(), { status: response.status, headers }));
  const all = await cache.keys();
  const old = all.filter((one) => /^\/api\/(reports|collections\/places)\//.test(new URL(one.url).pathname));
  for (const one of old.slice(0, Math.max(0, all.length - MOST_KEPT))) await cache.delete(one);
}
