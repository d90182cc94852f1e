/** Getting things to the desk: who is at it, the queue, a report with its events, and a new report whose events stream in. */
import { ApiError, messageOf } from "../api/errors.js";
import { readEvents } from "../model/event.js";
import { countWords } from "../model/words.js";
import { readAccepted, readCandidates } from "./places.js";
import { nextReport, readQueue } from "./queue.js";
import { inTextOrder, isGone, nextUndone, selectedEvent } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {ReturnType<typeof import("../state/store.js").createStoreOf<State>>} DeskStore */

const DECIDING_ROLES = ["reviewer", "publisher", "administrator"];
const WRITING_ROLES = ["contributor", ...DECIDING_ROLES];
const JOB_WAIT_MS = 1000;
export const LARGEST_BYTES = 10_000_000; // what a browser shows without stalling; larger ones go in on the command line

/** @typedef {{kind: "text", text: string, isHtml: boolean, published: string, publisher: string, lang: string} | {kind: "address", address: string} | {kind: "file", file: File}} IntakeInput */

/**
 * @param {DeskStore} store
 * @param {import("../api/desk.js").DeskClient} client
 * @param {{now: () => number, say: (words: string, failed?: boolean) => void, select: (id: string | null) => void}} world
 */
export function createReports(store, client, { now, say, select }) {
  /** @type {AbortController | null} */
  let reading = null;
  let opened = 0;

  async function askWho() {
    store.update("domain", { session: { ...store.get().domain.session, status: "asking", words: null } });
    try {
      const { role, name } = await client.session();
      const status = DECIDING_ROLES.includes(role) ? "ready" : WRITING_ROLES.includes(role) ? "weak" : "none";
      store.update("domain", { session: { status, role, name, words: null } });
    } catch (error) {
      const refused = error instanceof ApiError && (error.status === 401 || error.status === 403);
      store.update("domain", { session: { status: refused ? "refused" : "unreachable", role: null, name: null, words: messageOf(error) } });
    }
    const { session } = store.get().domain;
    if (session.status === "ready" || session.status === "weak") await Promise.all([askSettings(), loadQueue()]);
  }

  async function askSettings() {
    try {
      store.update("domain", { secondReader: (await client.settings()).second_reader === true });
    } catch {
      // A server without the setting has no second reader.
    }
  }

  async function loadQueue() {
    const before = store.get().domain.queue;
    store.update("domain", { queue: { ...before, status: "loading" } });
    try {
      const answer = await client.queue(null);
      store.update("domain", { queue: { status: "ready", items: readQueue(answer), more: Boolean(answer.next), words: null } });
    } catch (error) {
      store.update("domain", { queue: { ...before, status: "failed", words: messageOf(error) } });
    }
  }

  /** @param {string} id @param {string | null} [eventId] */
  async function open(id, eventId = null) {
    reading?.abort();
    const mine = (opened += 1);
    try {
      const answer = await client.report(id);
      if (mine !== opened) return;
      show(answer, id, true);
      const { domain } = store.get();
      const wanted = domain.events.find((one) => one.id === eventId) ?? nextUndone(store.get(), null) ?? domain.events[0];
      select(wanted?.id ?? null);
    } catch (error) {
      if (mine === opened) say(`The report could not be opened: ${messageOf(error)}`, true);
    }
  }

  /** The same report again, after the server changed more than one of its events. */
  async function reload() {
    const { report } = store.get().domain;
    if (!report?.stored) return;
    const mine = opened;
    try {
      const answer = await client.report(report.id);
      if (mine !== opened) return;
      const before = store.get().view.selected;
      show(answer, report.id, true);
      const state = store.get();
      const still = state.domain.events.find((one) => one.id === before);
      if (!still) select(nextUndone(state, null)?.id ?? state.domain.events[0]?.id ?? null);
    } catch (error) {
      say(`The report could not be loaded again: ${messageOf(error)}`, true);
    }
  }

  /** @param {any} answer @param {string} id @param {boolean} stored */
  function show(answer, id, stored) {
    const report = answer.report ?? {};
    const { events, refused } = readEvents(Array.isArray(answer.events) ? { features: answer.events } : answer.events);
    store.update("domain", {
      report: {
        id: report.id ?? id,
        text: String(report.text ?? ""),
        title: report.title ?? null,
        publisher: report.publisher ?? null,
        published: report.publish_date ?? report.published ?? null,
        lang: report.lang ?? null,
        url: report.url ?? null,
        stored,
      },
      events: inTextOrder(events.filter((one) => !isGone(one)), report.id ?? id),
      gone: events.filter(isGone),
      omissions: answer.omissions ?? answer.not_events ?? [],
      names: answer.toponyms ?? [],
      accepted: readAccepted(answer.accepted_places),
      candidates: {},
      reading: store.get().domain.reading?.status === "done" ? store.get().domain.reading : null,
    });
    if (refused > 0) say(`${countWords(refused, "event")} of this report cannot be read by this page.`, true);
  }

  /** Candidates of the selected event and of the one that is likely next, so that nobody waits. @param {string | null} id */
  async function loadCandidates(id) {
    const ids = [id, id === null ? null : (nextUndone(store.get(), id)?.id ?? null)];
    await Promise.all(ids.map(loadCandidatesOf));
  }

  /** @param {string | null} id */
  async function loadCandidatesOf(id) {
    const { domain } = store.get();
    if (id === null || !domain.report?.stored || domain.candidates[id]) return;
    try {
      const found = readCandidates(await client.candidates(id));
      store.update("domain", { candidates: { ...store.get().domain.candidates, [id]: found } });
    } catch {
      // The event's own candidates stand in for them.
    }
  }

  /** @param {string} words @param {Partial<import("./state.js").Reading>} [more] */
  function tellReading(words, more = {}) {
    const before = store.get().domain.reading ?? { status: "sending", words, events: 0, startedAt: now(), milliseconds: null };
    store.update("domain", { reading: { ...before, words, ...more } });
  }

  /** @param {IntakeInput} input @returns {Promise<boolean>} whether it was taken, so that its draft may go */
  async function take(input) {
    reading?.abort();
    const mine = (reading = new AbortController());
    opened += 1;
    store.update("domain", { reading: { status: "sending", words: "Sending the report…", events: 0, startedAt: now(), milliseconds: null } });
    const { session } = store.get().domain;
    const writes = session.status === "ready" || session.status === "weak";
    try {
      if (writes) await takeStored(input, mine.signal);
      else await readOnly(input);
      return true;
    } catch (error) {
      if (mine.signal.aborted) return false;
      tellReading(messageOf(error), { status: "failed" });
      say(`The report was not taken: ${messageOf(error)}`, true);
      return false;
    }
  }

  /** @param {IntakeInput} input @param {AbortSignal} signal */
  async function takeStored(input, signal) {
    /** @type {{id: string | null}} */
    const seen = { id: null };
    /** @type {any[]} */
    const features = [];
    const whole = await client.addReport(
      intakeOf(input),
      (event, data) => {
        if (event === "report") {
          seen.id = data?.report_id ?? data?.id ?? null;
          const text = data?.text ?? (input.kind === "text" && !input.isHtml ? input.text : "");
          show({ report: { ...data, id: seen.id, text }, events: [] }, seen.id ?? "", true);
          select(null);
        } else if (event === "event" && data) {
          features.push(data.feature ?? data);
          if (store.get().domain.report?.id === seen.id) {
            store.update("domain", { events: inTextOrder(readEvents({ features }).events.filter((one) => !isGone(one)), seen.id ?? "") });
          }
          tellReading(`Reading: ${countWords(features.length, "event")} so far…`, { status: "streaming", events: features.length });
        } else if (event === "notice" && data?.message) {
          say(String(data.message), data.severity === "error");
        } else if (event === "done") {
          seen.id = data?.report_id ?? seen.id;
          if (data?.events) tellReading("Read.", { events: data.events.length });
        } else if (event === "problem" || event === "error") {
          throw new ApiError([data?.title, data?.detail].filter(Boolean).join(": ") || "The report could not be read", null);
        }
      },
      signal,
    );
    const id = whole?.report_id ?? whole?.reports?.[0] ?? seen.id;
    if (whole?.job) return followJob(whole.job, signal);
    if (!id) throw new ApiError("The connection broke before the report was read; its text is still here. Send it again", null);
    const reading = store.get().domain.reading;
    tellReading("Read.", { status: "done", milliseconds: reading ? now() - reading.startedAt : null, events: whole?.events?.length ?? reading?.events ?? 0 });
    await open(id);
    void loadQueue();
  }

  /** Several reports in one delivery are read in the background, and come up in the queue. @param {string} id @param {AbortSignal} signal */
  async function followJob(id, signal) {
    for (;;) {
      const job = await client.job(id);
      if (signal.aborted) return;
      if (job.status === "failed") throw new ApiError("The batch could not be read", null);
      const words = `${job.done} of ${countWords(job.reports, "report")} read`;
      if (job.status === "done") {
        tellReading(`${words}.`, { status: "done" });
        say(`${words}: ${job.summary}. They are in the queue.`);
        return loadQueue();
      }
      tellReading(`${words}…`, { status: "streaming" });
      await new Promise((resolve) => setTimeout(resolve, JOB_WAIT_MS));
    }
  }

  /** Without a token: what the program makes of a text, kept nowhere. @param {IntakeInput} input */
  async function readOnly(input) {
    if (input.kind !== "text") throw new ApiError("Without a token only pasted text can be read. Give a token to add files and addresses", null);
    const { text, published, publisher, lang } = input;
    const startedAt = now();
    const answer = await client.code({ text, ...(published ? { published } : {}), ...(publisher ? { publisher } : {}), ...(lang ? { lang } : {}) });
    const id = answer.events?.features?.[0]?.properties?.sources?.[0]?.report_id ?? "unstored";
    tellReading("Read.", { status: "done", milliseconds: now() - startedAt, events: answer.events?.features?.length ?? 0 });
    show({ report: { id, text, publisher, published, lang }, events: answer.events, omissions: answer.not_events }, id, false);
    select(store.get().domain.events[0]?.id ?? null);
  }

  return {
    askWho,
    loadQueue,
    open,
    reload,
    loadCandidates,
    take,

    /** The next report of the queue that is not this one. */
    async skip() {
      const { queue, report } = store.get().domain;
      const next = nextReport(queue.items, report?.id ?? null);
      if (next) await open(next.reportId);
      else say("No other article waits.");
    },

    /** One feature that the server answered with takes its old one's place. @param {any} feature */
    replace(feature) {
      const [read] = readEvents({ features: [feature] }).events;
      const { domain } = store.get();
      if (!read || !domain.events.some((one) => one.id === read.id)) return;
      const { [read.id]: _, ...candidates } = domain.candidates;
      const place = acceptedPlaceOf(read);
      const accepted = place && !domain.accepted.some((one) => one.point.join() === place.point.join()) ? [...domain.accepted, place] : domain.accepted;
      store.update("domain", { events: domain.events.map((one) => (one.id === read.id ? read : one)), candidates, accepted });
      if (selectedEvent(store.get())?.id === read.id) void loadCandidates(read.id);
    },
  };
}

