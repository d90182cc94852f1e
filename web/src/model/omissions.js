/** What a report says that did not become an event, grouped by the reason, so that a reader can check the silence too. */
import { humanise } from "./words.js";

/** @type {Readonly<Record<string, string>>} */
const TRAPS = {
  negation: "Said not to have happened",
  negated: "Said not to have happened",
  hypothetical: "Possible or conditional, not said to have happened",
  conditional: "Possible or conditional, not said to have happened",
  future: "Announced or wished for, not yet happened",
  future_wish: "Announced or wished for, not yet happened",
  metonym: "A capital or building that stands for a government",
  statement: "Words, not an act",
  dateline: "Where the report was written",
  state_not_event: "A lasting state without a day or place",
  restatement: "Told again; counted once",
  habitual: "What is said to happen all the time",
  historical: "Background from the past",
  background: "Background from the past",
  background_policy: "Background from the past",
  nominal_background: "Named in passing, no act is told",
  unsupported_claim: "A claim without a place or date",
  place_in_promise: "A place in someone's promise",
  metaphor: "A figure of speech",
  evidence_not_event: "How the news became known",
  aggregate_losses: "A party's total of losses",
  cumulative_total: "A running total, never one event's toll",
  destination_not_event: "Where people went, not where it happened",
};

/**
 * @param {readonly import("./wire.js").Omission[] | undefined} omissions
 * @returns {{trap: string, label: string, passages: import("./wire.js").Omission[]}[]} the largest group first
 */
export function groupOmissions(omissions) {
  /** @type {Map<string, {trap: string, label: string, passages: import("./wire.js").Omission[]}>} */
  const groups = new Map();
  for (const one of [...(omissions ?? [])].sort((a, b) => a.start - b.start)) {
    const trap = one.trap || "other";
    const label = TRAPS[trap] ?? humanise(trap);
    const group = groups.get(label) ?? { trap, label, passages: [] };
    group.passages.push(one);
    groups.set(label, group);
  }
  return [...groups.values()].sort((a, b) => b.passages.length - a.passages.length || (a.label < b.label ? -1 : 1));
}
