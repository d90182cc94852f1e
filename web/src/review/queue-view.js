/** What waits for a person, by report, the most needed first, each with its reasons. */
import { h } from "../dom/build.js";
import { countWords } from "../model/words.js";
import { createDialog } from "./dialog.js";
import { plain } from "./pieces.js";
import { byReport } from "./queue.js";

/** @typedef {import("./state.js").State} State */

const MOST_TITLES = 4;

/**
 * @param {HTMLElement} root
 * @param {import("./desk.js").Desk} desk
 * @param {{open: (report: string, event: string | null) => void, load: () => void}} reports
 */
export function createQueueView(root, desk, reports) {
  const dialog = createDialog(root, "queue", "What waits for review", () => desk.openDialog(null));
  const open = (/** @type {string} */ report, /** @type {string | null} */ event) => {
    desk.openDialog(null);
    reports.open(report, event);
  };
  // J and K walk the rows as they walk the events.
  dialog.body.addEventListener("keydown", (event) => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = /** @type {HTMLElement[]} */ ([...dialog.body.querySelectorAll("button.queue-row")]);
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
    event.preventDefault();
  });

  /** @param {State} state */
  function draw({ domain: { queue, report, session } }) {
    const all = byReport(queue.items);
    const retry = h("button", { type: "button", class: "button small", onclick: reports.load }, "Load it again");
    if (session.status !== "ready" && session.status !== "weak") {
      return dialog.fill(h("p", {}, "The queue is for those who work at the desk. Give a token first."), h("button", { type: "button", class: "button", onclick: () => desk.openDialog("session") }, "Give a token"));
    }
    dialog.fill(
      queue.status === "failed" && h("p", { class: "failed" }, `The queue could not be loaded: ${queue.words}. `, retry),
      queue.status === "loading" && all.length === 0 && h("p", {}, "Loading…"),
      queue.status === "ready" && all.length === 0 && h("p", {}, "Nothing waits. V takes in a new report."),
      all.length > 0 &&
        h("p", { class: "sub" }, `${countWords(queue.items.length, "event")} in ${countWords(all.length, "report")}${queue.more ? ", and more after these" : ""}. J and K walk, Enter opens. `, retry),
      h(
        "ol",
        { class: "queue-rows" },
        all.map(({ reportId, items, why }) =>
          h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: "queue-row", "aria-current": reportId === report?.id ? "true" : null, onclick: () => open(reportId, items[0]?.id ?? null) },
              h("span", { class: "queue-titles", dir: "auto" }, items.slice(0, MOST_TITLES).map(({ title }) => h("span", {}, plain(title))), items.length > MOST_TITLES && h("span", { class: "sub" }, `and ${items.length - MOST_TITLES} more`)),
              h("span", { class: "sub" }, [countWords(items.length, "event"), ...why.slice(0, 4), ...new Set(items.flatMap(({ assignee }) => (assignee ? [`with ${plain(assignee)}`] : [])))].join(" · ")),
            ),
          ),
        ),
      ),
    );
    if (dialog.isOpen() && !dialog.body.contains(document.activeElement)) /** @type {HTMLElement | null} */ (dialog.body.querySelector("button.queue-row"))?.focus();
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const isOpen = state.ui.dialog === "queue";
    const opening = isOpen && before?.ui.dialog !== "queue";
    dialog.toggle(isOpen);
    if (opening) reports.load();
    if (isOpen && (opening || state.domain.queue !== before?.domain.queue || state.domain.session !== before?.domain.session)) draw(state);
  };
}
