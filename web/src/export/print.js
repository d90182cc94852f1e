/** What goes to paper: the picture of the map with its words, then the events as a table with their sources. */
import { h, fill } from "../dom/build.js";
import { getKind } from "../model/kinds.js";
import { precisionWords } from "../model/precision.js";
import { t } from "../model/messages.js";
import { reviewWord, shortDate } from "../model/words.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const MOST_ROWS = 500;

/**
 * @param {HTMLElement} root shown on paper only
 * @param {() => {canvas: HTMLCanvasElement, events: readonly ClashEvent[], filter: string}} make
 */
export function createPrint(root, make) {
  function prepare() {
    const { canvas, events, filter } = make();
    canvas.className = "print-map";
    const left = events.length - MOST_ROWS;
    fill(
      root,
      canvas,
      h(
        "table",
        {},
        h("caption", {}, filter),
        h("thead", {}, h("tr", {}, ["Date", "Event", "Place", "Review", "Source"].map((name) => h("th", { scope: "col" }, t(name))))),
        h("tbody", {}, events.slice(0, MOST_ROWS).map(row)),
      ),
      left > 0 && h("p", {}, t("{n} more events are not printed; download them as a file.", { n: left })),
    );
  }
  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", () => root.replaceChildren());
  return { now: () => globalThis.print() };
}

/** @param {ClashEvent} event */
function row(event) {
  const source = event.props.sources?.[0];
  const review = reviewWord(event.props.review?.status);
  const quote = source?.evidence?.[0]?.quote;
  return h(
    "tr",
    {},
    h("td", {}, shortDate(event)),
    h("td", {}, h("strong", {}, event.title), h("div", {}, t(getKind(event.kind).label)), quote && h("q", { lang: source?.lang || null }, quote)),
    h("td", {}, precisionWords(event)),
    h("td", {}, `${review.mark} ${t(review.label)}`),
    h("td", {}, [source?.publisher, source?.publish_date].filter(Boolean).join(", "), h("div", { class: "print-url" }, source?.url ?? "")),
  );
}
