/** Small drawings: icons of buttons, and the marks of the map as the legend and the filters show them. */
import { svg } from "./build.js";

/** @type {Readonly<Record<string, string>>} paths in a 20 × 20 box, stroked */
const ICONS = {
  list: "M3 5h14M3 10h14M3 15h14",
  map: "M2.5 5 7.5 3l5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12",
  filters: "M3 5h14M5.5 10h9M8 15h4",
  event: "M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 6.5v4M8 8.5h4",
  link: "M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4l-6 6 6 6",
  light: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5",
  dark: "M16 12.2A6.7 6.7 0 0 1 7.8 4a6.7 6.7 0 1 0 8.2 8.2z",
  system: "M3 4h14v9H3zM7.5 17h5M10 13v4",
  left: "M3 4h14v12H3zM7.5 4v12",
  right: "M3 4h14v12H3zM12.5 4v12",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.6 12.6 17 17",
  export: "M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v4h12v-4",
  play: "M6 3.5v13l10-6.5z",
  pause: "M7 4v12M13 4v12",
  open: "M8 4H4v12h12v-4M11 3.5h5.5V9M16 4 9 11",
};

/** @param {string} name */
export function icon(name) {
  const path = ICONS[name];
  if (!path) throw new RangeError(`no icon is called "${name}"`);
  return svg("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: path }));
}

/** The coloured disc of a kind of event. @param {string} kind */
export function kindDot(kind) {
  return svg(
    "svg",
    { class: `dot kind-${kind}`, viewBox: "0 0 14 14", "aria-hidden": "true" },
    svg("circle", { cx: 7, cy: 7, r: 5.5 }),
  );
}

/**
 * The mark of a precision, as it looks on the map.
 *
 * @param {string} precision
 */
export function markGlyph(precision) {
  return svg(
    "svg",
    { class: `mark mark-${precision}`, viewBox: "0 0 26 16", "aria-hidden": "true" },
    ...shapes(precision),
  );
}

/** @param {string} precision @returns {SVGElement[]} */
function shapes(precision) {
  switch (precision) {
    case "exact":
      return [svg("circle", { class: "solid", cx: 13, cy: 8, r: 5 })];
    case "near":
      return [svg("circle", { class: "open", cx: 13, cy: 8, r: 5.5 })];
    case "candidates":
      return [
        svg("path", { class: "dash", d: "M10.5 8h5" }),
        svg("circle", { class: "open dash", cx: 6, cy: 8, r: 4.5 }),
        svg("circle", { class: "open dash", cx: 20, cy: 8, r: 4.5 }),
      ];
    case "route":
      return [svg("path", { class: "dash thick", d: "M3 12 10 6l6 4 7-6" })];
    case "region":
      return [
        svg("rect", { class: "open dash", x: 3, y: 2, width: 20, height: 12, rx: 1.5 }),
        svg("path", { class: "hatch", d: "M4 13 15 2M9 14 21 2M15 14l8-8" }),
      ];
    default:
      return [svg("path", { class: "none", d: "M9 8h8" })];
  }
}