/** The place of an accepted event, which helps to find that of the next. @param {ClashEvent} event */
function acceptedPlaceOf(event) {
  const status = event.props.review?.status ?? "";
  if (!event.point || !["accepted", "published", "gold"].includes(status)) return null;
  return { id: null, name: event.props.location ?? event.title, point: event.point };
}

/** @param {IntakeInput} input @returns {import("../api/desk.js").Intake} */
function intakeOf(input) {
  if (input.kind === "address") return { body: JSON.stringify({ address: input.address }), type: "application/json" };
  if (input.kind === "file") return { body: input.file, type: input.file.type || typeByName(input.file.name), name: input.file.name };
  if (input.isHtml) return { body: input.text, type: "text/html; charset=utf-8", name: "pasted.html" };
  const { text, published, publisher, lang } = input;
  return {
    body: JSON.stringify({ text, ...(published ? { published } : {}), ...(publisher ? { publisher } : {}), ...(lang ? { lang } : {}) }),
    type: "application/json",
  };
}

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  txt: "text/plain; charset=utf-8",
  html: "text/html",
  htm: "text/html",
  jsonl: "application/x-ndjson",
  xml: "application/xml",
  rss: "application/rss+xml",
  eml: "message/rfc822",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** For files whose type the browser does not know. @param {string} name */
function typeByName(name) {
  return TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}

/** Pasted text that is a page's source. @param {string} text */
export function looksLikeHtml(text) {
  return /^\s*(?:<!doctype html|<html|<\?xml)/i.test(text) || (text.match(/<\/?(?:p|div|span|a|body|head|script|article|h[1-6]|br)\b[^>]*>/gi)?.length ?? 0) >= 4;
}

/** The address, when the text is nothing else. @param {string} text */
export function addressIn(text) {
  return /^\s*(https?:\/\/\S+)\s*$/i.exec(text)?.[1] ?? null;
}

/** Why a text is not worth sending, in words; null when it is. @param {string} text */
export function intakeProblem(text) {
  return text.trim() === "" ? "Paste a text, drop a file or give an address first." : sizeProblem(text);
}

/** Why a text is too large for the desk, in words; null when it is not. @param {string} text */
export function sizeProblem(text) {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > LARGEST_BYTES) {
    return `The text has ${(bytes / 1e6).toFixed(1)} MB; the desk takes up to ${LARGEST_BYTES / 1e6} MB. Use ./clashmap ingest FILE for larger ones.`;
  }
  return null;
}

