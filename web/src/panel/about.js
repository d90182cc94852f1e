/** What the data are: version, gazetteer, sources and their licences. */
import { h, fill } from "../dom/build.js";
import { safeLink } from "../dom/link.js";
import { bySource } from "../model/credits.js";
import { countWords } from "../model/words.js";

/** @typedef {import("../state/store.js").Domain} Domain */

/** The base's version and how many layers; which ones would fill the panel. @param {string} version */
function gazetteerLine(version) {
  const [base, ...layers] = version.split("+");
  return h("p", { title: version }, `Gazetteer ${base}`, layers.length > 0 && ` and ${countWords(layers.length, "layer")}`);
}

export function createAbout() {
  const body = h("div", { class: "about-body" });
  const node = h("details", { class: "about" }, h("summary", {}, "Data and licences"), body);
  /** @type {Domain["landing"] | null} */
  let shown = null;
  /** @type {number} */
  let refusedShown = -1;
  return {
    node,
    /** @param {Domain} domain */
    render({ landing, refused }) {
      if (landing === shown && refused === refusedShown) return;
      shown = landing;
      refusedShown = refused;
      const credits = bySource(landing.credits ?? []);
      fill(
        body,
        h(
          "p",
          {},
          "Every mark is a claim made in a report, not a fact established by Clashmap. Open a mark to read the sentence it rests on.",
        ),
        landing.data_version && h("p", {}, `Data version ${landing.data_version}`),
        landing.gazetteer_version && gazetteerLine(landing.gazetteer_version),
        refused > 0 && h("p", {}, `${refused} records could not be read and are not shown.`),
        credits.length > 0 &&
          h(
            "ul",
            {},
            credits.map(({ source, licence, url, layers, places }) =>
              h(
                "li",
                {},
                safeLink(url, source),
                licence ? ` — ${licence}` : "",
                h("small", { title: layers.join(", ") }, ` ${countWords(places, "place")}`, layers.length > 1 && ` in ${layers.length} layers`),
              ),
            ),
          ),
        h("p", {}, h("a", { href: "/api" }, "API"), " · ", h("a", { href: "/scores" }, "How accurate is it?"), " · ", h("a", { href: "/geoparse" }, "Try a text")),
      );
    },
  };
}
