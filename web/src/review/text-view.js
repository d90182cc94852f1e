/** The report's text: names by role, evidence by event, so that a decision is made with its sentence in sight. */
import { h, fill } from "../dom/build.js";
import { safeLink } from "../dom/link.js";
import { roleOf } from "../model/geoparsed.js";
import { groupOmissions } from "../model/omissions.js";
import { countWords, languageWord } from "../model/words.js";
import { sentencesOf } from "./desk.js";
import { codePointsBefore, controlName, paragraphsOf, plain } from "./pieces.js";
import { evidenceOf, mayDecide, standing } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./pieces.js").Run} Run */

const STARTERS = 8; // what waits, on an empty desk
const SENTENCE = "\u0000sentence"; // no event has this id

/**
 * @param {HTMLElement} root
 * @param {import("./desk.js").Desk} desk
 * @param {(report: string, event: string | null) => void} open
 */
export function createTextView(root, desk, open) {
  const head = h("header", { class: "article-head" });
  const body = h("div", { class: "article", dir: "auto" });
  const left = h("div", { class: "left-out" });
  const take = h("button", { type: "button", class: "button small take-selection", hidden: true, onclick: takeSelection }, "Make an event of the selection");
  fill(root, head, body, take, left);
  /** @type {{node: HTMLElement, events: readonly string[]}[]} */
  let marks = [];
  /** @type {WeakMap<Node, number>} where a run begins, in UTF-16 units */
  let starts = new WeakMap();
  /** @type {State | null} */
  let latest = null;

  // The words of an event choose it; of several, the one after the selected.
  body.addEventListener("click", ({ target }) => {
    const node = /** @type {Element} */ (target).closest("mark");
    const events = marks.find((one) => one.node === node)?.events.filter((id) => id !== SENTENCE) ?? [];
    if (events.length === 0 || !document.getSelection()?.isCollapsed) return;
    const at = events.indexOf(latest?.view.selected ?? "");
    desk.select(events[(at + 1) % events.length] ?? null);
  });
  document.addEventListener("selectionchange", () => {
    take.hidden = latest === null || !mayDecide(latest) || selection() === null;
  });

  /** The selected words in code points. @returns {{start: number, end: number} | null} */
  function selection() {
    const report = latest?.domain.report;
    const chosen = document.getSelection();
    if (!report || !chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
    const range = chosen.getRangeAt(0);
    if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
    const from = unitOf(range.startContainer, range.startOffset);
    const to = unitOf(range.endContainer, range.endOffset);
    if (from === null || to === null || to <= from) return null;
    return { start: codePointsBefore(report.text, from), end: codePointsBefore(report.text, to) };
  }

  /** @param {Node} node @param {number} offset */
  function unitOf(node, offset) {
    const start = starts.get(node);
    return start === undefined ? null : start + offset;
  }

  function takeSelection() {
    const span = selection();
    if (span) desk.insert(span.start, span.end);
    document.getSelection()?.removeAllRanges();
  }

  /** @param {State} state */
  function draw(state) {
    const { report, events, names } = state.domain;
    marks = [];
    starts = new WeakMap();
    if (!report) return fill(body);
    const spans = events.flatMap((event) => evidenceOf(event, report.id).map((span) => ({ id: event.id, ...span })));
    const sentence = state.ui.mode === "insert" ? sentencesOf(report)[state.ui.sentence] : undefined;
    if (sentence) spans.push({ id: SENTENCE, ...sentence });
    fill(
      body,
      paragraphsOf(report.text, spans, names).map(({ runs }) => h("p", { dir: "auto" }, grouped(runs).map((group) => marked(group, names)))),
    );
    body.lang = report.lang ?? "";
  }

  /** @param {Run[]} group runs of the same events @param {State["domain"]["names"]} names */
  function marked(group, names) {
    const children = group.map((run) => word(run, names));
    const events = group[0]?.events ?? [];
    if (events.length === 0) return h("span", {}, children);
    const node = h("mark", {}, children);
    marks.push({ node, events });
    return node;
  }

  /** @param {Run} run @param {State["domain"]["names"]} names */
  function word(run, names) {
    if (run.control) return h("span", { class: "control", title: "A character that turns the order of letters around" }, `⟨${controlName(run.text)}⟩`);
    const text = document.createTextNode(run.text);
    starts.set(text, run.at);
    const name = run.name === null ? undefined : names[run.name];
    if (!name) return text;
    const role = roleOf(name.role);
    return h("span", { class: `name role-${role.id}`, "data-letter": role.letter, title: role.label }, text);
  }

  /** @param {State} state */
  function paint(state) {
    const { selected } = state.view;
    const standings = new Map(state.domain.events.map((event) => [event.id, standing(state, event).id]));
    for (const { node, events } of marks) {
      const own = events.map((id) => standings.get(id));
      const look = events.includes(SENTENCE)
        ? "sentence"
        : events.includes(selected ?? "")
          ? "selected"
          : own.some((one) => one === "undone" || one === "conflict")
            ? "undone"
            : own.every((one) => one === "rejected")
              ? "rejected"
              : "accepted";
      if (node.dataset["look"] !== look) node.dataset["look"] = look;
      if (look === "selected") node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  }

  /** Brings the words in question into sight, where they are not. */
  function reveal() {
    const first = marks.find(({ node }) => node.dataset["look"] === "sentence") ?? marks.find(({ node }) => node.dataset["look"] === "selected");
    if (!first) return;
    const box = first.node.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    if (box.top < frame.top + 8 || box.bottom > frame.bottom - 8) first.node.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** @param {State} state */
  function drawHead({ domain: { report, reading, queue } }) {
    if (!report) {
      fill(
        head,
        h("h2", {}, "No report is open"),
        h(
          "div",
          { class: "buttons start" },
          h("button", { type: "button", class: "button primary", onclick: () => desk.openDialog("intake") }, "New report…", h("kbd", { "aria-hidden": "true" }, "V")),
          h("button", { type: "button", class: "button", onclick: () => desk.openDialog("queue") }, "What waits", h("kbd", { "aria-hidden": "true" }, "Q")),
        ),
        h("p", { class: "sub" }, "Paste a text, drop a file anywhere on this page, or give an address. Every event found is shown with the words it rests on, and the reasons for its place."),
        queue.items.slice(0, STARTERS).map((item) =>
          h("button", { type: "button", class: "linkish start-row", dir: "auto", onclick: () => open(item.reportId, item.id) }, plain(item.title)),
        ),
      );
      return;
    }
    const language = report.lang && report.lang !== "en" ? languageWord(report.lang) : null;
    const about = [report.publisher ?? "Publisher not known", report.published ?? "day not known", language].filter(Boolean).join(" · ");
    fill(
      head,
      report.title && h("h2", { dir: "auto" }, plain(report.title)),
      h("p", { class: "sub" }, plain(about), report.url && [" · ", safeLink(report.url, "source")]),
      !report.stored && h("p", { class: "not-kept" }, "Read only: nothing of this is stored."),
      reading?.status === "streaming" && h("p", { class: "sub" }, reading.words),
    );
  }

  /** @param {State} state */
  function drawLeftOut({ domain: { omissions, report } }) {
    if (!report || omissions.length === 0) return fill(left);
    fill(
      left,
      h(
        "details",
        {},
        h("summary", {}, `${countWords(omissions.length, "passage")} left out, and why`),
        groupOmissions(omissions).map(({ label, passages }) => [
          h("h3", {}, `${label} (${passages.length})`),
          h(
            "ul",
            {},
            passages.slice(0, 40).map(({ quote, start, end }) =>
              h(
                "li",
                { dir: "auto" },
                `“${plain(quote)}” `,
                report.stored && h("button", { type: "button", class: "linkish", onclick: () => desk.insert(start, end) }, "Make it an event"),
              ),
            ),
            passages.length > 40 && h("li", {}, `… and ${passages.length - 40} more`),
          ),
        ]).flat(),
      ),
    );
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    latest = state;
    const { domain, view, ui } = state;
    const inserting = ui.mode === "insert" || before?.ui.mode === "insert";
    const redraw =
      !before ||
      domain.report !== before.domain.report ||
      domain.names !== before.domain.names ||
      domain.events !== before.domain.events ||
      (inserting && (ui.mode !== before.ui.mode || ui.sentence !== before.ui.sentence));
    if (redraw) draw(state);
    if (redraw || view.selected !== before?.view.selected || domain.outbox !== before?.domain.outbox || domain.session !== before?.domain.session) paint(state);
    if (!before || domain.report !== before.domain.report || domain.reading !== before.domain.reading || domain.queue !== before.domain.queue) drawHead(state);
    if (!before || domain.omissions !== before.domain.omissions || domain.report !== before.domain.report) drawLeftOut(state);
    if (redraw || view.selected !== before?.view.selected) reveal();
  };
}

/** Neighbours that prove the same events, together. @param {readonly Run[]} runs @returns {Run[][]} */
function grouped(runs) {
  /** @type {Run[][]} */
  const groups = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && last[0]?.events.join("\n") === run.events.join("\n")) last.push(run);
    else groups.push([run]);
  }
  return groups;
}
