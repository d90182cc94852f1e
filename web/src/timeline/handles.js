/** The two ends of the range as real sliders: keys as in the model, dragging by pointer, words for a screen reader. */
import { h } from "../dom/build.js";
import { dayWords } from "../model/dates.js";
import { t } from "../model/messages.js";
import { dayAfterKey } from "../model/range.js";

/** @typedef {import("../model/histogram.js").Domain} Domain */

/**
 * @param {"from" | "to"} end
 * @param {object} world
 * @param {() => Domain | null} world.domain
 * @param {(clientX: number) => number | null} world.dayAt
 * @param {(end: "from" | "to", day: number) => void} world.move
 */
export function createHandle(end, { domain, dayAt, move }) {
  const name = end === "from" ? t("First day shown") : t("Last day shown");
  const node = h("div", { class: `handle ${end}`, role: "slider", tabindex: 0, "aria-label": name });
  let day = 0;
  node.addEventListener("keydown", (event) => {
    const bounds = domain();
    const next = bounds && !event.altKey && !event.ctrlKey && !event.metaKey ? dayAfterKey(event, day, bounds) : null;
    if (next === null) return;
    event.preventDefault();
    move(end, next);
  });
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (!node.hasPointerCapture(event.pointerId)) return;
    const at = dayAt(event.clientX);
    if (at !== null) move(end, at);
  });
  return {
    node,
    /** @param {number} at @param {Domain} bounds @param {number} x pixels */
    render(at, bounds, x) {
      day = at;
      node.style.transform = `translateX(${x}px)`;
      node.setAttribute("aria-valuemin", String(bounds.from));
      node.setAttribute("aria-valuemax", String(bounds.to));
      node.setAttribute("aria-valuenow", String(at));
      node.setAttribute("aria-valuetext", dayWords(at));
    },
  };
}
