/** The right panel: the event, the events of the mark that was clicked, or the events in view. */
import { h, fill } from "../dom/build.js";
import { icon } from "../dom/glyphs.js";
import { t } from "../model/messages.js";
import { countWords } from "../model/words.js";
import { findSelected, selectById, selectFiltered, selectInView } from "../state/selectors.js";
import { eventCard } from "./event-card.js";
import { eventRows } from "./event-rows.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const OVERVIEW_ROWS = 30;
const PILE_ROWS = 100;

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {Omit<import("./event-card.js").CardWorld, "select">} world
 */
export function createCard(root, actions, world) {
  const select = (/** @type {string} */ id) => actions.select(id);
  const head = h("div", { class: "panel-head" });
  const body = h("div", { class: "card-body" });
  fill(root, head, body);
  /** @type {Element | null} where the focus goes back to */
  let opener = null;
  let shown = "";
  /** @type {readonly ClashEvent[]} */
  let listed = [];

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const selected = findSelected(state);
    const key = keyOf(state, selected);
    const inView = selectInView(state).events;
    const sameList = !key.startsWith("view") || sameEvents(inView, listed);
    if (key === shown && sameList && state.domain.events === before?.domain.events) return;
    listed = inView;
    const movesFocus = before !== null && key !== shown && state.view.selected !== before.view.selected;
    if (movesFocus && before.view.selected === null) opener = document.activeElement;
    shown = key;
    root.setAttribute("aria-label", selected ? "Event" : "Events in view");
    if (selected) renderEvent(state, selected);
    else if (state.view.pile.length > 0) renderPile(state);
    else renderOverview(state);
    root.scrollTop = 0;
    if (movesFocus) placeFocus(selected !== null);
  };

  /** @param {State} state @param {ClashEvent} event */
  function renderEvent(state, event) {
    const back = state.view.pile.length > 1 ? `All ${state.view.pile.length} here` : "Events in view";
    fill(
      head,
      h("button", { type: "button", class: "button plain", onclick: () => actions.close() }, icon("back"), back),
      closeButton("Close event"),
    );
    fill(body, h("article", { "data-event": event.id, "aria-labelledby": "card-title" }, eventCard(event, selectById(state), { ...world, select })));
  }

  /** @param {State} state */
  function renderPile(state) {
    const byId = selectById(state);
    const events = state.view.pile.flatMap((id) => byId.get(id) ?? []);
    fill(head, h("h2", {}, `${countWords(events.length, "event")} here`), closeButton("Close list"));
    fill(
      body,
      eventRows(events.slice(0, PILE_ROWS), select),
      events.length > PILE_ROWS && h("p", { class: "hint" }, t("The first {n} are shown; filters narrow them down, and the list has them all.", { n: PILE_ROWS })),
    );
  }

  /** @param {State} state */
  function renderOverview(state) {
    const { events } = selectInView(state);
    const loading = state.domain.status === "loading" && state.domain.events.length === 0;
    fill(head, h("h2", {}, "Events in view"), closeButton("Close events", true));
    const missing = state.domain.status === "ready" ? state.view.selected : null;
    if (loading) fill(body, Array.from({ length: 4 }, () => h("div", { class: "skeleton-card", "aria-hidden": "true" }, h("span", { class: "skeleton" }), h("span", { class: "skeleton" }))));
    else if (events.length === 0) fill(body, h("p", { class: "hint" }, elsewhere(state)));
    else {
      fill(
        body,
        missing && h("p", { class: "hint", role: "status" }, `The event of this link, ${missing}, is not in the data.`),
        h("p", { class: "hint" }, "Pick one here or on the map to read the sentence it rests on."),
        eventRows(events.slice(0, OVERVIEW_ROWS), select),
        events.length > OVERVIEW_ROWS &&
          h("button", { type: "button", class: "button", onclick: () => actions.setMode("list") }, `See all ${events.length} in the list`),
      );
    }
  }

  /** @param {string} label @param {boolean} [narrowOnly] there is nothing to close on a wide screen */
  function closeButton(label, narrowOnly = false) {
    const close = () => (narrowOnly ? actions.openSheet("event") : actions.close());
    return h("button", { type: "button", class: `button square plain${narrowOnly ? " sheet-only" : ""}`, "aria-label": label, onclick: close }, icon("close"));
  }

  /** Into the card when it opens, back when it closes; a reader on the map stays there. @param {boolean} opened */
  function placeFocus(opened) {
    if (opened) {
      if (document.activeElement?.closest(".map")) return;
      /** @type {HTMLElement | null} */ (body.querySelector("#card-title"))?.focus({ preventScroll: true });
      return;
    }
    const id = opener instanceof HTMLElement ? opener.dataset["event"] : undefined;
    const target = opener?.isConnected ? opener : id ? document.querySelector(`button[data-event="${CSS.escape(id)}"]`) : null;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    opener = null;
  }
}

/** @param {State} state @param {ClashEvent | null} selected */
function keyOf(state, selected) {
  const { view, domain } = state;
  if (selected) return `event|${selected.id}|${selected.version}|${selected.light ? "light" : ""}|${view.pile.length}`;
  if (view.pile.length > 0) return `pile|${view.pile.join("|")}`;
  return `view|${domain.status}|${selectFiltered(state).events.length}`;
}

/** @param {readonly ClashEvent[]} a @param {readonly ClashEvent[]} b */
function sameEvents(a, b) {
  return a === b || (a.length === b.length && a.every((event, i) => event === b[i]));
}

/** @param {State} state */
function elsewhere(state) {
  const count = selectFiltered(state).events.length;
  if (state.domain.status === "failed" && state.domain.events.length === 0) return "The events could not be loaded.";
  if (state.domain.status === "ready" && state.domain.events.length === 0) return "No events yet.";
  if (count === 0) return "No event matches the filters.";
  return `No event in this part of the map. ${countWords(count, "event")} elsewhere or without a place: zoom out, or open the list.`;
}
