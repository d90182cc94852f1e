/** The words that prove the event, in the sentences around them. */
import { h, fill } from "../dom/build.js";
import { languageWord } from "../model/words.js";
import { passagesOf, passagesOfQuotes } from "../model/passages.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../model/wire.js").Source} Source */
/** @typedef {import("../model/wire.js").Report} Report */
/** @typedef {(id: string) => Promise<Report>} FindReport */

/**
 * The quote stands at once; the sentences around it follow when the report has come.
 *
 * @param {ClashEvent} event
 * @param {Source} source
 * @param {FindReport} report
 */
export function quoteOf(event, source, report) {
  const wanted = {
    place: event.props.place_text ?? null,
    names: event.props.geocode?.relation?.anchors ?? (event.props.location ? [event.props.location] : []),
  };
  const evidence = source.evidence ?? [];
  const body = h("blockquote", { lang: source.lang || null, cite: source.url || null });
  const note = h("p", { class: "quote-note", hidden: true });
  const node = h("figure", { class: "quote" }, body, note);
  fill(body, passagesOfQuotes(evidence, wanted).map(passage));
  if (evidence.length === 0) say("This record names no sentence as its evidence.");

  /** @param {...(Node | string)} words */
  function say(...words) {
    fill(note, words);
    note.hidden = false;
  }

  function load() {
    if (!source.report_id || evidence.length === 0) return;
    report(source.report_id).then(
      (found) => {
        const { passages, lost } = passagesOf(found, evidence, wanted);
        if (passages.length > 0) fill(body, passages.map(passage));
        note.hidden = lost.length === 0;
        if (lost.length > 0) say(`${lost.length} of the quotes cannot be found in the report's text: “${lost.join("”, “")}”`);
      },
      () => {
        const retry = h("button", { type: "button", class: "linkish", onclick: load }, "Try again");
        say("The sentences around it could not be loaded. ", retry);
      },
    );
  }
  load();
  return node;
}

/** @param {import("../model/passages.js").Passage} passage */
function passage({ runs, cutBefore, cutAfter }) {
  return h("p", {}, cutBefore ? "… " : null, runs.map(run), cutAfter ? " …" : null);
}

/** @param {import("../model/passages.js").Run} run */
function run({ text, evidence, place, name }) {
  const words = name ? h("b", {}, text) : text;
  const placed = place ? h("u", { class: "place-words" }, words) : words;
  return evidence ? h("mark", {}, placed) : placed;
}

/**
 * @param {Source} source
 * @returns {string} who published it, when, in which language
 */
export function sourceLine(source) {
  const language = source.lang && source.lang !== "en" ? languageWord(source.lang) : null;
  return [source.publisher ?? "Publisher not known", source.publish_date, language].filter(Boolean).join(" · ");
}
