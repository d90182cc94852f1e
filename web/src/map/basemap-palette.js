// Colours of the base map. The dark one is drawn for itself, not an inversion: land lighter than water in both, and both
// quiet enough that marks keep 3:1 on land and on water.

/**
 * @typedef {object} Palette
 * @property {string} sea
 * @property {string} land
 * @property {string} shore
 * @property {string} river
 * @property {string} admin
 * @property {string} country
 * @property {string} disputed
 * @property {string} halo around every label
 * @property {string} city text of large cities and capitals
 * @property {string} town text of the others
 * @property {string} nation
 * @property {string} water text of seas and lakes
 * @property {string} dot
 */

/** @type {Record<"light" | "dark", Palette>} */
export const PALETTES = {
  light: {
    sea: "#cddae5",
    land: "#f7f5ef",
    shore: "#a9bccb",
    river: "#b3cadb",
    admin: "#c3bfb4",
    country: "#8b8982",
    disputed: "#8b8982",
    halo: "rgba(250, 249, 245, 0.92)",
    city: "#2b2f33",
    town: "#5d6165",
    nation: "#6f6c64",
    water: "#5b7a94",
    dot: "#6a6d70",
  },
  dark: {
    sea: "#141d26",
    land: "#262c33",
    shore: "#384653",
    river: "#2f4354",
    admin: "#454d56",
    country: "#77818b",
    disputed: "#77818b",
    halo: "rgba(28, 33, 39, 0.9)",
    city: "#e3e6e9",
    town: "#a3abb3",
    nation: "#9aa2aa",
    water: "#6d8ba6",
    dot: "#98a1aa",
  },
};
