/** The bars around the desk: name and buttons above, the keys below, the parts of the desk on narrow screens. */
import { h, fill, setText } from "../dom/build.js";
import { countWords } from "../model/words.js";
import { KEYS } from "./keys.js";
import { plain } from "./pieces.js";
import { byReport } from "./queue.js";

/** @typedef {import("./state.js").State} State */

/** @param {HTMLElement} root @param {import("./desk.js").Desk} desk @param {{skip: () => Promise<void>}} reports */
export function createHeader(root, desk, reports) {
  const about = h("span", { class: "about" });
  const unsent = h("button", { type: "button", class: "button small unsent", hidden: true, onclick: () => desk.openDialog("unsent") });
  const who = h("button", { type: "button", class: "button small plain who", onclick: () => desk.openDialog("session") });
  const publish = h("button", { type: "button", class: "button small primary", hidden: true, onclick: desk.publish }, "Publish accepted");
  fill(
    root,
    h("a", { class: "home", href: "/" }, "Clashmap"),
    h("h1", {}, "Review desk"),
    about,
    h("span", { class: "gap" }),
    unsent,
    who,
    h("button", { type: "button", class: "button small", onclick: () => desk.openDialog("intake") }, "New report…"),
    h("button", { type: "button", class: "button small", onclick: () => desk.openDialog("queue") }, "Queue"),
    h("button", { type: "button", class: "button small", onclick: () => void reports.skip() }, "Next article"),
    publish,
  );

  /** @param {State} state */
  return ({ domain: { report, reading, queue, outbox, session } }) => {
    const all = byReport(queue.items);
    const at = all.findIndex((one) => one.reportId === report?.id);
    const took = reading?.status === "done" && reading.milliseconds !== null ? `read in ${reading.milliseconds} ms` : reading && reading.status !== "done" ? reading.words : "";
    setText(about, [at >= 0 ? `Article ${at + 1} of ${all.length}` : all.length > 0 ? countWords(all.length, "article waits", "articles wait") : "", took].filter(Boolean).join(" · "));
    unsent.hidden = outbox.length === 0;
    const stuck = outbox.some((one) => one.state !== "waiting");
    unsent.classList.toggle("stuck", stuck);
    setText(unsent, stuck ? `${outbox.length} not stored` : `${outbox.length} unsent`);
    setText(who, session.status === "ready" || session.status === "weak" ? plain(`${session.name ?? "token"} · ${session.role}`) : "No token");
    publish.hidden = !["publisher", "administrator"].includes(session.role ?? "");
  };
}

/** @param {HTMLElement} root @param {() => void} openHelp */
export function createKeyBar(root, openHelp) {
  fill(
    root,
    KEYS.filter(({ bar }) => bar !== undefined && bar !== "all keys").map(({ keys, bar }) => h("span", {}, (keys[0] === "J" ? ["J", "K"] : keys).map((key) => h("kbd", {}, key)), ` ${bar}`)),
    h("button", { type: "button", class: "linkish", onclick: openHelp }, h("kbd", {}, "?"), " all keys"),
  );
}

/** @param {HTMLElement} root @param {HTMLElement} columns @param {import("./desk.js").Desk} desk */
export function createTabs(root, columns, desk) {
  const tabs = /** @type {const} */ ([["text", "Text"], ["map", "Map"], ["form", "Decide"]]).map(([id, label]) => ({
    id,
    node: h("button", { type: "button", onclick: () => desk.setTab(id) }, label),
  }));
  fill(root, tabs.map(({ node }) => node));
  return (/** @type {State} */ { ui }) => {
    columns.dataset["tab"] = ui.tab;
    for (const { id, node } of tabs) node.setAttribute("aria-current", String(id === ui.tab));
  };
}
