/** One event: what, where, when, whose word, and the sentence it all rests on. */
import { h } from "../dom/build.js";
import { kindDot } from "../dom/glyphs.js";
import { safeLink } from "../dom/link.js";
import { getKind } from "../model/kinds.js";
import { t } from "../model/messages.js";
import { certaintyWord, dateWords, reviewWord, withheldWords } from "../model/words.js";
import { candidatesOf } from "./candidates.js";
import { citeOf } from "./cite.js";
import { claimsOf } from "./claims.js";
import { factsOf } from "./facts.js";
import { historyOf } from "./history.js";
import { leftOutOf } from "./left-out.js";
import { quoteOf, sourceLine } from "./quote.js";
import { relatedOf } from "./related.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @typedef {object} CardWorld
 * @property {import("./quote.js").FindReport} report
 * @property {(id: string) => Promise<{revisions?: import("../model/history.js").Revision[]}>} history
 * @property {() => string} permalink
 * @property {() => string | null} dataVersion
 * @property {(id: string) => void} select
 */

/**
 * @param {ClashEvent} event
 * @param {ReadonlyMap<string, ClashEvent>} byId
 * @param {CardWorld} world
 * @returns {Node[]}
 */
export function eventCard(event, byId, world) {
  const { props } = event;
  const review = reviewWord(props.review?.status);
  const sources = props.sources ?? [];
  return [
    h(
      "div",
      { class: "tags" },
      h("span", { class: "tag" }, kindDot(event.kind), getKind(event.kind).label),
      h("span", { class: `tag review ${review.group}` }, `${review.mark} ${review.label}`),
      h("span", { class: `tag certainty ${props.certainty ?? ""}` }, certaintyWord(props.certainty)),
    ),
    h("h2", { id: "card-title", tabindex: -1 }, event.title),
    withheldOf(props.sensitivity),
    h("p", { class: "card-date" }, dateWords(event), props.sub_event_type ? ` · ${props.sub_event_type}` : ""),
    event.light && h("div", { class: "skeleton-card", "aria-hidden": "true" }, h("span", { class: "skeleton" }), h("span", { class: "skeleton" })),
    ...sources.flatMap((source) => [quoteOf(event, source, world.report), sourceOf(source)]),
    ...citeOf(event, world),
    factsOf(event),
    candidatesOf(event),
    claimsOf(props.claims),
    relatedOf(event, byId, world.select),
    historyOf(event, world.history),
    leftOutOf(sources[0]?.report_id, world.report),
    h("p", { class: "card-id" }, `Event ${event.id} · version ${event.version}`),
  ].filter((node) => node instanceof Node);
}

/** What was withheld from this record and why, before anything that it leaves out. @param {import("../model/wire.js").EventProperties["sensitivity"]} sensitivity */
function withheldOf(sensitivity) {
  const notice = withheldWords(sensitivity);
  return notice === null ? null : h("p", { class: "withheld" }, h("strong", {}, `${t("Shown with care")}: `), notice);
}

/** @param {import("../model/wire.js").Source} source */
function sourceOf(source) {
  return h(
    "p",
    { class: "source" },
    safeLink(source.url, source.title || source.url || sourceLine(source)),
    (source.title || source.url) && h("span", { class: "sub" }, sourceLine(source)),
    source.archive_url && h("span", { class: "sub" }, safeLink(source.archive_url, "archived copy"), source.retrieved_at ? `, fetched ${source.retrieved_at.slice(0, 10)}` : ""),
  );
}
