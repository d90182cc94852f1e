/** The places that fit the words, with the share and the reasons of each, and why the others were not taken. */
import { h } from "../dom/build.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../model/event.js").Candidate} Candidate */

/** @param {ClashEvent} event */
export function candidatesOf(event) {
  const live = event.candidates.filter((one) => one.letter !== "");
  const rejected = event.candidates.filter((one) => one.letter === "");
  const decision = event.props.geocode?.decision;
  if (live.length < 2 && rejected.length === 0 && !decision) return null;
  return h(
    "section",
    { class: "card-section" },
    live.length > 1 ? h("h3", {}, "Candidate places") : h("h3", {}, "Why here"),
    live.length > 1 && h("ol", { class: "candidates" }, live.map((one, i) => candidate(one, i === 0))),
    live.length === 1 && live[0]?.reasons.length ? h("ul", { class: "reasons" }, live[0].reasons.map((one) => h("li", {}, one))) : null,
    decision && live.length > 1 && h("h4", {}, "Why here"),
    decision && h("p", { class: "decision" }, decision),
    rejected.length > 0 &&
      h(
        "details",
        { class: "more" },
        h("summary", {}, `${rejected.length} other ${rejected.length === 1 ? "place" : "places"} of the name, and why not`),
        h(
          "ul",
          { class: "rejected" },
          rejected.map((one) => h("li", {}, one.name, h("span", { class: "sub" }, one.rejectedBecause ?? "no coordinates known"))),
        ),
      ),
  );
}

/** @param {Candidate} one @param {boolean} best */
function candidate({ letter, name, share, reasons }, best) {
  const percent = share === null ? null : Math.round(share * 100);
  return h(
    "li",
    {},
    h("span", { class: best ? "pin best" : "pin" }, letter),
    h(
      "div",
      { class: "candidate-words" },
      name,
      reasons.map((one) => h("span", { class: "sub" }, one)),
    ),
    percent !== null && h("meter", { min: 0, max: 100, value: percent, "aria-label": `Share of ${name}` }),
    percent !== null && h("span", { class: "percent" }, `${percent} %`),
  );
}
