/**
 * The desk's state: `domain` what the server said, `view` what the address carries, `ui` what stays on this screen. The
 * words for a state of an event are decided here, from the record and from what is still on its way.
 */

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("./changes.js").Draft} Draft */
/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {import("./places.js").DeskCandidate} DeskCandidate */
/** @typedef {import("./places.js").AcceptedPlace} AcceptedPlace */

/**
 * @typedef {object} DeskSession
 * @property {"asking" | "none" | "weak" | "ready" | "refused" | "unreachable"} status weak: a token that may not decide
 * @property {string | null} role
 * @property {string | null} name
 * @property {string | null} words what the server said, when it refused
 *
 * @typedef {object} DeskReport
 * @property {string} id
 * @property {string} text
 * @property {string | null} title
 * @property {string | null} publisher
 * @property {string | null} published
 * @property {string | null} lang
 * @property {string | null} url
 * @property {boolean} stored false: read without a token, nothing is kept
 *
 * @typedef {{start: number, end: number, text: string, role: string}} Name a toponym of the text
 *
 * @typedef {object} Domain
 * @property {DeskSession} session
 * @property {boolean} secondReader
 * @property {{status: "idle" | "loading" | "ready" | "failed", items: readonly import("./queue.js").QueueItem[], more: boolean, words: string | null}} queue
 * @property {DeskReport | null} report
 * @property {readonly ClashEvent[]} events of the report, in the order of its text
 * @property {readonly ClashEvent[]} gone events of the report that live on in others; only an undo asks for them
 * @property {readonly import("../model/wire.js").Omission[]} omissions
 * @property {readonly Name[]} names
 * @property {readonly AcceptedPlace[]} accepted
 * @property {Readonly<Record<string, readonly DeskCandidate[]>>} candidates by event, once asked for
 * @property {Reading | null} reading a report that is on its way in
 * @property {readonly Entry[]} outbox
 * @property {boolean} kept whether what is unsent outlives the page
 *
 * @typedef {{status: "sending" | "streaming" | "done" | "failed", words: string, events: number, startedAt: number, milliseconds: number | null}} Reading
 *
 * @typedef {{selected: string | null}} View
 *
 * @typedef {"help" | "intake" | "queue" | "edit" | "split" | "session" | "conflict" | "unsent"} DialogName
 * @typedef {"search" | "type" | "duplicate"} PickerName
 *
 * @typedef {object} Ui
 * @property {import("./keys.js").Mode} mode
 * @property {DialogName | null} dialog
 * @property {PickerName | null} picker
 * @property {Readonly<Record<string, Draft>>} drafts
 * @property {{words: string, failed: boolean} | null} message
 * @property {{point: import("../model/event.js").LonLat, meters: number} | null} moving
 * @property {number} sentence index of the sentence that `insert` stands on
 * @property {readonly import("../model/place.js").FoundPlace[]} nearby what the gazetteer has around the map's centre
 * @property {boolean} keysOn single keys may be switched off (WCAG 2.1.4)
 * @property {readonly number[]} paces milliseconds that each decision took
 * @property {"text" | "map" | "form"} tab on narrow screens
 *
 * @typedef {{domain: Domain, view: View, ui: Ui}} State
 */

/** @returns {State} */
export function initialState() {
  return {
    domain: {
      session: { status: "asking", role: null, name: null, words: null },
      secondReader: false,
      queue: { status: "idle", items: [], more: false, words: null },
      report: null,
      events: [],
      gone: [],
      omissions: [],
      names: [],
      accepted: [],
      candidates: {},
      reading: null,
      outbox: [],
      kept: true,
    },
    view: { selected: null },
    ui: { mode: "browse", dialog: null, picker: null, drafts: {}, message: null, moving: null, sentence: 0, nearby: [], keysOn: true, paces: [], tab: "text" },
  };
}

/** @typedef {{id: "undone" | "accepted" | "rejected" | "waiting" | "conflict", mark: string, label: string}} Standing */

