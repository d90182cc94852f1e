/** The server, as the page uses it: reading only, same origin, stale requests aborted, errors with words for a reader. */
import { ApiError, problemOf } from "./errors.js";

/** @typedef {import("../model/wire.js").Landing} Landing */
/** @typedef {import("../model/wire.js").Report} Report */

const PAGE_SIZE = 1000;
const MOST_LIGHT = 100_000; // events in the browser; beyond it the newest are shown and the rest counted
const MOST_IDS = 50; // in one address
const MAX_PAGES = 1000; // a server whose next link never ends must not hold the page for ever

/**
 * @param {{fetch: typeof fetch, origin: string}} world
 */
export function createClient({ fetch: fetchFrom, origin }) {
  /** @type {AbortController | null} */
  let loading = null;
  /** @type {AbortController | null} */
  let searching = null;
  /** @type {Map<string, Promise<Report>>} */
  const reports = new Map();

  /**
   * @param {string} address absolute or from the root
   * @param {AbortSignal} [signal]
   */
  function getJson(address, signal) {
    return askJson(address, {}, signal);
  }

  /** When the service worker kept what it answers with, epoch milliseconds; null for an answer of the server. */
  /** @type {number | null} */
  let keptAt = null;

  /**
   * @param {string} address absolute or from the root
   * @param {RequestInit} request
   * @param {AbortSignal} [signal]
   */
  async function askJson(address, request, signal) {
    const url = new URL(address, origin);
    if (url.origin !== origin) throw new ApiError(`The server pointed to another place (${url.origin})`, null);
    let response;
    try {
      response = await fetchFrom(url, {
        ...request,
        headers: { Accept: "application/geo+json, application/json", ...request.headers },
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiError("The server cannot be reached", null);
    }
    if (!response.ok) throw await problemOf(response);
    const kept = Date.parse(response.headers.get("x-clashmap-kept") ?? "");
    if (!Number.isNaN(kept)) keptAt = Math.min(kept, keptAt ?? kept);
    try {
      return await response.json();
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiError("The server's answer cannot be read", response.status);
    }
  }

  /** @type {Map<string, Promise<import("../model/by-region.js").Outline | null>>} */
  const outlines = new Map();

  /** @param {string} country @param {string} region */
  async function findOutline(country, region) {
    const query = new URLSearchParams({ q: region, in: country, limit: "10" });
    const found = await getJson(`/api/collections/places/items?${query}`);
    const unit = found.features?.find((/** @type {any} */ one) => one?.properties?.feature_code === "ADM1");
    if (typeof unit?.id !== "string") return null;
    const { geometry, properties } = await getJson(`/api/collections/places/items/${encodeURIComponent(unit.id)}`);
    return geometry ? { geometry, population: Number(properties?.population) || null } : null;
  }

  return {
    /** @returns {Promise<Landing>} */
    landing: () => getJson("/api"),

    /** When the data of the last load were kept, if they come from the browser's store. */
    keptAt: () => keptAt,

    /**
     * All events of all tiers, page by page. A second call aborts the first.
     *
     * @param {(collection: unknown) => boolean | void} onPage false to stop
     * @param {string | null} [asOf] version of the data; null for the newest
     * @returns {Promise<boolean>} false when a newer call took over
     */
    async eachPage(onPage, asOf = null) {
      loading?.abort();
      const mine = (loading = new AbortController());
      keptAt = null;
      /** @type {string | null} */
      let next = `/api/collections/events/items?limit=${PAGE_SIZE}&map_tier=1,2,3${asOf === null ? "" : `&as_of=${encodeURIComponent(asOf)}`}`;
      try {
        for (let page = 0; next !== null && page < MAX_PAGES; page += 1) {
          const collection = /** @type {any} */ (await getJson(next, mine.signal));
          if (mine.signal.aborted) return false;
          if (onPage(collection) === false) return true;
          next = nextLink(collection, next);
        }
      } catch (error) {
        if (mine.signal.aborted) return false;
        throw error;
      }
      return true;
    },

    /**
     * Places by name, best first. A second call aborts the first, whose answer is then null.
     *
     * @param {{text: string, limit: number, near: [number, number] | null}} query near: longitude first
     * @returns {Promise<any | null>}
     */
    async places({ text, limit, near }) {
      searching?.abort();
      const mine = (searching = new AbortController());
      const query = new URLSearchParams({ q: text, limit: String(limit) });
      if (near) query.set("near", near.map((degrees) => degrees.toFixed(4)).join(","));
      try {
        return await getJson(`/api/collections/places/items?${query}`, mine.signal);
      } catch (error) {
        if (mine.signal.aborted) return null;
        throw error;
      }
    },

    /**
     * The place names of a text. A second call aborts the first, whose answer is then null.
     *
     * @param {{text: string, language: string, country: string}} query empty language: to be guessed; empty country: not told
     * @returns {Promise<import("../model/geoparsed.js").Geoparsed | null>}
     */
    async geoparse({ text, language, country }) {
      searching?.abort();
      const mine = (searching = new AbortController());
      const body = JSON.stringify({ text, ...(language ? { lang: language } : {}), ...(country ? { country } : {}) });
      try {
        return await askJson("/api/geoparse", { method: "POST", body, headers: { "Content-Type": "application/json" } }, mine.signal);
      } catch (error) {
        if (mine.signal.aborted) return null;
        throw error;
      }
    },

    /**
     * The outline of a first-level region by the names of the events, kept for the life of the page.
     *
     * @param {string} country
     * @param {string} region
     * @returns {Promise<import("../model/by-region.js").Outline | null>} null when the gazetteer knows none
     */
    outline(country, region) {
      const key = `${country}/${region}`;
      const known = outlines.get(key);
      if (known) return known;
      const asked = findOutline(country, region);
      outlines.set(key, asked);
      asked.catch(() => outlines.delete(key));
      return asked;
    },

    /**
     * All events as binary columns, when the server has them.
     *
     * @returns {Promise<ArrayBuffer | null>} null when a newer load took over
     */
    async columns() {
      const mine = loading ?? new AbortController();
      const url = new URL(`/api/collections/events/columns?map_tier=1,2,3&limit=${MOST_LIGHT}`, origin);
      const response = await fetchFrom(url, { signal: mine.signal });
      if (!response.ok) throw await problemOf(response);
      const buffer = await response.arrayBuffer();
      return mine.signal.aborted ? null : buffer;
    },

    /** Whole records of some events, a few requests at a time. @param {readonly string[]} ids */
    async details(ids) {
      const features = [];
      for (let at = 0; at < ids.length; at += MOST_IDS) {
        const some = ids.slice(at, at + MOST_IDS);
        const list = some.map((id) => `'${id.replaceAll("'", "''")}'`).join(",");
        const query = new URLSearchParams({ filter: `event_id IN (${list})`, map_tier: "1,2,3", limit: String(MOST_IDS) });
        const one = some.length === 1 ? some[0] : null;
        const found = one ? { features: [await getJson(`/api/collections/events/items/${encodeURIComponent(one)}`)] } : await getJson(`/api/collections/events/items?${query}`);
        features.push(...found.features);
      }
      return { type: "FeatureCollection", features };
    },

    /** Every change of an event. @param {string} id @returns {Promise<{revisions?: import("../model/history.js").Revision[]}>} */
    history: (id) => getJson(`/api/events/${encodeURIComponent(id)}/history`),

    /** One place, with its outline if it is an area. @param {string} id @returns {Promise<any>} */
    place: (id) => getJson(`/api/collections/places/items/${encodeURIComponent(id)}`),

    /**
     * Kept for the life of the page; a failed one is asked again.
     *
     * @param {string} id
     * @returns {Promise<Report>}
     */
    report(id) {
      const known = reports.get(id);
      if (known) return known;
      const asked = getJson(`/api/reports/${encodeURIComponent(id)}`);
      reports.set(id, asked);
      asked.catch(() => reports.delete(id));
      return asked;
    },
  };
}

/**
 * @param {any} collection
 * @param {string} current address, against which a relative link counts
 * @returns {string | null} path and query only, so that a server behind a proxy may name itself as it likes
 */
export function nextLink(collection, current) {
  const links = Array.isArray(collection?.links) ? collection.links : [];
  const href = links.find((/** @type {any} */ link) => link?.rel === "next")?.href;
  if (typeof href !== "string") return null;
  const base = new URL(current, "http://localhost");
  const url = new URL(href, base);
  const next = url.pathname + url.search;
  return next === base.pathname + base.search ? null : next;
}

/** @typedef {ReturnType<typeof createClient>} Client */
