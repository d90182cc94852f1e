/** The events of the report in the order of its text, each with its standing; the way to them that needs no key. */
import { h, fill, setText } from "../dom/build.js";
import { countWords } from "../model/words.js";
import { draftWords, isEmpty } from "./changes.js";
import { plain } from "./pieces.js";
import { medianSeconds, standing, undone } from "./state.js";

/** @typedef {import("./state.js").State} State */

const NEAR = 60; // rows drawn before and after the selected one; a report may hold thousands

/** @param {HTMLElement} root @param {import("./desk.js").Desk} desk */
export function createEventsView(root, desk) {
  const progress = h("p", { class: "progress-words" });
  const list = h("ol", { class: "event-rows", "aria-label": "Events of this report" });
  fill(root, progress, list);

  /** @param {State} state */
  function draw(state) {
    const { events } = state.domain;
    const { selected } = state.view;
    const at = Math.max(0, events.findIndex((one) => one.id === selected));
    const [from, to] = [Math.max(0, at - NEAR), Math.min(events.length, at + NEAR + 1)];
    fill(
      list,
      from > 0 && h("li", { class: "sub" }, `${from} before`),
      events.slice(from, to).map((event) => {
        const { id, mark, label } = standing(state, event);
        const draft = state.ui.drafts[event.id];
        return h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: `event-row ${id}`, "aria-current": event.id === selected ? "true" : null, onclick: () => desk.select(event.id) },
            h("span", { class: "standing", "aria-hidden": "true" }, mark),
            h("span", { class: "event-name", dir: "auto" }, plain(event.title)),
            h("span", { class: "offscreen" }, `, ${label}`),
            !isEmpty(draft) && h("span", { class: "changed", title: draftWords(draft).join("; ") }, "changed"),
          ),
        );
      }),
      to < events.length && h("li", { class: "sub" }, `${events.length - to} after`),
    );
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {State} state */
  function progressWords(state) {
    const { report, events } = state.domain;
    if (!report) return "";
    if (events.length === 0) return state.domain.reading?.status === "streaming" ? "Reading…" : "No event was found in this report. I makes one of a sentence.";
    const left = undone(state).length;
    const pace = medianSeconds(state.ui.paces);
    const speed = pace === null ? "" : ` · ${pace.toFixed(1)} s each`;
    return left === 0 ? `All ${events.length} done${speed}` : `${left} of ${countWords(events.length, "event")} left in this article${speed}`;
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const same =
      before &&
      state.domain.events === before.domain.events &&
      state.domain.outbox === before.domain.outbox &&
      state.domain.session === before.domain.session &&
      state.domain.reading === before.domain.reading &&
      state.domain.report === before.domain.report &&
      state.view.selected === before.view.selected &&
      state.ui.drafts === before.ui.drafts &&
      state.ui.paces === before.ui.paces;
    if (same) return;
    setText(progress, progressWords(state));
    draw(state);
  };
}
