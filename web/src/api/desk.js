/**
 * The server, as the review desk uses it: reading, writing with a token and If-Match, and a report whose extraction
 * streams in. Same origin only; the token travels in a header and never in an address.
 */
import { ApiError, problemOf } from "./errors.js";
import { readMessages } from "./event-stream.js";

const JSON_TYPE = "application/json";
const STREAM_TYPE = "text/event-stream";

/**
 * @typedef {{role: string, name: string | null}} Session
 * @typedef {{method: string, path: string, body?: unknown, etag?: string | null}} Write
 * @typedef {{ok: true, feature: any, etag: string | null} | {ok: false, status: number | null, words: string, current: any, retryAfter: number | null}} Written
 *     status null: no answer came; `current` the feature as it is now, where the server says so
 * @typedef {{body: string | Blob, type: string, name?: string}} Intake
 */

/**
 * @param {object} world
 * @param {typeof fetch} world.fetch
 * @param {string} world.origin
 * @param {() => string | null} world.token
 */
export function createDeskClient({ fetch: fetchFrom, origin, token }) {
  /** @param {string} path @param {RequestInit} request */
  async function ask(path, request = {}) {
    const secret = token();
    const headers = {
      Accept: `application/geo+json, ${JSON_TYPE}`,
      ...(secret ? { Authorization: `Bearer ${secret}` } : {}),
      ...request.headers,
    };
    const url = new URL(path, origin);
    if (url.origin !== origin) throw new ApiError(`The server pointed to another place (${url.origin})`, null);
    try {
      return await fetchFrom(url, { ...request, headers });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new ApiError("The server cannot be reached", null);
    }
  }

  /** @param {string} path @param {RequestInit} [request] @returns {Promise<any>} */
  async function getJson(path, request) {
    const response = await ask(path, request);
    if (!response.ok) throw await problemOf(response);
    return bodyOf(response);
  }

  /** @param {string} path @param {unknown} body */
  const postJson = (path, body) => getJson(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": JSON_TYPE } });

  return {
    /** @returns {Promise<Session>} */
    session: () => getJson("/api/session"),

    /** @returns {Promise<{second_reader?: boolean}>} */
    settings: () => getJson("/api/review/settings"),

    /** @param {string | null} after @returns {Promise<{items: any[], next?: string | null}>} */
    queue: (after) => getJson(`/api/review/queue?limit=200${after ? `&after=${encodeURIComponent(after)}` : ""}`),

    /** @param {string} id */
    report: (id) => getJson(`/api/review/reports/${encodeURIComponent(id)}`),

    /** @param {string} id @returns {Promise<any>} */
    candidates: (id) => getJson(`/api/review/events/${encodeURIComponent(id)}/candidates`),

    /** How far a batch is. @param {string} id @returns {Promise<any>} */
    job: (id) => getJson(`/api/jobs/${encodeURIComponent(id)}`),

    /** @param {string} id @returns {Promise<any>} */
    history: (id) => getJson(`/api/events/${encodeURIComponent(id)}/history`),

    /** @param {URLSearchParams} query @param {AbortSignal} [signal] */
    places: (query, signal) => getJson(`/api/collections/places/items?${query}`, signal ? { signal } : {}),

    /** Stored events around a place and time. @param {URLSearchParams} query */
    events: (query) => getJson(`/api/collections/events/items?${query}`),

    /** @param {{name: string, lon: number, lat: number, reason: string}} place */
    addPlace: (place) => postJson("/api/review/places", place),

    /** Extraction that keeps nothing, for readers without a token. @param {{text: string, published?: string, publisher?: string, lang?: string}} input */
    code: (input) => postJson("/api/code", input),

    /**
     * One write. A refusal is an answer, not an exception: the desk keeps what was decided until it is settled.
     *
     * @param {Write} write
     * @returns {Promise<Written>}
     */
    async write({ method, path, body, etag }) {
      try {
        const response = await ask(path, {
          method,
          body: JSON.stringify(body ?? {}),
          headers: { "Content-Type": JSON_TYPE, ...(etag ? { "If-Match": etag } : {}) },
        });
        if (response.ok) return { ok: true, feature: await bodyOf(response), etag: response.headers.get("ETag") };
        const copy = response.clone();
        const { message, status } = await problemOf(response);
        const current = await copy.json().then((problem) => problem?.current ?? null, () => null);
        const seconds = Number(response.headers.get("Retry-After"));
        return { ok: false, status, words: message, current, retryAfter: seconds > 0 ? seconds : null };
      } catch (error) {
        if (error instanceof ApiError) return { ok: false, status: error.status, words: error.message, current: null, retryAfter: null };
        throw error;
      }
    },

    /**
     * Gives a report to the server; what it finds is told as it comes, or at once by a server that does not stream.
     *
     * @param {Intake} intake
     * @param {(event: string, data: any) => void} onMessage
     * @param {AbortSignal} signal
     * @returns {Promise<any>} the whole answer of a server that does not stream, else null
     */
    async addReport({ body, type, name }, onMessage, signal) {
      const response = await ask(`/api/reports${name ? `?name=${encodeURIComponent(name)}` : ""}`, {
        method: "POST",
        body,
        headers: { "Content-Type": type, Accept: `${STREAM_TYPE}, ${JSON_TYPE};q=0.5` },
        signal,
      });
      if (!response.ok) throw await problemOf(response);
      if (!response.headers.get("Content-Type")?.startsWith(STREAM_TYPE) || !response.body) return bodyOf(response);
      await readMessages(response.body, ({ event, data }) => onMessage(event, parsed(data)));
      return null;
    },
  };
}

/** @param {Response} response @returns {Promise<any>} */
async function bodyOf(response) {
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch {
    throw new ApiError("The server's answer cannot be read", null);
  }
}

/** A message cut short by a dropped connection is no message. @param {string} data */
function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** @typedef {ReturnType<typeof createDeskClient>} DeskClient */
