/** The decision on one event: what the program proposes, part by part, with the reason of each, and what can be done. */
import { h, fill } from "../dom/build.js";
import { kindDot } from "../dom/glyphs.js";
import { percent } from "../model/geoparsed.js";
import { certaintyWord, dateBasisWords, dateWords, distanceWords, humanise, rangeFigure, recordWord, verificationWord } from "../model/words.js";
import { draftWords, isEmpty } from "./changes.js";
import { LEVELS, levelWords } from "./codebook.js";
import { candidatesOf } from "./desk.js";
import { REJECTIONS } from "./keys.js";
import { plain } from "./pieces.js";
import { mayDecide, selectedEvent, standing } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../dom/build.js").Child} Child */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} deeds what stays in sight while the facts are scrolled
 * @param {HTMLElement} mapDeeds the end of a move, beside the pin on narrow screens
 * @param {import("./desk.js").Desk} desk
 * @param {{openConflict: () => void}} ways
 */
export function createFormView(root, deeds, mapDeeds, desk, { openConflict }) {
  const title = h("h2", { class: "event-title", tabindex: "-1", dir: "auto" });
  const standingLine = h("p", { class: "sub" });
  const facts = h("dl", { class: "desk-facts" });
  const changes = h("div", { class: "changes" });
  const choice = h("section", { class: "choice", "aria-label": "Which place?" });
  const menu = h("section", { class: "menu", hidden: true });
  const actions = h("div", { class: "actions" });
  const more = h("div", { class: "actions more-actions" });
  fill(root, title, standingLine, changes, choice, facts);
  fill(deeds, menu, actions, more);
  fill(mapDeeds, ending());

  /** @param {string} label @param {string} key @param {() => void} deed @param {string} [className] */
  const action = (label, key, deed, className = "") =>
    h("button", { type: "button", class: `button ${className}`, "aria-keyshortcuts": key, onclick: deed }, h("span", {}, label), h("kbd", { "aria-hidden": "true" }, key));
  fill(
    actions,
    action("Accept", "A", desk.accept, "primary"),
    action("Reject", "R", desk.askReason),
    action("Move pin", "M", desk.startMoving),
    action("Other place…", "G", () => desk.openPicker("search")),
  );
  fill(
    more,
    action("No entry", "N", desk.toggleMissing, "small"),
    action("Exact", "P", desk.askPrecision, "small"),
    action("Type", "T", () => desk.openPicker("type"), "small"),
    action("Edit", "E", () => desk.openDialog("edit"), "small"),
    action("Duplicate", "D", () => desk.openPicker("duplicate"), "small"),
    action("Split", "S", () => desk.openDialog("split"), "small"),
    action("Undo", "U", desk.undo, "small"),
  );

  /** @param {State} state @param {ClashEvent} event */
  function drawFacts(state, event) {
    const { props } = event;
    /** @type {[string, Child | Child[], string][]} */
    const rows = [
      ["Date", dateWords(event), dateBasisWords(props)],
      ["Type", [kindDot(event.kind), ` ${props.sub_event_type ?? props.event_type ?? "not said"}`], typeReason(props)],
      ["Place", props.place_text ? `“${plain(props.place_text)}”` : "not stated", ""],
      ["How exact", exactWords(event), exactReason(event)],
      ["Actors", actorsOf(event), ""],
      ["Numbers", numbersOf(event), props.casualty_text ? `from “${plain(props.casualty_text)}”` : ""],
      ["Certainty", certaintyWord(props.certainty), verificationWord(props.verification_level)],
      ["Why here", candidatesOf(state, event).some((one) => one.reasons.length > 0) ? "" : (props.geocode?.decision ?? ""), ""],
      ["With care", careOf(props), ""],
    ];
    fill(
      facts,
      rows
        .filter(([, value]) => value !== "")
        .map(([term, value, why]) => h("div", {}, h("dt", {}, term), h("dd", { dir: "auto" }, value, why !== "" && h("span", { class: "sub" }, why)))),
    );
    const { label, id } = standing(state, event);
    fill(
      standingLine,
      `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
      ` · version ${event.version}`,
      props.review?.reviewer ? ` · last by ${plain(props.review.reviewer)}` : " · by the program",
      id === "conflict" && [" · ", h("button", { type: "button", class: "linkish", onclick: openConflict }, "Compare them")],
    );
    title.textContent = plain(event.title);
  }

  /** @param {State} state @param {ClashEvent} event */
  function drawChanges(state, event) {
    const draft = state.ui.drafts[event.id];
    fill(
      changes,
      !isEmpty(draft) && [
        h("h3", {}, "Your changes"),
        h("ul", {}, draftWords(draft).map((words) => h("li", { dir: "auto" }, plain(words)))),
        h("button", { type: "button", class: "linkish", onclick: desk.cancel }, "Drop them (Esc)"),
      ],
    );
  }

  /** @param {State} state @param {ClashEvent} event */
  function drawChoice(state, event) {
    const listed = candidatesOf(state, event);
    const draft = state.ui.drafts[event.id];
    const chosen = [draft?.place, ...(draft?.also ?? [])].flatMap((one) => (one?.kind === "candidate" ? [one.number] : []));
    const best = chosen.length > 0 || draft?.place || draft?.missing ? null : (listed.find((one) => one.rejectedBecause === null)?.number ?? null);
    fill(
      choice,
      h("h3", {}, listed.length > 1 ? "Which place?" : "The place"),
      listed.length === 0 && h("p", { class: "sub" }, "The words name no place of the gazetteer. G searches one, M puts a pin."),
      listed.length > 0 &&
        h(
          "ol",
          { class: "choices" },
          listed.map((one) =>
            h(
              "li",
              {},
              h(
                "button",
                {
                  type: "button",
                  class: "choice-row",
                  "aria-pressed": String(chosen.includes(one.number) || one.number === best),
                  onclick: (/** @type {MouseEvent} */ click) => (click.shiftKey ? desk.also(one.number) : desk.choose(one.number)),
                },
                h("span", { class: `pin${chosen.includes(one.number) || one.number === best ? " chosen" : ""}${one.point ? "" : " faint"}`, "aria-hidden": "true" }, one.number > 9 ? "·" : String(one.number)),
                h(
                  "span",
                  { class: "choice-words" },
                  plain(one.name),
                  one.reasons.length > 0 && h("span", { class: "sub" }, one.reasons.join(" · ")),
                  one.rejectedBecause && h("span", { class: "sub" }, `not taken: ${one.rejectedBecause}`),
                ),
                one.share !== null && h("span", { class: "share" }, h("meter", { min: 0, max: 1, value: one.share, "aria-hidden": "true" }), percent(one.share)),
              ),
            ),
          ),
        ),
    );
  }

  /** @param {State} state */
  function drawMenu({ ui: { mode, moving } }) {
    menu.hidden = mode === "browse" || mode === "insert";
    switch (mode) {
      case "reject":
        menu.setAttribute("aria-label", "Why is it rejected?");
        fill(menu, h("h3", {}, "Why?"), options(REJECTIONS.map(({ label }) => label), desk.reject));
        break;
      case "precision":
        menu.setAttribute("aria-label", "How exact is the place?");
        fill(menu, h("h3", {}, "How exact is the place?"), options(LEVELS.map(({ label }) => label), desk.setLevel));
        break;
      case "move":
        menu.setAttribute("aria-label", "Moving the pin");
        fill(
          menu,
          h("h3", {}, "Moving the pin"),
          moving && h("p", { class: "figures", role: "status" }, `${moving.point[1].toFixed(4)}, ${moving.point[0].toFixed(4)} ± ${distanceWords(moving.meters)}`),
          h("p", { class: "sub" }, "Arrows 1 km, Shift 100 m, + and − the radius. Or drag it, or click on the map."),
          nudges(),
          ending(),
        );
        break;
      case "browse":
      case "insert":
        fill(menu);
    }
  }

  /** @param {readonly string[]} labels @param {(number: number) => void} deed */
  function options(labels, deed) {
    return h(
      "ol",
      { class: "menu-rows" },
      labels.map((label, i) => h("li", {}, h("button", { type: "button", class: "menu-row", onclick: () => deed(i + 1) }, h("kbd", { "aria-hidden": "true" }, i + 1), label))),
    );
  }

  function ending() {
    return h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", class: "button small primary", onclick: desk.keepPin }, "Keep (Enter)"),
      h("button", { type: "button", class: "button small", onclick: desk.cancel }, "Leave (Esc)"),
    );
  }

  /** The same as the arrows, for pointers. */
  function nudges() {
    /** @type {[string, string, number, number][]} */
    const ways = [["←", "west", -1000, 0], ["↑", "north", 0, 1000], ["↓", "south", 0, -1000], ["→", "east", 1000, 0]];
    return h(
      "div",
      { class: "buttons nudges" },
      ways.map(([arrow, name, east, north]) => h("button", { type: "button", class: "button small square", "aria-label": `1 km ${name}`, onclick: () => desk.nudge(east, north) }, arrow)),
      h("button", { type: "button", class: "button small square", "aria-label": "Wider radius", onclick: () => desk.widen(1) }, "+"),
      h("button", { type: "button", class: "button small square", "aria-label": "Narrower radius", onclick: () => desk.widen(-1) }, "−"),
    );
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const event = selectedEvent(state);
    const { domain, ui } = state;
    root.hidden = event === null;
    deeds.hidden = event === null || ui.picker !== null;
    mapDeeds.hidden = event === null || ui.mode !== "move";
    if (!event) return;
    const changed = !before || selectedEvent(before) !== event;
    if (changed || domain.outbox !== before.domain.outbox || domain.session !== before.domain.session) drawFacts(state, event);
    if (changed || ui.drafts !== before.ui.drafts) drawChanges(state, event);
    if (changed || ui.drafts !== before.ui.drafts || domain.candidates !== before.domain.candidates) drawChoice(state, event);
    if (!before || ui.mode !== before.ui.mode || ui.moving !== before.ui.moving) drawMenu(state);
    choice.hidden = ui.mode !== "browse" || ui.picker !== null;
    const disabled = !mayDecide(state);
    for (const button of deeds.querySelectorAll(".actions button")) button.setAttribute("aria-disabled", String(disabled));
  };
}

/** @param {import("../model/wire.js").EventProperties} props */
function typeReason(props) {
  const words = [recordWord(props.record_type), `tier ${props.map_tier ?? 3}`];
  const quote = (props.sources ?? []).flatMap((source) => source.evidence ?? []).find((one) => one.fields?.includes("event_type"))?.quote;
  return [...words, quote ? "from the marked words" : ""].filter(Boolean).join(" · ");
}

/** @param {ClashEvent} event */
function exactWords({ props, uncertaintyMeters }) {
  return `${levelWords(props.geo_level)}${uncertaintyMeters ? ` (± ${distanceWords(uncertaintyMeters)})` : ""}`;
}

/** @param {ClashEvent} event */
function exactReason({ props }) {
  const { relation } = props.geocode ?? {};
  if (!relation?.type) return "";
  return `${humanise(relation.type).toLowerCase()} ${(relation.anchors ?? []).map(plain).join(" and ")}`.trim();
}

/** @param {ClashEvent} event */
function actorsOf({ props }) {
  const actors = (props.actors ?? []).filter((one) => one.name);
  if (actors.length === 0) return "not stated";
  return h(
    "ul",
    { class: "plain" },
    actors.map((one) => h("li", {}, plain(one.name ?? ""), h("span", { class: "sub" }, [one.role && humanise(one.role).toLowerCase(), one.mention && `“${plain(one.mention)}”`].filter(Boolean).join(" · ")))),
  );
}

/** @param {ClashEvent} event */
function numbersOf({ props }) {
  const deaths = rangeFigure({ low: props.low ?? null, high: props.high ?? null });
  const figures = [
    deaths && deaths !== "0" ? `${deaths} killed` : "",
    props.injured ? `${rangeFigure(props.injured)} injured` : "",
    props.captured ? `${props.captured} captured` : "",
    props.displaced ? `${rangeFigure(props.displaced)} displaced` : "",
  ].filter((one) => one !== "");
  return figures.join(" · ");
}

/** @param {import("../model/wire.js").EventProperties} props */
function careOf({ sensitivity }) {
  if (!sensitivity?.level || sensitivity.level === "public") return "";
  const reasons = (sensitivity.reasons ?? []).map((one) => humanise(one).toLowerCase()).join(", ");
  return [humanise(sensitivity.level), reasons, sensitivity.notice].filter(Boolean).join(" · ");
}
