/** The help sheet: all keys, and the switch for those that are single letters. */
import { h } from "../dom/build.js";
import { createDialog } from "./dialog.js";
import { KEYS, REJECTIONS } from "./keys.js";

/** @typedef {import("./state.js").State} State */

/** @param {HTMLElement} root @param {import("./desk.js").Desk} desk @param {(on: boolean) => void} setKeysOn */
export function createHelpView(root, desk, setKeysOn) {
  const dialog = createDialog(root, "help", "Keys of the desk", () => desk.openDialog(null));
  const on = h("input", { type: "checkbox", id: "keys-on", onchange: () => setKeysOn(on.checked) });
  dialog.fill(
    h("p", {}, h("label", { for: "keys-on" }, on, " Single keys work (switch them off if you speak or type into the page by other means)")),
    h(
      "table",
      { class: "key-table" },
      h("thead", { class: "offscreen" }, h("tr", {}, h("th", { scope: "col" }, "Key"), h("th", { scope: "col" }, "What it does"))),
      h(
        "tbody",
        {},
        KEYS.map(({ keys, label }) => h("tr", {}, h("th", { scope: "row" }, keys.map((key) => h("kbd", {}, key))), h("td", {}, label))),
      ),
    ),
    h("p", { class: "sub" }, `After R: ${REJECTIONS.map(({ label }, i) => `${i + 1} ${label.toLowerCase()}`).join(", ")}.`),
    h("p", { class: "sub" }, "Letters are read by their place on the board where the layout is Cyrillic. Keys rest while you type. Text pasted (Ctrl+V) or a file dropped on the page becomes a new report. Mouse: Shift and a click choose one more place."),
  );
  return (/** @type {State} */ state) => {
    on.checked = state.ui.keysOn;
    dialog.toggle(state.ui.dialog === "help");
  };
}