/** @type {Readonly<Record<Standing["id"], Standing>>} */
const STANDINGS = {
  undone: { id: "undone", mark: "○", label: "to be decided" },
  accepted: { id: "accepted", mark: "✓", label: "accepted" },
  rejected: { id: "rejected", mark: "✕", label: "rejected" },
  waiting: { id: "waiting", mark: "◐", label: "waits for a second reader" },
  conflict: { id: "conflict", mark: "!", label: "two decisions differ" },
};

/**
 * Where an event stands for this reviewer: by what is on its way, else by its record.
 *
 * @param {ClashEvent} event
 * @param {readonly Entry[]} outbox
 * @param {string | null} me
 * @returns {Standing}
 */
export function standingOf(event, outbox, me) {
  const mine = outbox.filter((one) => one.eventId === event.id);
  if (mine.some((one) => one.state !== "waiting")) return STANDINGS.conflict;
  const last = mine.at(-1);
  if (last) {
    if (last.path.endsWith("/undo") || last.body?.action === "reopen") return STANDINGS.undone;
    if (last.body?.action === "reject" || last.body?.action === "withdraw" || last.path.endsWith("/merge")) return STANDINGS.rejected;
    return STANDINGS.accepted;
  }
  const review = event.props.review ?? {};
  switch (review.status) {
    case "accepted":
    case "published":
    case "gold":
      return STANDINGS.accepted;
    case "rejected":
    case "retracted":
      return STANDINGS.rejected;
    case "in_review":
      return me !== null && review.reviewer === me ? STANDINGS.waiting : STANDINGS.undone;
    default:
      return STANDINGS.undone;
  }
}

/** @param {State} state @param {ClashEvent} event */
export function standing({ domain }, event) {
  return standingOf(event, domain.outbox, domain.session.name);
}

/** @param {State} state */
export function undone(state) {
  return state.domain.events.filter((event) => standing(state, event).id === "undone");
}

/** @param {State} state @returns {ClashEvent | null} */
export function selectedEvent({ domain, view }) {
  return domain.events.find((one) => one.id === view.selected) ?? null;
}

/**
 * The next undone event after another one, going round; null when all is done.
 *
 * @param {State} state
 * @param {string | null} after
 */
export function nextUndone(state, after) {
  const { events } = state.domain;
  const from = events.findIndex((one) => one.id === after) + 1;
  const order = [...events.slice(from), ...events.slice(0, from)];
  return order.find((one) => standing(state, one).id === "undone" && one.id !== after) ?? null;
}

/** Whether this reviewer's token lets them decide. @param {State} state */
export function mayDecide({ domain }) {
  return domain.session.status === "ready" && domain.report?.stored === true;
}

/** The pace in seconds: the middle one of the decisions, which a long pause does not move. @param {readonly number[]} paces */
export function medianSeconds(paces) {
  if (paces.length === 0) return null;
  const sorted = [...paces].sort((a, b) => a - b);
  return /** @type {number} */ (sorted[Math.floor(sorted.length / 2)]) / 1000;
}

/**
 * The order of the text: by the first words that prove an event; those without words come last.
 *
 * @param {readonly ClashEvent[]} events
 * @param {string} reportId
 * @returns {ClashEvent[]}
 */
export function inTextOrder(events, reportId) {
  const starts = new Map(events.map((event) => [event.id, Math.min(...evidenceOf(event, reportId).map(({ start }) => start), Infinity)]));
  const start = (/** @type {ClashEvent} */ event) => starts.get(event.id) ?? Infinity;
  return [...events].sort((a, b) => (start(a) === start(b) ? (a.id < b.id ? -1 : 1) : start(a) - start(b)));
}

/** Whether an event was merged into another one or split into parts, and is decided there. @param {ClashEvent} event */
export function isGone({ props }) {
  return Boolean(props.merged_into) || (props.links ?? []).some((link) => link.type === "split_into");
}

/** Where a report's words prove an event, in code points. @param {ClashEvent} event @param {string} reportId @returns {{start: number, end: number}[]} */
export function evidenceOf(event, reportId) {
  return (event.props.sources ?? [])
    .filter((source) => source.report_id === reportId)
    .flatMap((source) => source.evidence ?? [])
    .flatMap(({ start, end }) => (typeof start === "number" && typeof end === "number" && end > start ? [{ start, end }] : []));
}
