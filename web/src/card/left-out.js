/** What the report says that did not become an event, and why. */
import { h, fill } from "../dom/build.js";
import { groupOmissions } from "../model/omissions.js";
import { countWords } from "../model/words.js";

/**
 * @param {string | undefined} reportId
 * @param {import("./quote.js").FindReport} report
 * @returns {HTMLElement} empty until the report has come
 */
export function leftOutOf(reportId, report) {
  const node = h("section", { class: "card-section left-out", hidden: true });
  if (!reportId) return node;
  report(reportId).then(
    (found) => {
      const groups = groupOmissions(found.not_events);
      const total = groups.reduce((sum, group) => sum + group.passages.length, 0);
      if (total === 0) return;
      node.hidden = false;
      fill(
        node,
        h(
          "details",
          { class: "more" },
          h("summary", {}, "What was left out and why", h("span", { class: "sub" }, countWords(total, "passage"))),
          groups.map((group) =>
            h(
              "div",
              { class: "left-out-group" },
              h("h3", {}, group.label, h("span", { class: "count" }, group.passages.length)),
              h(
                "ul",
                { lang: found.lang || null },
                group.passages.map((one) => h("li", {}, h("q", {}, one.quote), one.reason && h("span", { class: "sub", lang: "en" }, one.reason))),
              ),
            ),
          ),
        ),
      );
    },
    () => {}, // the quote above already says that the report could not be loaded
  );
  return node;
}
