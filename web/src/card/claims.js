/** Who says what: the claims of each side, each with its words. */
import { h } from "../dom/build.js";
import { humanise, stanceWord } from "../model/words.js";

/** @typedef {import("../model/wire.js").Claim} Claim */

/** @param {readonly Claim[] | undefined} claims */
export function claimsOf(claims) {
  if (!claims || claims.length === 0) return null;
  /** @type {Map<string, Claim[]>} */
  const sides = new Map();
  for (const claim of claims) {
    const side = claim.party || "Side not stated";
    sides.set(side, [...(sides.get(side) ?? []), claim]);
  }
  return h(
    "section",
    { class: "card-section" },
    h("h3", {}, "Who says so"),
    [...sides].map(([side, told]) =>
      h("div", { class: "side" }, h("h4", {}, sideName(side)), h("ul", { class: "claims" }, told.map(claimItem))),
    ),
  );
}

/** `side_a (Ukraine)` is the record's way of writing; a reader needs the name. @param {string} party */
function sideName(party) {
  const named = /^side_[a-z]+ \((.+)\)$/.exec(party);
  return named?.[1] ?? humanise(party);
}

/** @param {Claim} claim */
function claimItem({ speaker, stance, field, value, quote, said_on: saidOn }) {
  const about = typeof value === "string" || typeof value === "number" ? String(value) : null;
  return h(
    "li",
    { class: `stance-${stance ?? "asserts"}` },
    h("span", {}, h("strong", {}, speaker || "Speaker not named"), ` ${stanceWord(stance)}`, about && `: ${about}`),
    field && field !== "event" && h("span", { class: "claim-field" }, ` (on ${humanise(field).toLowerCase()})`),
    saidOn && h("span", { class: "sub" }, saidOn),
    quote && h("q", { class: "sub" }, quote),
  );
}
