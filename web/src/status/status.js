/** The one line over the map: how many events are in view, and what the map cannot show. Also what failed. */
import { h, fill, setText } from "../dom/build.js";
import { dayWords, parseDay, rangeWords } from "../model/dates.js";
import { loosened } from "../model/loosen.js";
import { t, tn } from "../model/messages.js";
import { formatCount } from "../model/words.js";
import { selectDiscsInView, selectFiltered, selectIndex, selectInView } from "../state/selectors.js";

/** @typedef {import("../state/store.js").State} State */

/** @param {HTMLElement} root */
export function createStatus(root) {
  /** @param {State} state */
  return (state) => {
    root.setAttribute("aria-live", state.ui.playing ? "off" : "polite"); // a word a day would drown the reader
    setText(root, statusWords(state));
  };
}

/** @param {State} state */
export function statusWords(state) {
  if (state.domain.status === "loading" && state.domain.events.length === 0) {
    const { loaded } = state.domain;
    return loaded > 0 ? `Loading events… ${formatCount(loaded)}` : "Loading events…";
  }
  if (state.domain.status === "failed" && state.domain.events.length === 0) return "Events not loaded";
  const { events, byRegion, placeless } = selectInView(state);
  const { undated } = selectFiltered(state);
  return [
    `${tn(events.length, "{n} event", "{n} events")} in view`,
    byRegion > 0 && `${byRegion} known only by region`,
    placeless > 0 && `${placeless} without a place`,
    state.domain.matched > state.domain.events.length &&
      t("the newest {n} of {all}", { n: formatCount(state.domain.events.length), all: formatCount(state.domain.matched) }),
    undated > 0 && `${undated} without a date left out`,
  ]
    .filter((part) => part !== false)
    .join(" · ");
}

/**
 * Empty and error states: says what failed and what still works, and the way out.
 *
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 */
export function createNoticeBar(root, actions) {
  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const same =
      before &&
      before.domain === state.domain &&
      before.view.filter === state.view.filter &&
      before.ui.online === state.ui.online &&
      isCrowded(before) === isCrowded(state);
    if (same) return;
    fill(root, citedData(state, actions), staleness(state, actions), failure(state, actions) ?? emptiness(state, actions) ?? crowding(state, actions));
    root.hidden = root.childElementCount === 0;
  };
}

/** The link cites data that have since changed. @param {State} state @param {import("../state/actions.js").Actions} actions */
function citedData({ domain, view }, actions) {
  const { pinned } = view;
  const newest = domain.landing.data_version;
  if (pinned === null || newest === undefined || String(newest) === pinned) return null;
  if (domain.status !== "ready" && domain.status !== "failed") return null;
  const words = domain.past
    ? t("These are the data of version {version}, as the link cites them; the newest are version {newest}.", { version: pinned, newest })
    : t("The link cites version {version}, which could not be loaded.", { version: pinned });
  return h(
    "div",
    { class: "notice slim", role: "status" },
    h("p", {}, words),
    h("button", { type: "button", class: "button small", onclick: () => actions.showNewest() }, t("Show the newest")),
  );
}

/** What is on screen may be old: the connection is gone, or the data come from the browser's store. @param {State} state @param {import("../state/actions.js").Actions} actions */
function staleness({ domain, ui }, actions) {
  const old = domain.kept || !ui.online;
  if (!old || domain.loadedAt === null) return null;
  const words = t(ui.online ? "The server cannot be reached — data of {time}" : "Offline — data of {time}", { time: timeWords(domain.loadedAt) });
  const retry = ui.online && h("button", { type: "button", class: "button small", onclick: () => actions.retry() }, t("Try again"));
  return h("div", { class: "notice stale", role: "status" }, h("p", {}, words), retry);
}

/** @param {number} instant epoch milliseconds @returns {string} in UTC, as everything here */
function timeWords(instant) {
  const text = new Date(instant).toISOString();
  return `${dayWords(/** @type {number} */ (parseDay(text)), { short: true })} ${text.slice(11, 16)} UTC`;
}

const MOST_DISCS = 5000; // measured: beyond it dots of any kind run together at zoom 6 and below

/** @param {State} state */
function isCrowded(state) {
  const { mode, style } = state.view;
  return mode === "map" && style === "events" && !state.ui.playing && selectDiscsInView(state) > MOST_DISCS;
}

/** @param {State} state @param {import("../state/actions.js").Actions} actions */
function crowding(state, actions) {
  if (!isCrowded(state)) return null;
  return h(
    "div",
    { class: "notice slim", role: "status" },
    h("p", {}, t("{n} discs run together here; density shows where most events are.", { n: formatCount(selectDiscsInView(state)) })),
    h("button", { type: "button", class: "button small", onclick: () => actions.setStyle("density") }, t("Density")),
  );
}

/** @param {State} state @param {import("../state/actions.js").Actions} actions */
function failure({ domain }, actions) {
  if (domain.status !== "failed") return null;
  const kept = domain.loadedAt ? t("The events shown were loaded on {time}.", { time: timeWords(domain.loadedAt) }) : t("The map itself still works.");
  return h(
    "div",
    { class: "notice failed", role: "alert" },
    h("p", {}, h("strong", {}, t("The events could not be loaded.")), ` ${domain.problem ?? ""}. ${kept}`),
    h("button", { type: "button", class: "button primary", onclick: () => actions.retry() }, t("Retry")),
  );
}

/** @param {State} state @param {import("../state/actions.js").Actions} actions */
function emptiness(state, actions) {
  if (state.domain.status !== "ready" || selectFiltered(state).events.length > 0) return null;
  if (state.domain.events.length === 0) {
    return h(
      "div",
      { class: "notice" },
      h("p", {}, h("strong", {}, "No events yet. "), "Feed in a report:"),
      h("code", {}, "./clashmap ingest report.txt --published 2025-04-08"),
    );
  }
  const steps = loosened(selectIndex(state), state.view.filter, (range) => rangeWords(range.from, range.to, { short: true }));
  const [nearest] = steps;
  return h(
    "div",
    { class: "notice", role: "status" },
    h(
      "p",
      {},
      h("strong", {}, t("No events match.")),
      " ",
      nearest ? t("Nearest: {events}, {step}.", { events: tn(nearest.count, "{n} event", "{n} events"), step: nearest.label }) : t("Clear the filters to see all."),
    ),
    h(
      "div",
      { class: "buttons" },
      steps.map((step) =>
        h("button", { type: "button", class: "button", onclick: () => actions.setFilter(step.filter) }, `${sentence(step.label)} (${formatCount(step.count)})`),
      ),
      h("button", { type: "button", class: "button", onclick: () => actions.clearFilters() }, t("Clear all filters")),
    ),
  );
}

/** @param {string} text */
function sentence(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
