/**
 * What a reviewer does: walk, choose, decide, undo. A decision is shown at once and goes to the server through the outbox;
 * the hand never waits for the network.
 */
import { sentences } from "../model/passages.js";
import { acceptance, isEmpty, moved, nextRadius, rejection } from "./changes.js";
import { LEVELS } from "./codebook.js";
import { keepDrafts } from "./drafts.js";
import { REJECTIONS } from "./keys.js";
import { codePointsBefore } from "./pieces.js";
import { ownCandidates } from "./places.js";
import { mayDecide, nextUndone, selectedEvent, standing } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./changes.js").Draft} Draft */
/** @typedef {import("./changes.js").PlaceChoice} PlaceChoice */
/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const FIRST_RADIUS_METERS = 3000;
const WIDEST_PIN_METERS = 30_000; // what is known less exactly is an area
const LONGEST_PACE_MS = 300_000; // a longer one was a pause

/**
 * @param {import("./reports.js").DeskStore} store
 * @param {object} world
 * @param {ReturnType<typeof import("./outbox.js").createOutbox>} world.outbox
 * @param {() => Pick<Storage, "setItem">} world.storage
 * @param {() => number} world.now
 * @param {(id: string | null) => void} world.onSelect
 * @param {() => import("../model/event.js").LonLat} world.centre of the map, for an event without a place
 */
