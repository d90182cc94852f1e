/** The parts of an event that need typing: days, actors, numbers, title, tier; and the split into several events. */
import { h, fill, setText } from "../dom/build.js";
import { ACTOR_ROLES, TIERS, TYPES } from "./codebook.js";
import { candidatesOf } from "./desk.js";
import { createDialog } from "./dialog.js";
import { plain } from "./pieces.js";
import { editChanges, splitParts } from "./edits.js";
import { selectedEvent } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const MOST_PARTS = 9;

/** @param {HTMLElement} root @param {import("./desk.js").Desk} desk */
export function createEditView(root, desk) {
  const close = () => desk.openDialog(null);
  const edit = createDialog(root, "edit", "Edit the event", close);
  const split = createDialog(root, "split", "Split into several events", close);

  /** @param {State} state @param {ClashEvent} event */
  function drawEdit(state, event) {
    const { props } = event;
    const draft = state.ui.drafts[event.id] ?? {};
    const text = (/** @type {string} */ id, /** @type {unknown} */ value, /** @type {string} */ type = "text") =>
      h("input", { id: `edit-${id}`, name: id, type, value: value === null || value === undefined ? "" : String(value), min: type === "number" ? 0 : null, max: type === "number" ? 10_000_000 : null });
    const figures = [
      ["low", "Killed, at least", draft.counts?.deaths?.low ?? props.low],
      ["best", "Killed, best figure", draft.counts?.deaths?.best ?? props.best],
      ["high", "Killed, at most", draft.counts?.deaths?.high ?? props.high],
      ["injuredLow", "Injured, at least", draft.counts?.injured?.low ?? props.injured?.low],
      ["injuredHigh", "Injured, at most", draft.counts?.injured?.high ?? props.injured?.high],
      ["captured", "Captured", draft.counts?.captured ?? props.captured],
    ];
    const actors = draft.actors ?? (props.actors ?? []).flatMap(({ name, role }) => (name ? [{ name, role: role ?? "participant" }] : []));
    const rows = h("div", { class: "actor-rows" }, [...actors, { name: "", role: "participant" }].map(actorRow));
    const more = h("button", { type: "button", class: "button small", onclick: () => rows.append(actorRow({ name: "", role: "participant" }, rows.children.length)) }, "One more actor");
    const title = text("title", draft.title ?? props.title);
    title.autofocus = true;
    const trouble = h("p", { class: "failed", role: "alert" });
    const form = h(
      "form",
      { class: "edit-form", novalidate: true },
      field("Title", title),
      h("div", { class: "field-row" }, field("First day", text("date_start", draft.when?.date_start ?? props.date_start, "date")), field("Last day", text("date_end", draft.when?.date_end ?? props.date_end, "date")), field("On the map", tierSelect(draft.map_tier ?? props.map_tier ?? 3))),
      h("fieldset", {}, h("legend", {}, "Numbers; empty means not known"), h("div", { class: "field-row" }, figures.map(([id, label, value]) => field(String(label), text(String(id), value, "number"))))),
      h("fieldset", {}, h("legend", {}, "Actors; an empty name goes"), rows, more),
      field("Why (optional)", text("reason", draft.reason)),
      trouble,
      buttons("Take these changes"),
    );
    onSend(form, () => {
      const answer = editChanges(event, new FormData(form));
      if (answer.problem) return setText(trouble, answer.problem);
      desk.change(answer.draft);
      close();
    });
    edit.fill(form);
  }

  /** @param {State} state @param {ClashEvent} event */
  function drawSplit(state, event) {
    const candidates = candidatesOf(state, event);
    const anchors = event.props.geocode?.relation?.anchors ?? [];
    const rows = h("div", { class: "part-rows" });
    const count = Math.max(2, Math.min(MOST_PARTS, anchors.length));
    for (let i = 0; i < count; i += 1) rows.append(part(i));
    const more = h("button", { type: "button", class: "button small", onclick: () => rows.children.length < MOST_PARTS && rows.append(part(rows.children.length)) }, "One more part");
    const trouble = h("p", { class: "failed", role: "alert" });
    const form = h("form", { class: "edit-form", novalidate: true }, h("p", { class: "sub" }, "Each part becomes an event of its own and keeps the words of the report. What is left alone stays as it is."), rows, more, trouble, buttons("Split"));
    onSend(form, () => {
      const answer = splitParts(new FormData(form), rows.children.length);
      if (answer.problem) return setText(trouble, answer.problem);
      close();
      desk.split(answer.parts);
    });
    split.fill(form);

    /** @param {number} i */
    function part(i) {
      const id = (/** @type {string} */ name) => `split-${name}-${i}`;
      const place = h("select", { id: id("place"), name: `place${i}`, autofocus: i === 0 }, h("option", { value: "" }, "as it is"), candidates.map((one) => h("option", { value: one.id ?? `#${one.number}` }, `${one.number} ${plain(one.name)}`)));
      const own = candidates[i];
      if (own) place.value = own.id ?? `#${own.number}`;
      const type = h("select", { id: id("type"), name: `type${i}` }, h("option", { value: "" }, "as it is"), typeOptions());
      return h(
        "fieldset",
        {},
        h("legend", {}, `Part ${i + 1}`),
        h("div", { class: "field-row" }, field("Place", place), field("Type", type), field("First day", h("input", { id: id("from"), type: "date", name: `from${i}` })), field("Last day", h("input", { id: id("to"), type: "date", name: `to${i}` }))),
      );
    }
  }

  /** @param {string} words */
  function buttons(words) {
    return h("div", { class: "buttons" }, h("button", { type: "submit", class: "button primary" }, words, h("kbd", { "aria-hidden": "true" }, "Ctrl ↵")), h("button", { type: "button", class: "button", onclick: close }, "Leave it (Esc)"));
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const event = selectedEvent(state);
    const opening = state.ui.dialog !== before?.ui.dialog;
    if (opening && event && state.ui.dialog === "edit") drawEdit(state, event);
    if (opening && event && state.ui.dialog === "split") drawSplit(state, event);
    edit.toggle(state.ui.dialog === "edit" && event !== null);
    split.toggle(state.ui.dialog === "split" && event !== null);
  };
}

/** @param {HTMLFormElement} form @param {() => void} send */
function onSend(form, send) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
}

/** @param {string} label @param {HTMLElement} control */
function field(label, control) {
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

/** @param {number} chosen */
function tierSelect(chosen) {
  const select = h("select", { id: "edit-tier", name: "map_tier" }, TIERS.map(({ id, label }) => h("option", { value: id }, label)));
  select.value = String(chosen);
  return select;
}

/** @param {{name: string, role: string}} actor @param {number} i */
function actorRow({ name, role }, i) {
  const select = h("select", { id: `edit-role-${i}`, name: "actorRole", "aria-label": `Role of actor ${i + 1}` }, ACTOR_ROLES.map((one) => h("option", { value: one }, one)));
  select.value = ACTOR_ROLES.includes(role) ? role : "participant";
  return h("div", { class: "field-row" }, h("input", { id: `edit-actor-${i}`, type: "text", name: "actorName", value: name, maxlength: 200, "aria-label": `Name of actor ${i + 1}` }), select);
}

function typeOptions() {
  return TYPES.map(({ type, subs }) => {
    const group = h("optgroup", { label: type });
    fill(group, subs.map((sub) => h("option", { value: sub }, sub)));
    return group;
  });
}
