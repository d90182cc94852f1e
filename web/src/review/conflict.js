/** Two decisions on one event side by side: what this reviewer wanted, what another one made of it meanwhile. */
import { precisionLabel } from "../model/precision.js";
import { readEvents } from "../model/event.js";
import { dateWords, humanise, rangeFigure, reviewWord } from "../model/words.js";
import { levelWords } from "./codebook.js";

/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {{part: string, mine: string, theirs: string}} Row */

const UNCHANGED = "as it was";

/**
 * @param {Entry} entry
 * @returns {{by: string, version: number | null, rows: Row[]}} rows that differ first, then those on which both agree
 */
export function compare(entry) {
  const [theirs] = readEvents({ features: [entry.current] }).events;
  const props = theirs?.props ?? {};
  const changes = entry.body?.changes ?? {};
  /** @type {Row[]} */
  const rows = [
    { part: "Decision", mine: decisionWords(entry), theirs: reviewWord(props.review?.status).label },
    { part: "Place", mine: placeWords(changes.place), theirs: props.location ?? "no place" },
    { part: "How exact", mine: changes.precision ? levelWords(changes.precision) : UNCHANGED, theirs: theirs ? precisionLabel(theirs.precision) : "" },
    { part: "Type", mine: changes.sub_event_type ?? UNCHANGED, theirs: props.sub_event_type ?? "not said" },
    { part: "Days", mine: changes.when ? [changes.when.date_start, changes.when.date_end].filter(Boolean).join(" to ") : UNCHANGED, theirs: theirs ? dateWords(theirs) : "" },
    { part: "Killed", mine: changes.counts?.deaths ? (rangeFigure(changes.counts.deaths) ?? "not known") : UNCHANGED, theirs: rangeFigure({ low: props.low ?? null, high: props.high ?? null }) ?? "not known" },
    { part: "Title", mine: changes.title ?? UNCHANGED, theirs: props.title ?? "" },
    { part: "Reason", mine: entry.body?.reason ?? "", theirs: props.review?.reason ?? "" },
  ];
  return {
    by: props.review?.reviewer ?? "somebody else",
    version: theirs?.version ?? null,
    rows: rows.filter(({ mine, theirs: other }) => mine !== "" || other !== ""),
  };
}

/** @param {Entry} entry */
function decisionWords({ path, body }) {
  if (path.endsWith("/merge")) return "Merge with another event";
  if (path.endsWith("/split")) return `Split into ${body?.parts?.length ?? "several"}`;
  if (path.endsWith("/undo")) return "Undo";
  if (body?.action === "reject") return `Reject: ${humanise(body.reason_code ?? "").toLowerCase()}`;
  if (body?.action === "correct") return "Accept with changes";
  return humanise(body?.action ?? "");
}

/** @param {any} place as it goes on the wire */
function placeWords(place) {
  if (!place) return UNCHANGED;
  if (place.none) return "no place";
  if (place.candidate) return `candidate ${place.candidate}`;
  if (Array.isArray(place.point)) return `pin at ${place.point[1]}, ${place.point[0]}`;
  return typeof place.place === "string" ? place.place : "an area";
}
