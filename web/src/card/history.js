/** How this version came about: every change with who made it, when and why, asked of the server when it is opened. */
import { h, fill } from "../dom/build.js";
import { changedFields, changeWord } from "../model/history.js";
import { t } from "../model/messages.js";

/** @typedef {import("../model/history.js").Revision} Revision */

/**
 * @param {import("../model/event.js").ClashEvent} event
 * @param {(id: string) => Promise<{revisions?: Revision[]}>} history
 */
export function historyOf(event, history) {
  const list = h("ol", { class: "plain history" });
  const note = h("p", { class: "sub", role: "status" });
  const node = h("details", { class: "more card-section" }, h("summary", {}, t("History (version {n})", { n: event.version })), list, note);
  let asked = false;
  node.addEventListener("toggle", () => {
    if (node.open && !asked) load();
  });

  function load() {
    asked = true;
    fill(note, t("Loading…"));
    history(event.id).then(
      ({ revisions = [] }) => {
        fill(note);
        show(revisions);
      },
      () => {
        asked = false;
        show(event.props.history ?? []);
        const retry = h("button", { type: "button", class: "linkish", onclick: load }, t("Try again"));
        fill(note, t("The full history could not be loaded."), " ", retry);
      },
    );
  }

  /** Newest first. @param {readonly Revision[]} revisions */
  function show(revisions) {
    fill(list, [...revisions].sort((a, b) => (b.version ?? 0) - (a.version ?? 0)).map(item));
  }

  return node;
}

/** @param {Revision} revision */
function item(revision) {
  const { version, at, by, reason } = revision;
  const fields = changedFields(revision);
  return h(
    "li",
    {},
    t("{what} by {who}", { what: changeWord(revision.action), who: by || t("unknown") }),
    h("span", { class: "sub" }, [at?.slice(0, 16).replace("T", " "), version && t("version {n}", { n: version }), reason].filter(Boolean).join(" · ")),
    fields.length > 0 && h("span", { class: "sub" }, t("Changed: {fields}", { fields: fields.join(", ") })),
  );
}
