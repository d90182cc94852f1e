/** The play button with its speed and mode. Steps are whole days; a press anywhere else on the page pauses. */
import { h, fill, setText } from "../dom/build.js";
import { icon } from "../dom/glyphs.js";
import { t } from "../model/messages.js";
import { firstRange, nextRange, SPEEDS } from "../model/play.js";

/** @typedef {import("../model/filter.js").DayRange} DayRange */
/** @typedef {import("../model/play.js").PlayMode} PlayMode */

const CALM_SPEED = 1;
const USUAL_SPEED = 5;

/**
 * @param {object} world
 * @param {() => import("../model/histogram.js").Domain | null} world.domain
 * @param {() => DayRange} world.range
 * @param {(range: DayRange) => void} world.setRange
 * @param {(playing: boolean) => void} world.onChange
 */
export function createPlay({ domain, range, setRange, onChange }) {
  const calm = globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const face = h("span", { class: "icon-slot" });
  const word = h("span", {});
  const button = h("button", { type: "button", class: "button small play", onclick: () => (playing ? pause() : play()) }, face, word);
  const speed = h(
    "select",
    { class: "button small", "aria-label": t("Speed, days a second") },
    SPEEDS.map((one) => h("option", { value: one, selected: one === (calm ? CALM_SPEED : USUAL_SPEED) }, t("{n} d/s", { n: one }))),
  );
  const mode = h(
    "select",
    { class: "button small", "aria-label": t("What is played") },
    h("option", { value: "window" }, t("Window")),
    h("option", { value: "cumulative" }, t("Cumulative")),
  );
  const node = h("div", { class: "player", role: "group", "aria-label": t("Play the days") }, button, mode, speed);
  let playing = false;
  let timer = 0;
  let then = 0;
  let owed = 0; // days, of which only whole ones are played

  document.addEventListener(
    "pointerdown",
    (event) => {
      if (playing && !node.contains(/** @type {Node} */ (event.target))) pause();
    },
    { capture: true },
  );
  document.addEventListener("visibilitychange", () => document.hidden && pause());

  function play() {
    const days = domain();
    if (!days) return;
    setRange(firstRange(days, range(), chosenMode()));
    playing = true;
    then = performance.now();
    owed = 0;
    show();
    step();
  }

  function pause() {
    if (!playing) return;
    playing = false;
    clearTimeout(timer);
    show();
  }

  function step() {
    const days = domain();
    if (!playing || !days) return pause();
    const now = performance.now();
    owed = Math.min(owed + ((now - then) / 1000) * Number(speed.value), Number(speed.value));
    then = now;
    const whole = Math.floor(owed);
    if (whole > 0) {
      owed -= whole;
      const next = nextRange(days, range() ?? days, chosenMode(), whole);
      setRange(next.range);
      if (next.done) return pause();
    }
    timer = setTimeout(step, Math.max(16, Math.min(250, 1000 / Number(speed.value))));
  }

  /** @returns {PlayMode} */
  function chosenMode() {
    return mode.value === "cumulative" ? "cumulative" : "window";
  }

  function show() {
    fill(face, icon(playing ? "pause" : "play"));
    setText(word, playing ? t("Pause") : t("Play"));
    button.setAttribute("aria-pressed", String(playing));
    onChange(playing);
  }
  show();

  return {
    node,
    /** @param {boolean} possible */
    render(possible) {
      for (const one of [button, speed, mode]) one.disabled = !possible;
    },
  };
}