export function createDesk(store, { outbox, storage, now, onSelect, centre }) {
  /** @type {{key: string, eventId: string, draft: Draft}[]} decisions of this page, oldest first */
  const made = [];
  let serial = 0;
  let shownAt = now();

  /** @param {string} words @param {boolean} [failed] */
  function say(words, failed = false) {
    store.update("ui", { message: { words, failed } });
  }

  /** @param {string | null} id */
  function select(id) {
    const first = id !== null && store.get().view.selected === null;
    store.update("ui", { mode: "browse", picker: null, moving: null, nearby: [], ...(first ? { tab: /** @type {const} */ ("form") } : {}) });
    shownAt = now();
    store.update("view", { selected: id });
    onSelect(id);
  }

  /** @param {number} by */
  function step(by) {
    const { events } = store.get().domain;
    if (events.length === 0) return;
    const at = events.findIndex((one) => one.id === store.get().view.selected);
    const next = events[(Math.max(at, by > 0 ? -1 : 0) + by + events.length) % events.length];
    select(next?.id ?? null);
  }

  /** @returns {ClashEvent | null} the event, if this reviewer may decide on it; otherwise it is said why not */
  function decidable() {
    const state = store.get();
    const event = selectedEvent(state);
    if (!event) say(state.domain.report ? "No event is selected." : "Open a report first: V for a new one, Q for the queue.", true);
    else if (!state.domain.report?.stored) say("Nothing is stored without a token, so nothing can be decided. Give one to work at the desk.", true);
    else if (!mayDecide(state)) say(`Deciding needs the role of reviewer; this token has ${state.domain.session.role ?? "none"}.`, true);
    else return event;
    return null;
  }

  /** @param {ClashEvent | null} event @param {import("./changes.js").Request} request @param {string} label @returns {string} the entry's key */
  function send(event, { method, path, body, versioned }, label) {
    serial += 1;
    const key = `${now().toString(36)}-${serial}`;
    /** @type {Entry} */
    const entry = {
      key,
      eventId: versioned ? (event?.id ?? null) : null,
      reportId: store.get().domain.report?.id ?? null,
      method,
      path,
      body,
      version: versioned ? (event?.version ?? null) : null,
      label,
      at: now(),
      tries: 0,
      state: "waiting",
      problem: null,
      current: null,
    };
    outbox.add(entry);
    return key;
  }

  /** @param {ClashEvent} event @param {readonly import("./changes.js").Request[]} requests @param {string} words */
  function decide(event, requests, words) {
    const draft = draftOf(event.id);
    const [first] = requests.map((request) => send(event, request, `${words}: ${event.title}`));
    if (first) made.push({ key: first, eventId: event.id, draft });
    setDraft(event.id, {});
    const pace = now() - shownAt;
    if (pace < LONGEST_PACE_MS) store.update("ui", { paces: [...store.get().ui.paces, pace] });
    say(`${words}.`);
    const next = nextUndone(store.get(), event.id);
    if (next) select(next.id);
    else store.update("ui", { mode: "browse", picker: null, moving: null });
  }

  /** @param {string} id @returns {Draft} */
  function draftOf(id) {
    return store.get().ui.drafts[id] ?? {};
  }

  /** @param {string} id @param {Draft} draft */
  function setDraft(id, draft) {
    const { [id]: _, ...others } = store.get().ui.drafts;
    const drafts = isEmpty(draft) ? others : { ...others, [id]: draft };
    store.update("ui", { drafts });
    keepDrafts(storage(), drafts);
  }

  /** @param {Draft} change */
  function change(change) {
    const event = decidable();
    if (!event) return;
    setDraft(event.id, { ...draftOf(event.id), ...change });
    store.update("ui", { mode: "browse", picker: null });
  }

  /** @param {number} number @returns {PlaceChoice | null} */
  function choiceOf(number) {
    const event = selectedEvent(store.get());
    if (!event) return null;
    const listed = candidatesOf(store.get(), event);
    const found = listed.find((one) => one.number === number);
    if (!found) {
      say(listed.length === 0 ? "No candidates are listed; G searches a place." : `There is no candidate ${number}.`, true);
      return null;
    }
    return { kind: "candidate", number, id: found.id, name: found.name, point: found.point };
  }

  /** @param {string} name */
  function openPicker(name) {
    if (!decidable()) return;
    store.update("ui", { mode: "browse", picker: /** @type {import("./state.js").PickerName} */ (name), moving: null, tab: "form" });
  }

  function startMoving() {
    const event = decidable();
    if (!event) return;
    const { place } = draftOf(event.id);
    const from = place && place.kind !== "none" ? place.point : null;
    const point = from ?? event.point ?? candidatesOf(store.get(), event)[0]?.point ?? centre();
    const meters = place?.kind === "pin" ? place.meters : Math.min(WIDEST_PIN_METERS, event.uncertaintyMeters ?? FIRST_RADIUS_METERS);
    store.update("ui", { mode: "move", picker: null, moving: { point, meters }, tab: "map" });
  }

  return {
    say,
    select,
    next: () => step(1),
    previous: () => step(-1),
    openPicker,
    startMoving,
    change,

    /** @param {import("./state.js").DialogName | null} dialog */
    openDialog(dialog) {
      if ((dialog === "edit" || dialog === "split") && !decidable()) return;
      store.update("ui", { dialog, mode: "browse", picker: null, moving: null });
    },

    accept() {
      const event = decidable();
      if (!event) return;
      const draft = draftOf(event.id);
      if (standing(store.get(), event).id === "accepted" && isEmpty(draft)) {
        const next = nextUndone(store.get(), event.id);
        if (next) select(next.id);
        else say("Accepted already.");
        return;
      }
      decide(event, acceptance(event, draft), isEmpty(draft) ? "Accepted" : "Accepted with changes");
    },

    askReason() {
      if (decidable()) store.update("ui", { mode: "reject", picker: null, moving: null, tab: "form" });
    },

    /** @param {number} number */
    reject(number) {
      const event = decidable();
      if (event) decide(event, [rejection(event.id, number, draftOf(event.id))], `Rejected (${REJECTIONS[number - 1]?.label.toLowerCase()})`);
    },

    /** @param {number} number */
    choose(number) {
      const choice = choiceOf(number);
      if (choice) change({ place: choice, also: [], missing: false });
    },

    /** One more place of the same event. @param {number} number */
    also(number) {
      const choice = choiceOf(number);
      const event = selectedEvent(store.get());
      if (!choice || !event) return;
      const { place, also = [] } = draftOf(event.id);
      if (!place) change({ place: choice });
      else if (place.kind === "candidate" && place.number === number) return;
      else if (also.some((one) => one.kind === "candidate" && one.number === number)) {
        change({ also: also.filter((one) => !(one.kind === "candidate" && one.number === number)) });
      } else change({ also: [...also, choice] });
    },

    /** @param {PlaceChoice} place */
    takePlace: (place) => change({ place, also: [] }),

    toggleMissing() {
      const event = decidable();
      if (!event) return;
      const missing = !draftOf(event.id).missing;
      const { place, ...others } = draftOf(event.id);
      setDraft(event.id, { ...others, ...(place?.kind === "pin" ? { place } : {}), missing });
      say(missing ? "Marked: the place is not in the gazetteer. M puts a pin, A accepts." : "The mark is gone.");
    },

    askPrecision() {
      if (decidable()) store.update("ui", { mode: "precision", picker: null, moving: null, tab: "form" });
    },

    /** @param {number} number */
    setLevel(number) {
      const level = LEVELS[number - 1];
      if (level) change({ precision: level.id });
    },

    /** @param {number} east metres @param {number} north metres */
    nudge(east, north) {
      const { moving } = store.get().ui;
      if (moving) store.update("ui", { moving: { ...moving, point: moved(moving.point, east, north) } });
    },
    /** @param {import("../model/event.js").LonLat} point */
    putPin(point) {
      const { moving } = store.get().ui;
      if (moving) store.update("ui", { moving: { ...moving, point } });
    },
    /** @param {number} by */
    widen(by) {
      const { moving } = store.get().ui;
      if (moving) store.update("ui", { moving: { ...moving, meters: nextRadius(moving.meters, by) } });
    },
    keepPin() {
      const { moving } = store.get().ui;
      if (!moving) return;
      change({ place: { kind: "pin", ...moving }, also: [] });
      store.update("ui", { moving: null, mode: "browse" });
    },

    /** Out of what is open; in the end out of the changes. */
    cancel() {
      const { ui, view } = store.get();
      if (ui.dialog) store.update("ui", { dialog: null });
      else if (ui.picker || ui.mode !== "browse") store.update("ui", { picker: null, mode: "browse", moving: null, nearby: [] });
      else if (view.selected && !isEmpty(draftOf(view.selected))) {
        setDraft(view.selected, {});
        say("The changes of this event are dropped.");
      }
    },

    /** @param {string} other id @param {string} title */
    merge(other, title) {
      const event = decidable();
      if (!event) return;
      const path = `/api/events/${encodeURIComponent(event.id)}/merge`;
      decide(event, [{ method: "POST", path, body: { with: other }, versioned: true }], `Merged with “${title}”`);
    },

    /** @param {readonly Record<string, unknown>[]} parts */
    split(parts) {
      const event = decidable();
      if (!event) return;
      const path = `/api/events/${encodeURIComponent(event.id)}/split`;
      decide(event, [{ method: "POST", path, body: { parts }, versioned: true }], `Split into ${parts.length}`);
    },

    startInsert() {
      const { report } = store.get().domain;
      if (!report) return say("Open a report first.", true);
      if (!mayDecide(store.get())) return void decidable();
      store.update("ui", { mode: "insert", picker: null, moving: null, tab: "text" });
    },
    /** @param {number} by */
    stepSentence(by) {
      const { ui, domain } = store.get();
      const count = sentencesOf(domain.report).length;
      if (count > 0) store.update("ui", { sentence: (ui.sentence + by + count) % count });
    },
    takeSentence() {
      const { ui, domain } = store.get();
      const sentence = sentencesOf(domain.report)[ui.sentence];
      if (sentence) this.insert(sentence.start, sentence.end);
    },
    /** @param {number} start code points @param {number} end */
    insert(start, end) {
      const { report } = store.get().domain;
      if (!report || !mayDecide(store.get())) return;
      send(null, { method: "POST", path: "/api/events", body: { report_id: report.id, start, end }, versioned: false }, "New event from a sentence");
      store.update("ui", { mode: "browse" });
      say("A new event is being made of the sentence.");
    },

    undo() {
      const last = made.pop();
      const { events, gone } = store.get().domain;
      const event = [...events, ...gone].find((one) => one.id === (last?.eventId ?? store.get().view.selected));
      if (last && outbox.remove(last.key)) {
        setDraft(last.eventId, last.draft);
        select(last.eventId);
        say("Undone, before it was sent.");
        return;
      }
      if (!event || !mayDecide(store.get())) return say("Nothing is left to undo here.");
      if (!last && event.version < 2) return say("This event is as the program made it; nothing is left to undo.");
      send(event, { method: "POST", path: `/api/events/${encodeURIComponent(event.id)}/undo`, body: {}, versioned: true }, `Undo: ${event.title}`);
      if (last) setDraft(event.id, last.draft);
      select(event.id);
      say("Undone.");
    },

    /** Everything accepted in this report goes out. */
    publish() {
      const { events, session } = store.get().domain;
      if (!["publisher", "administrator"].includes(session.role ?? "")) return say("Publishing needs the role of publisher.", true);
      const ready = events.filter((one) => one.props.review?.status === "accepted");
      for (const event of ready) {
        send(event, { method: "PATCH", path: `/api/events/${encodeURIComponent(event.id)}`, body: { action: "publish" }, versioned: true }, `Publish: ${event.title}`);
      }
      say(ready.length === 0 ? "No accepted event waits to be published." : `${ready.length} accepted events are being published.`);
    },

    /** What was decided here is given up: another's decision stands, or the server refused it. @param {string} key */
    giveUp(key) {
      const at = made.findIndex((one) => one.key === key);
      if (at >= 0) made.splice(at, 1);
      outbox.remove(key);
    },

    /** @param {import("./state.js").Ui["tab"]} tab */
    setTab: (tab) => store.update("ui", { tab }),
  };
}

/** The candidates by number: as the server orders them, or the event's own. @param {State} state @param {ClashEvent} event */
export function candidatesOf({ domain }, event) {
  return domain.candidates[event.id] ?? ownCandidates(event);
}

/** @type {WeakMap<import("./state.js").DeskReport, readonly {start: number, end: number}[]>} a long report is cut once and walked often */
const cut = new WeakMap();

/**
 * The sentences of a report in code points.
 *
 * @param {import("./state.js").DeskReport | null} report
 * @returns {readonly {start: number, end: number}[]}
 */
export function sentencesOf(report) {
  if (!report) return [];
  const known = cut.get(report);
  if (known) return known;
  let unit = 0;
  let points = 0;
  /** @param {number} to */
  const pointsAt = (to) => {
    points += codePointsBefore(report.text.slice(unit, to), to - unit);
    unit = to;
    return points;
  };
  const found = sentences(report.text, report.lang ?? "en").flatMap(({ start, end }) => {
    const words = report.text.slice(start, end);
    if (words.trim() === "") return [];
    const from = pointsAt(start + words.length - words.trimStart().length);
    return [{ start: from, end: pointsAt(end - words.length + words.trimEnd().length) }];
  });
  cut.set(report, found);
  return found;
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
