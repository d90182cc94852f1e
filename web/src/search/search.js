/**
 * The search box: places of the gazetteer in any alphabet, and events that are loaded. A combobox with a listbox as the ARIA
 * practices have it: focus stays in the input, the active answer is told by aria-activedescendant.
 */
import { h, fill, setText } from "../dom/build.js";
import { icon } from "../dom/glyphs.js";
import { eventsWith, readPlace } from "../model/place.js";
import { t, tn } from "../model/messages.js";
import { shortDate } from "../model/words.js";
import { selectFiltered, selectIndex } from "../state/selectors.js";
import { actorsWith, countWithWords } from "./own.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/place.js").FoundPlace} FoundPlace */

const WAIT_MILLISECONDS = 150;
const SHORTEST = 2;
const MOST_PLACES = 8;
const MOST_EVENTS = 4;
const MOST_ACTORS = 3;
const NEAR_FROM_ZOOM = 7; // farther out the middle of the map is nobody's neighbourhood

/** @typedef {{id: string, node: HTMLElement, choose: () => void}} Answer */

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {object} server
 * @param {(query: {text: string, limit: number, near: [number, number] | null}) => Promise<any | null>} server.places
 *     null when a newer search took over
 * @param {(id: string) => Promise<any>} server.place
 * @param {(error: unknown) => string} server.messageOf
 */
