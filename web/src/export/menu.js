/** The way out of the page: a picture, print, files of what the filters leave, and code to embed the view. */
import { h, getById, setText } from "../dom/build.js";
import { copyFrom } from "../dom/clipboard.js";
import { icon } from "../dom/glyphs.js";
import { dayWords, parseDay, rangeWords } from "../model/dates.js";
import { fileName, FORMATS, readmeOf } from "../model/export.js";
import { filterSentence } from "../model/loosen.js";
import { t, tn } from "../model/messages.js";
import { selectFiltered } from "../state/selectors.js";
import { composePicture } from "./picture.js";
import { createPrint } from "./print.js";

/** @typedef {import("../state/store.js").State} State */

const SHARP = 2;

/**
 * @param {object} world
 * @param {() => State} world.state
 * @param {() => string} world.permalink
 * @param {(ratio: number) => import("./picture.js").MapPicture} world.picture
 * @param {() => (token: string) => string} world.palette
 * @param {(events: readonly import("../model/event.js").ClashEvent[]) => Promise<readonly import("../model/event.js").ClashEvent[]>} world.whole events with all their fields
 */
export function createExport({ state, permalink, picture, palette, whole }) {
  const said = h("p", { class: "sub export-said", role: "status" });
  const scope = h("p", { class: "sub" });
  const embedLabel = h("span", {}, t("Copy embed code"));
  const embed = h("button", { type: "button", class: "button", onclick: () => copyFrom(embed, embedLabel, embedCode(permalink())) }, embedLabel);
  const linkLabel = h("span", {}, t("Copy link"));
  const link = h("button", { type: "button", class: "button", onclick: () => copyFrom(link, linkLabel, permalink()) }, linkLabel);
  const panel = h(
    "div",
    { class: "export-panel", role: "dialog", "aria-label": t("Export"), hidden: true },
    h("h2", {}, t("Export what is shown")),
    scope,
    h(
      "div",
      { class: "buttons" },
      link,
      h("button", { type: "button", class: "button", onclick: () => void savePicture() }, t("Picture (PNG)")),
      h("button", { type: "button", class: "button", onclick: () => void printView() }, t("Print")),
      embed,
    ),
    h("h3", {}, t("Download the events")),
    h("div", { class: "buttons" }, FORMATS.map((format) => h("button", { type: "button", class: "button small", onclick: () => void save(format) }, t(format.label)))),
    said,
  );
  const button = h(
    "button",
    { type: "button", class: "button", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-label": t("Export"), onclick: () => toggle(panel.hidden) },
    icon("export"),
    h("span", { class: "wide-only" }, t("Export")),
  );
  const node = h("div", { class: "export" }, button, panel);
  node.addEventListener("focusout", (event) => {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (to && !node.contains(to)) toggle(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!node.contains(/** @type {Node} */ (event.target))) toggle(false);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(false);
    button.focus();
  });
  const print = createPrint(getById("print"), () => makePrint());

  /** @param {boolean} open */
  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    setText(said, "");
    if (open) setText(scope, `${tn(selectFiltered(state()).events.length, "{n} event", "{n} events")} · ${sentence()}`);
  }

  function sentence() {
    return filterSentence(state().view.filter, (range) => rangeWords(range.from, range.to, { short: true }));
  }

  /** @returns {import("../model/export.js").About} */
  function about() {
    const { landing } = state().domain;
    return {
      filter: sentence(),
      dataVersion: String(landing.data_version ?? ""),
      permalink: permalink(),
      made: new Date().toISOString(),
      credits: landing.credits ?? [],
    };
  }

  function composed() {
    const { filter, dataVersion, permalink: link, credits } = about();
    const count = tn(selectFiltered(state()).events.length, "{n} event", "{n} events");
    const sources = [...new Set(credits.map(({ source, licence }) => [source, licence && `(${licence})`].filter(Boolean).join(" ")))];
    return composePicture(
      picture(SHARP),
      {
        title: `Clashmap · ${count}`,
        filter,
        below: [
          t("Data version {version} · {day}. Each mark is a claim made in a report.", { version: dataVersion, day: dayWords(parseDay(new Date().toISOString()) ?? 0) }),
          link,
          `Natural Earth · ${sources.join(" · ")}`,
        ],
      },
      palette(),
      SHARP,
    );
  }

  async function savePicture() {
    const blob = await new Promise((done) => composed().toBlob(done, "image/png"));
    if (blob instanceof Blob) saveBlob(blob, fileName(about().dataVersion, "png"));
    setText(said, blob ? t("The picture is saved.") : t("The picture could not be made."));
  }

  async function printView() {
    toggle(false);
    print.now();
  }

  function makePrint() {
    const { events } = selectFiltered(state());
    return { canvas: composed(), events, filter: sentence() };
  }

  /** @param {import("../model/export.js").Format} format */
  async function save(format) {
    const { events } = selectFiltered(state());
    setText(said, t("Collecting…"));
    try {
      const facts = about();
      const full = await whole(events);
      saveBlob(new Blob([format.write(full, facts)], { type: format.type }), fileName(facts.dataVersion, format.extension));
      if (format.readme) saveBlob(new Blob([readmeOf(facts, full.length)], { type: "text/plain" }), fileName(facts.dataVersion, "readme.txt"));
      setText(said, tn(full.length, "{n} event saved.", "{n} events saved."));
    } catch {
      setText(said, t("The events could not be collected; try again."));
    }
  }

  return { node };
}

/** @param {string} link to the full page */
function embedCode(link) {
  const url = new URL(link);
  const src = `${url.origin}/embed${url.hash}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${src}" title="Clashmap" width="800" height="520" loading="lazy"></iframe>`;
}

/** @param {Blob} blob @param {string} name */
function saveBlob(blob, name) {
  const href = URL.createObjectURL(blob);
  const link = h("a", { href, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
