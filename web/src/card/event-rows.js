/** A short list of events: those on one mark, or those in view. */
import { h } from "../dom/build.js";
import { kindDot } from "../dom/glyphs.js";
import { shortDate } from "../model/words.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @param {readonly ClashEvent[]} events
 * @param {(id: string) => void} select
 */
export function eventRows(events, select) {
  return h(
    "ul",
    { class: "event-rows" },
    events.map((event) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "event-row", "data-event": event.id, onclick: () => select(event.id) },
          kindDot(event.kind),
          h(
            "span",
            { class: "event-row-words" },
            h("span", { class: "event-row-title" }, event.title),
            h("span", { class: "sub" }, [shortDate(event), event.props.location].filter(Boolean).join(" · ")),
            snippet(event),
          ),
        ),
      ),
    ),
  );
}

/** @param {ClashEvent} event */
function snippet({ props }) {
  const source = props.sources?.[0];
  const quote = source?.evidence?.[0]?.quote;
  return quote ? h("span", { class: "snippet", lang: source?.lang || null }, quote) : null;
}
