/** The bar on top: name, whether this is sample data, room for the search, list or map, theme, link. */
import { h, fill, setText } from "../dom/build.js";
import { copyFrom } from "../dom/clipboard.js";
import { icon } from "../dom/glyphs.js";
import { t } from "../model/messages.js";
import { LANGUAGES } from "../state/url-state.js";

/** @typedef {import("../state/store.js").State} State */

const THEMES = {
  system: { icon: "system", name: "Theme: as the system", next: "light" },
  light: { icon: "light", name: "Theme: light", next: "dark" },
  dark: { icon: "dark", name: "Theme: dark", next: "as the system" },
};

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {() => string} permalink
 * @param {Node} exporting the way out, made elsewhere
 */
export function createHeader(root, actions, permalink, exporting) {
  const badge = h("span", { class: "badge", hidden: true, title: "Invented events that show how the map works" }, "sample", h("span", { class: "wide-only" }, " data"));
  const modeLabel = h("span", {}, "List");
  const modeIcon = h("span", { class: "icon-slot" });
  const mode = h("button", { type: "button", class: "button mode" }, modeIcon, modeLabel);
  const themeIcon = h("span", { class: "icon-slot" });
  const theme = h("button", { type: "button", class: "button square", onclick: () => actions.nextTheme() }, themeIcon);
  const linkLabel = h("span", { class: "wide-only" }, "Copy link");
  const link = h(
    "button",
    {
      type: "button",
      class: "button copy-link",
      "aria-label": t("Copy link to this view"),
      onclick: () => copyFrom(link, linkLabel, permalink()),
    },
    icon("link"),
    linkLabel,
  );
  const language = h(
    "select",
    {
      class: "button language",
      "aria-label": "Language of place names",
      onchange: () => actions.setLanguage(language.value),
    },
    LANGUAGES.map(({ id, label }) => h("option", { value: id, lang: id }, label)),
  );
  mode.addEventListener("click", () => actions.setMode(mode.dataset["goto"] === "list" ? "list" : "map"));
  fill(
    root,
    h("h1", { class: "brand" }, h("span", { class: "brand-mark", "aria-hidden": "true" }), h("span", { class: "brand-name" }, "Clashmap")),
    badge,
    h("div", { id: "search", class: "search", role: "search" }),
    h("div", { class: "spacer" }),
    mode,
    language,
    theme,
    link,
    exporting,
  );

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    language.value = state.view.language;
    badge.hidden = state.domain.landing.sample !== true;
    if (state.view.mode !== before?.view.mode) {
      const goto = state.view.mode === "map" ? "list" : "map";
      mode.dataset["goto"] = goto;
      setText(modeLabel, goto === "list" ? "List" : "Map");
      fill(modeIcon, icon(goto));
    }
    if (state.ui.theme !== before?.ui.theme) {
      const shown = THEMES[state.ui.theme];
      fill(themeIcon, icon(shown.icon));
      theme.setAttribute("aria-label", `${shown.name}. Change to ${shown.next}`);
      theme.title = shown.name;
    }
  };
}
