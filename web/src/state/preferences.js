/** What stays with this reader and never goes into a link: theme and which panels are open. */

/** @typedef {{theme: import("./store.js").ThemeChoice, filtersOpen: boolean, cardOpen: boolean}} Preferences */

const KEY = "clashmap.preferences";

/** @type {Preferences} */
const STANDARD = { theme: "system", filtersOpen: true, cardOpen: true };

/**
 * @param {Pick<Storage, "getItem">} storage
 * @returns {Preferences}
 */
export function readPreferences(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "{}");
    return {
      theme: ["light", "dark"].includes(kept?.theme) ? kept.theme : STANDARD.theme,
      filtersOpen: typeof kept?.filtersOpen === "boolean" ? kept.filtersOpen : STANDARD.filtersOpen,
      cardOpen: typeof kept?.cardOpen === "boolean" ? kept.cardOpen : STANDARD.cardOpen,
    };
  } catch {
    return STANDARD; // storage switched off, or something else wrote there
  }
}

/**
 * @param {Pick<Storage, "setItem">} storage
 * @param {Preferences} preferences
 */
export function keepPreferences(storage, { theme, filtersOpen, cardOpen }) {
  try {
    storage.setItem(KEY, JSON.stringify({ theme, filtersOpen, cardOpen }));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
