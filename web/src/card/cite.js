/** The card's buttons: the source, how to cite, a link to this event. */
import { h, fill } from "../dom/build.js";
import { copyFrom } from "../dom/clipboard.js";
import { icon } from "../dom/glyphs.js";
import { webAddress } from "../dom/link.js";
import { bibtexCitation, plainCitation } from "../model/citation.js";

/**
 * @param {import("../model/event.js").ClashEvent} event
 * @param {{permalink: () => string, dataVersion: () => string | null}} where
 */
export function citeOf(event, { permalink, dataVersion }) {
  const href = event.props.sources?.map((one) => webAddress(one.url)).find((one) => one !== null);
  const box = h("div", { class: "cite-box", hidden: true });
  const toggle = h("button", { type: "button", class: "button", "aria-expanded": "false" }, "Cite");
  toggle.addEventListener("click", () => {
    box.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    const where = { permalink: permalink(), dataVersion: dataVersion() };
    if (!box.hidden) fill(box, citation("Text", plainCitation(event, where)), citation("BibTeX", bibtexCitation(event, where)));
  });
  const label = h("span", {}, "Copy link");
  const link = h("button", { type: "button", class: "button", onclick: () => copyFrom(link, label, permalink()) }, label);
  return [
    h(
      "div",
      { class: "buttons card-buttons" },
      href && h("a", { class: "button primary", href, target: "_blank", rel: "noopener noreferrer nofollow" }, "Open source", icon("open")),
      toggle,
      link,
    ),
    box,
  ];
}

/** @param {string} name @param {string} text */
function citation(name, text) {
  const label = h("span", {}, "Copy");
  const copy = h("button", { type: "button", class: "button small", "aria-label": `Copy as ${name}`, onclick: () => copyFrom(copy, label, text) }, label);
  return h("div", { class: "citation" }, h("h4", {}, name, copy), h("pre", { tabindex: 0 }, text));
}
