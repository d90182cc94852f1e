/** What has not gone through: unsent decisions, refused ones, and conflicts with the two decisions side by side. */
import { h } from "../dom/build.js";
import { countWords } from "../model/words.js";
import { compare } from "./conflict.js";
import { createDialog } from "./dialog.js";
import { plain } from "./pieces.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./outbox.js").Entry} Entry */

/**
 * @param {HTMLElement} root
 * @param {import("./desk.js").Desk} desk
 * @param {{yieldTo: (entry: Entry) => void, insist: (entry: Entry, version: number | null) => void, tryNow: () => void}} ways
 */
export function createConflictView(root, desk, { yieldTo, insist, tryNow }) {
  const dialog = createDialog(root, "unsent", "Not stored yet", () => desk.openDialog(null));
  /** @type {Entry | null} */
  let first = null;
  // 1 and 2 decide the conflict on top, as the buttons do.
  dialog.body.addEventListener("keydown", (event) => {
    if (!first || event.ctrlKey || event.altKey || event.metaKey || !["1", "2"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "1") yieldTo(first);
    else insist(first, compare(first).version);
  });

  /** @param {Entry} entry @param {boolean} onTop */
  function conflict(entry, onTop) {
    const { by, version, rows } = compare(entry);
    return h(
      "section",
      { class: "unsettled", "aria-label": entry.label },
      h("h3", { dir: "auto" }, plain(entry.label)),
      h("p", {}, `${plain(by)} decided on this event after you had opened it. Nothing is overwritten until you choose.`),
      h(
        "table",
        { class: "sides" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Part"), h("th", { scope: "col" }, "Yours"), h("th", { scope: "col" }, `${plain(by)}’s`))),
        h(
          "tbody",
          {},
          rows.map(({ part, mine, theirs }) => h("tr", {}, h("th", { scope: "row" }, part), h("td", { dir: "auto" }, plain(mine)), h("td", { dir: "auto" }, plain(theirs)))),
        ),
      ),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "button", autofocus: onTop, onclick: () => yieldTo(entry) }, "Keep theirs", onTop && h("kbd", { "aria-hidden": "true" }, "1")),
        h("button", { type: "button", class: "button", onclick: () => insist(entry, version) }, "Make mine the next version", onTop && h("kbd", { "aria-hidden": "true" }, "2")),
      ),
    );
  }

  /** @param {Entry} entry */
  function refusal(entry) {
    return h(
      "section",
      { class: "unsettled" },
      h("h3", { dir: "auto" }, plain(entry.label)),
      h("p", { class: "failed" }, entry.problem ?? "The server refused it."),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "button", onclick: () => insist(entry, entry.version) }, "Try again"),
        h("button", { type: "button", class: "button", onclick: () => yieldTo(entry) }, "Give it up"),
      ),
    );
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const open = state.ui.dialog === "unsent" || state.ui.dialog === "conflict";
    const { outbox } = state.domain;
    if (open && (!before || outbox !== before.domain.outbox || state.ui.dialog !== before.ui.dialog)) {
      const conflicts = outbox.filter((one) => one.state === "conflict");
      const refused = outbox.filter((one) => one.state === "refused");
      const waiting = outbox.filter((one) => one.state === "waiting");
      first = conflicts[0] ?? null;
      dialog.fill(
        outbox.length === 0 && h("p", {}, "Everything is stored."),
        conflicts.map((one, i) => conflict(one, i === 0)),
        refused.map(refusal),
        waiting.length > 0 && [
          h("h3", {}, `${countWords(waiting.length, "decision")} on the way`),
          h("p", { class: "sub" }, waiting[0]?.problem ? `${waiting[0].problem}. They are kept in this browser and sent again by themselves.` : "They are kept in this browser until the server has them."),
          h("ul", {}, waiting.slice(0, 50).map((one) => h("li", { dir: "auto" }, plain(one.label)))),
          h("button", { type: "button", class: "button", onclick: tryNow }, "Try now"),
        ],
      );
    }
    dialog.toggle(open);
  };
}