export function createSearch(root, actions, { places, place, messageOf }) {
  const input = h("input", {
    type: "search",
    class: "search-input",
    id: "search-input",
    role: "combobox",
    "aria-label": t("Search places, actors and words"),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "search-answers",
    "aria-keyshortcuts": "/",
    placeholder: t("Search a place, actor or word"),
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: 120,
    oninput: () => typed(),
    onkeydown: onKey,
    onfocus: () => input.value.trim().length >= SHORTEST && typed(),
  });
  const list = h("div", { id: "search-answers", class: "search-answers", role: "listbox", "aria-label": t("Answers"), hidden: true });
  const live = h("p", { class: "offscreen", role: "status" });
  fill(root, icon("search"), input, h("kbd", { class: "search-key", "aria-hidden": "true" }, "/"), list, live);
  /** @type {State | null} */
  let latest = null;
  /** @type {Answer[]} */
  let answers = [];
  let active = -1;
  let timer = 0;

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (/** @type {Element | null} */ (event.target)?.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  root.addEventListener("focusout", (event) => {
    if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  });

  function typed() {
    clearTimeout(timer);
    if (input.value.trim().length < SHORTEST) {
      close();
      if (input.value === "") actions.showPlace(null);
      return;
    }
    timer = setTimeout(() => void ask(), WAIT_MILLISECONDS);
  }

  async function ask() {
    const text = input.value.trim();
    const camera = latest?.view.camera ?? null;
    const near = camera && camera.zoom >= NEAR_FROM_ZOOM ? /** @type {[number, number]} */ ([camera.lon, camera.lat]) : null;
    try {
      const collection = await places({ text, limit: MOST_PLACES, near });
      if (collection === null || input.value.trim() !== text) return;
      const language = latest?.view.language ?? "en";
      const found = (collection.features ?? []).flatMap((/** @type {any} */ one) => readPlace(one, language) ?? []);
      show(text, found, t("Nothing is called “{text}”.", { text }));
    } catch (error) {
      show(text, [], messageOf(error));
    }
  }

  /** @param {string} text @param {FoundPlace[]} found @param {string} nothing in words, when no place is found */
  function show(text, found, nothing) {
    const places = found.map((one, i) => answer(`search-place-${i}`, one.name, [one.kind, one.where], one.why, () => void choose(one)));
    const own = latest ? ownAnswers(text, latest) : { actors: [], words: [], events: [] };
    answers = [...places, ...own.actors, ...own.words, ...own.events];
    active = -1;
    fill(
      list,
      group(t("Places"), places),
      group(t("Actors, as stated"), own.actors),
      group(t("Words"), own.words),
      group(t("Events"), own.events),
      found.length === 0 && h("p", { class: "search-nothing" }, nothing),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", String(answers.length > 0));
    input.removeAttribute("aria-activedescendant");
    const told = [
      tn(found.length, "{n} place", "{n} places"),
      own.actors.length > 0 ? tn(own.actors.length, "{n} actor", "{n} actors") : "",
      own.events.length > 0 ? tn(own.events.length, "{n} event", "{n} events") : "",
    ];
    setText(live, answers.length === 0 ? nothing : told.filter(Boolean).join(", "));
  }

  /** What the loaded events hold: actors and words become filters, an event opens. @param {string} text @param {State} state */
  function ownAnswers(text, state) {
    const filtered = selectFiltered(state);
    const actors = actorsWith(filtered.counts.actor, text, MOST_ACTORS).map(({ name, count }, i) =>
      answer(`search-actor-${i}`, name, [tn(count, "{n} event", "{n} events")], "", () => {
        done("");
        if (!state.view.filter.actor.includes(name)) actions.toggle("actor", name);
      }),
    );
    const count = countWithWords(selectIndex(state), state.view.filter, text);
    const words = answer("search-words", t("Events that say “{text}”", { text }), [tn(count, "{n} event", "{n} events")], "", () => {
      done("");
      actions.setWords(text);
    });
    const events = eventsWith(filtered.events, text, MOST_EVENTS).map((one, i) =>
      answer(`search-event-${i}`, one.title, [shortDate(one), one.props.location ?? ""], "", () => {
        done(one.title);
        actions.setMode("map");
        actions.select(one.id);
      }),
    );
    return { actors, words: count > 0 ? [words] : [], events };
  }

  /** @param {string} id @param {string} name @param {string[]} about @param {string} why @param {() => void} choose */
  function answer(id, name, about, why, choose) {
    const node = h(
      "div",
      { id, class: "search-answer", role: "option", "aria-selected": "false" },
      h("span", { class: "search-name" }, name),
      h("span", { class: "sub" }, about.filter(Boolean).join(" · ")),
      why !== "" && h("span", { class: "sub search-why" }, why),
    );
    // Before the input loses the focus, so that the list stays until the choice is made.
    node.addEventListener("mousedown", (event) => event.preventDefault());
    node.addEventListener("click", choose);
    return { id, node, choose };
  }

  /** @param {string} label @param {Answer[]} members */
  function group(label, members) {
    return (
      members.length > 0 &&
      h(
        "div",
        { role: "group", "aria-label": label },
        h("div", { class: "search-group", "aria-hidden": "true" }, label),
        members.map((one) => one.node),
      )
    );
  }

  /** @param {FoundPlace} chosen */
  async function choose(chosen) {
    done(chosen.name);
    actions.setMode("map");
    actions.showPlace({ ...chosen, outline: null });
    if (!chosen.isArea) return;
    try {
      const outline = (await place(chosen.id)).geometry ?? null;
      if (outline && latest?.ui.place?.id === chosen.id) actions.showPlace({ ...chosen, outline });
    } catch {
      // The label's place is shown already; without its outline the area is only less plain.
    }
  }

  /** @param {string} text */
  function done(text) {
    input.value = text;
    close();
  }

  function close() {
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) typed();
      else activate(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      if (!list.hidden) answers[Math.max(0, active)]?.choose();
    } else if (event.key === "Escape") {
      // First the answers go, then what was typed, then the reader is back on the map.
      event.preventDefault();
      if (!list.hidden) close();
      else if (input.value !== "") {
        input.value = "";
        actions.showPlace(null);
      } else document.getElementById("map")?.focus();
    }
  }

  /** @param {number} index beyond the ends means the input itself */
  function activate(index) {
    answers[active]?.node.setAttribute("aria-selected", "false");
    active = index >= answers.length ? -1 : index < -1 ? answers.length - 1 : index;
    const now = answers[active];
    if (!now) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    now.node.setAttribute("aria-selected", "true");
    now.node.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", now.id);
  }

  /** @param {State} state */
  return (state) => {
    latest = state;
  };
}
