/** The bar below the map: how many events when, and the range that is shown. */
import { h, fill, setText } from "../dom/build.js";
import { dayWords, rangeWords } from "../model/dates.js";
import { binStart, histogramOf, stepFor, totalOf } from "../model/histogram.js";
import { QUICK_RANGES, quickRange, shifted, simplified, withEnd } from "../model/range.js";
import { t, tn } from "../model/messages.js";
import { selectDomain, selectFiltered, selectLastDay } from "../state/selectors.js";
import { AXIS_PX, drawBars } from "./bars.js";
import { createHandle } from "./handles.js";
import { createPlay } from "./play.js";
import { createScale, ticksOf } from "./scale.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/filter.js").DayRange} DayRange */

const MIN_BAR_PX = 5;
const CLICK_PX = 4;

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {() => (token: string) => string} palette
 */
export function createTimeline(root, actions, palette) {
  /** @type {State | null} */
  let latest = null;
  /** @type {ReturnType<typeof layout>} */
  let drawn = null;
  const label = h("strong", { class: "range-label" });
  const opener = h("button", { type: "button", class: "button small range-opener", "aria-expanded": "false", onclick: () => openPlayer() });
  const hover = h("span", { class: "range-hover" });
  const canvas = h("canvas", { "aria-hidden": "true" });
  const windowBox = h("div", { class: "range-window", "aria-hidden": "true" });
  const domain = () => drawn?.domain ?? null;
  const handles = /** @type {const} */ (["from", "to"]).map((end) => createHandle(end, { domain, dayAt, move }));
  const plot = h("div", { class: "plot" }, canvas, windowBox, handles.map((one) => one.node));
  const quick = QUICK_RANGES.map((one) =>
    h("button", { type: "button", class: "button small", title: t(one.words), onclick: () => setQuick(one.days) }, t(one.label)),
  );
  const player = createPlay({
    domain,
    range: () => latest?.view.filter.range ?? null,
    setRange: (range) => actions.setRange(range),
    onChange: (playing) => actions.setPlaying(playing),
  });
  fill(
    root,
    h(
      "div",
      { class: "timeline-head" },
      player.node,
      label,
      opener,
      hover,
      h("div", { class: "quick", role: "group", "aria-label": t("Quick ranges") }, quick),
    ),
    plot,
  );
  new ResizeObserver(() => redraw()).observe(plot);
  brush();

  /** On a narrow screen the player hides behind the range. */
  function openPlayer() {
    const open = root.classList.toggle("player-open");
    opener.setAttribute("aria-expanded", String(open));
  }

  /** @param {string} text */
  function showRange(text) {
    setText(label, text);
    setText(opener, text);
  }

  /** @param {number} clientX @returns {number | null} */
  function dayAt(clientX) {
    return drawn ? drawn.scale.day(clientX - plot.getBoundingClientRect().left) : null;
  }

  /** @param {"from" | "to"} end @param {number} day */
  function move(end, day) {
    if (drawn && latest) actions.setRange(withEnd(drawn.domain, latest.view.filter.range, end, day));
  }

  /** @param {number | null} days */
  function setQuick(days) {
    const last = latest ? selectLastDay(latest) : null;
    if (last !== null) actions.setRange(quickRange(last, days));
  }

  /** Dragging inside the window moves it; dragging elsewhere makes a new one; a click picks one bar. */
  function brush() {
    /** @type {{startX: number, startDay: number, moving: NonNullable<DayRange> | null} | null} */
    let drag = null;
    plot.addEventListener("pointerdown", (event) => {
      const day = dayAt(event.clientX);
      if (event.button !== 0 || day === null || !latest) return;
      const { range } = latest.view.filter;
      drag = { startX: event.clientX, startDay: day, moving: range && day >= range.from && day <= range.to ? range : null };
      plot.setPointerCapture(event.pointerId);
    });
    plot.addEventListener("pointermove", (event) => {
      const day = dayAt(event.clientX);
      if (day === null || !drawn) return;
      showHover(day);
      if (!drag || Math.abs(event.clientX - drag.startX) < CLICK_PX) return;
      const { startDay, moving } = drag;
      const range = moving
        ? shifted(drawn.domain, moving, day - startDay)
        : { from: Math.min(startDay, day), to: Math.max(startDay, day) };
      actions.setRange(range && simplified(drawn.domain, range));
    });
    plot.addEventListener("pointerup", (event) => {
      if (drag && drawn && Math.abs(event.clientX - drag.startX) < CLICK_PX) {
        const { startDay } = drag;
        const bin = drawn.bins.find((one) => one.from <= startDay && startDay <= one.to);
        if (bin) actions.setRange({ from: bin.from, to: bin.to });
      }
      drag = null;
    });
    plot.addEventListener("pointercancel", () => (drag = null));
    plot.addEventListener("pointerleave", () => setText(hover, ""));
  }

  /** @param {number} day */
  function showHover(day) {
    const bin = drawn?.bins.find((one) => one.from <= day && day <= one.to);
    if (!bin) return;
    const possible = bin.possible.reduce((sum, n) => sum + n, 0);
    const days = rangeWords(bin.from, bin.to, { short: true });
    const events = tn(totalOf(bin), "{n} event", "{n} events");
    setText(hover, possible > 0 ? t("{days}: {events}, {n} of them perhaps on other days", { days, events, n: possible }) : `${days}: ${events}`);
  }

  function redraw() {
    if (!latest) return;
    drawn = layout(latest, plot.clientWidth);
    root.classList.toggle("without-dates", drawn === null);
    const { range } = latest.view.filter;
    for (const button of quick) button.disabled = drawn === null;
    player.render(drawn !== null);
    if (!drawn) {
      showRange(latest.domain.status === "loading" ? t("Loading…") : t("No dated events"));
      return;
    }
    const { scale } = drawn;
    const shown = range ?? drawn.domain;
    drawBars(canvas, { ...drawn, height: plot.clientHeight, range }, palette());
    showRange(range ? rangeWords(shown.from, shown.to) : t("All dates"));
    label.title = range ? t("{from} to {to}", { from: dayWords(range.from), to: dayWords(range.to) }) : "";
    const left = Math.max(0, Math.min(scale.width, scale.x(shown.from)));
    const right = Math.max(0, Math.min(scale.width, scale.x(shown.to + 1)));
    windowBox.style.transform = `translateX(${left}px)`;
    windowBox.style.width = `${Math.max(1, right - left)}px`;
    windowBox.style.bottom = `${AXIS_PX}px`;
    windowBox.hidden = range === null;
    handles[0]?.render(shown.from, drawn.domain, left);
    handles[1]?.render(shown.to, drawn.domain, right);
    markQuick(range);
  }

  /** @param {DayRange} range */
  function markQuick(range) {
    const last = latest ? selectLastDay(latest) : null;
    QUICK_RANGES.forEach(({ days }, i) => {
      const same = last === null ? null : quickRange(last, days);
      const pressed = range === null ? days === null : same?.from === range.from && same?.to === range.to;
      quick[i]?.setAttribute("aria-pressed", String(pressed));
    });
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    latest = state;
    const same =
      before &&
      before.domain === state.domain &&
      before.view.filter === state.view.filter &&
      before.ui.theme === state.ui.theme;
    if (!same) redraw();
  };
}

/**
 * @param {State} state
 * @param {number} width
 */
function layout(state, width) {
  const domain = selectDomain(state);
  if (!domain || width <= 0) return null;
  const step = stepFor(domain, Math.max(10, Math.floor(width / MIN_BAR_PX)));
  const whole = { from: binStart(domain.from, step), to: domain.to };
  return {
    domain: whole,
    bins: histogramOf(selectFiltered(state).anyDate, whole, step),
    scale: createScale(whole, width),
    ticks: ticksOf(whole, width),
  };
}
