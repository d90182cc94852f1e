/**
 * Choosing one of many by typing: a combobox with a listbox as the ARIA practices have it. Serves the search for another
 * place, the type of event and the event that this one repeats; the desk's keys rest while it has the focus.
 */
import { h, fill, setText } from "../dom/build.js";
import { messageOf } from "../api/errors.js";

const WAIT_MS = 140;

/**
 * @typedef {{name: string, about: string, take: () => void}} Option
 * @typedef {{label: string, hint: string, options: (typed: string) => Option[] | Promise<Option[] | null>}} Question null: a newer question took over
 */

/** @param {HTMLElement} root @param {() => void} onLeave */
export function createPicker(root, onLeave) {
  const label = h("label", { for: "picker-input" });
  const input = h("input", {
    id: "picker-input",
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "true",
    "aria-controls": "picker-list",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 120,
    oninput: () => ask(WAIT_MS),
    onkeydown: onKey,
  });
  const hint = h("p", { class: "sub" });
  const list = h("div", { id: "picker-list", role: "listbox", class: "picker-list" });
  const live = h("p", { class: "offscreen", role: "status" });
  const leave = h("button", { type: "button", class: "button small", onclick: onLeave }, "Leave (Esc)");
  fill(root, label, input, hint, list, leave, live);
  root.hidden = true;
  /** @type {Question | null} */
  let question = null;
  /** @type {{option: Option, node: HTMLElement}[]} */
  let answers = [];
  let active = 0;
  let timer = 0;

  /** @param {number} wait milliseconds */
  function ask(wait) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const [asked, typed] = [question, input.value.trim()];
      if (!asked) return;
      try {
        const options = await asked.options(typed);
        if (options && asked === question && typed === input.value.trim()) show(options);
      } catch (error) {
        if (asked === question) show([], messageOf(error));
      }
    }, wait);
  }

  /** @param {Option[]} options @param {string} [trouble] */
  function show(options, trouble = "") {
    answers = options.map((option, i) => {
      const node = h(
        "div",
        { id: `picker-${i}`, role: "option", class: "picker-row", "aria-selected": "false", onclick: () => option.take() },
        h("span", { dir: "auto" }, option.name),
        option.about !== "" && h("span", { class: "sub" }, option.about),
      );
      node.addEventListener("mousedown", (event) => event.preventDefault());
      return { option, node };
    });
    const nothing = trouble || "Nothing fits.";
    fill(list, answers.map(({ node }) => node));
    list.hidden = answers.length === 0;
    setText(hint, answers.length === 0 ? nothing : (question?.hint ?? ""));
    setText(live, answers.length === 0 ? nothing : `${answers.length} to choose from`);
    point(0);
  }

  /** @param {number} to */
  function point(to) {
    answers[active]?.node.setAttribute("aria-selected", "false");
    active = Math.max(0, Math.min(answers.length - 1, to));
    const chosen = answers[active]?.node;
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    const deeds = /** @type {Record<string, () => void>} */ ({
      ArrowDown: () => point(active + 1),
      ArrowUp: () => point(active - 1),
      PageDown: () => point(active + 8),
      PageUp: () => point(active - 8),
      Enter: () => answers[active]?.option.take(),
      Escape: onLeave,
    });
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  }

  return {
    /** @param {Question | null} next */
    show(next) {
      if ((next?.label ?? null) === (question?.label ?? null)) return;
      question = next;
      root.hidden = next === null;
      clearTimeout(timer);
      if (!next) return;
      setText(label, next.label);
      setText(hint, next.hint);
      input.value = "";
      fill(list);
      answers = [];
      input.focus();
      ask(0);
    },
    /** The same question with other answers: the map was moved. */
    refresh: () => ask(0),
    isAsking: () => question !== null,
  };
}
