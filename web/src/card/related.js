/** Other events that this one belongs to, holds, updates or was told together with. */
import { h } from "../dom/build.js";
import { kindDot } from "../dom/glyphs.js";
import { humanise, shortDate } from "../model/words.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @param {ClashEvent} event
 * @param {ReadonlyMap<string, ClashEvent>} byId
 * @returns {{relation: string, id: string}[]} each other event once, under its closest relation
 */
export function relationsOf(event, byId) {
  const { parent_event_id: parent, event_group_id: group, links } = event.props;
  /** @type {Map<string, string>} */
  const found = new Map();
  const add = (/** @type {string | null | undefined} */ id, /** @type {string} */ relation) => {
    if (id && id !== event.id && !found.has(id)) found.set(id, relation);
  };
  add(parent, "Part of");
  for (const link of links ?? []) add(link.target, humanise(link.type ?? "related"));
  for (const other of byId.values()) {
    if (other.props.parent_event_id === event.id) add(other.id, "Has part");
    else if (group && other.props.event_group_id === group) add(other.id, "Told together with");
  }
  return [...found].map(([id, relation]) => ({ relation, id }));
}

/**
 * @param {ClashEvent} event
 * @param {ReadonlyMap<string, ClashEvent>} byId
 * @param {(id: string) => void} select
 */
export function relatedOf(event, byId, select) {
  const relations = relationsOf(event, byId);
  if (relations.length === 0) return null;
  return h(
    "section",
    { class: "card-section" },
    h("h3", {}, "Related events"),
    h(
      "ul",
      { class: "related" },
      relations.map(({ relation, id }) => {
        const other = byId.get(id);
        return h(
          "li",
          {},
          h("span", { class: "sub" }, relation),
          other
            ? h("button", { type: "button", class: "event-link", onclick: () => select(id) }, kindDot(other.kind), other.title, h("span", { class: "sub" }, shortDate(other)))
            : h("span", {}, `${id} (not loaded)`),
        );
      }),
    ),
  );
}
