/** The geoparse page: a text goes to the server, its names come back with their places and reasons. Nothing is kept. */
import { createClient } from "../api/client.js";
import { messageOf } from "../api/errors.js";
import { getById, h, fill, setText } from "../dom/build.js";
import { createCandidatesMap } from "../map/candidates-map.js";
import { exactnessWords, outcomeWords, percent, phraseWords, piecesOf, roleOf, ROLES } from "../model/geoparsed.js";
import { countWords } from "../model/words.js";

/** @typedef {import("../model/geoparsed.js").Geoparsed} Geoparsed */
/** @typedef {import("../model/geoparsed.js").Toponym} Toponym */

const EXAMPLE =
  "KYIV, Ukraine – Fighting went on near the villages of Tarasivka and Bilohorivka in Donetsk region, the Ukrainian army said. " +
  "Moscow denied it. Shells fell 10 km north-west of Izium and between Kupiansk and Vovchansk.";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const text = /** @type {HTMLTextAreaElement} */ (getById("text"));
const language = /** @type {HTMLSelectElement} */ (getById("language"));
const country = /** @type {HTMLInputElement} */ (getById("country"));
const status = getById("status");
const spans = getById("spans");
const detail = getById("detail");
const client = createClient({ fetch: fetch.bind(globalThis), origin: location.origin });
const system = matchMedia("(prefers-color-scheme: dark)");
/** @type {ReturnType<typeof createCandidatesMap> | null} made when there is something to show */
let map = null;
/** @type {Geoparsed | null} */
let shown = null;
/** @type {HTMLElement[]} by index of the toponym */
let marks = [];

getById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
getById("example").addEventListener("click", () => {
  text.value = EXAMPLE;
  language.value = "";
  country.value = "";
  void run();
});
// Ctrl+Enter sends, as in other fields of several lines.
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void run();
});
system.addEventListener("change", () => map?.restyle());

async function run() {
  const sent = text.value;
  if (sent.trim() === "") {
    tell("Paste a text first.", true);
    return;
  }
  tell("Reading…", false);
  try {
    const answer = await client.geoparse({ text: sent, language: language.value, country: country.value.trim() });
    if (answer === null) return;
    show(sent, answer);
  } catch (error) {
    tell(messageOf(error), true);
  }
}

/** @param {string} words @param {boolean} failed */
function tell(words, failed) {
  status.classList.toggle("failed", failed);
  setText(status, words);
}

/** @param {string} sent @param {Geoparsed} answer */
function show(sent, answer) {
  shown = answer;
  const { toponyms, phrases, timings } = answer;
  const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
  const took = timings ? `: names in ${ms(timings.recognition_ms)}, places in ${ms(timings.resolution_ms)}, ${ms(timings.total_ms)} in all` : "";
  tell(`${countWords(toponyms.length, "name")}, ${countWords(phrases.length, "place phrase")}${took}.`, false);
  getById("result").hidden = false;
  marks = [];
  fill(
    spans,
    piecesOf(sent, toponyms).map((piece) => {
      const toponym = piece.toponym === null ? null : toponyms[piece.toponym];
      return toponym ? markOf(piece.text, toponym, /** @type {number} */ (piece.toponym)) : piece.text;
    }),
  );
  fill(getById("legend"), legendOf(toponyms));
  fill(getById("phrases"), phrases.length === 0 ? h("p", { class: "sub" }, "None.") : phraseList(answer));
  map ??= createCandidatesMap(getById("map"), { dark: () => system.matches, language: "en" });
  select(null);
}

/** @param {string} words @param {Toponym} toponym @param {number} index */
function markOf(words, toponym, index) {
  const role = roleOf(toponym.role);
  const button = h(
    "button",
    {
      type: "button",
      class: `span role-${role.id} ${toponym.resolution}`,
      "aria-pressed": "false",
      title: `${role.label}: ${outcomeWords(toponym)}`,
      onclick: () => select(button.getAttribute("aria-pressed") === "true" ? null : index),
    },
    words,
    h("sup", { "aria-hidden": "true" }, role.letter),
    h("span", { class: "offscreen" }, ` (${role.label})`),
  );
  marks[index] = button;
  return button;
}

/** @param {readonly Toponym[]} toponyms */
function legendOf(toponyms) {
  const there = ROLES.map((role) => ({ role, count: toponyms.filter((one) => one.role === role.id).length }));
  return there
    .filter(({ count }) => count > 0)
    .map(({ role, count }) =>
      h(
        "li",
        {},
        h("span", { class: `span role-${role.id}` }, role.letter),
        ` ${role.label} (${count})`,
        h("span", { class: "sub" }, ` ${role.about}`),
      ),
    );
}

/** @param {Geoparsed} answer */
function phraseList({ phrases }) {
  return h(
    "table",
    { class: "table" },
    h("thead", {}, h("tr", {}, ["Words", "Relation", "How exactly"].map((word) => h("th", { scope: "col" }, word)))),
    h(
      "tbody",
      {},
      phrases.map((phrase) =>
        h("tr", {}, h("td", {}, phrase.text), h("td", {}, phraseWords(phrase)), h("td", {}, exactnessWords(phrase))),
      ),
    ),
  );
}

/** One name with its candidates, or all names. @param {number | null} index */
function select(index) {
  if (!shown) return;
  marks.forEach((mark, i) => mark.setAttribute("aria-pressed", String(i === index)));
  const toponym = index === null ? null : shown.toponyms[index];
  if (!toponym) {
    fill(
      detail,
      h("h2", { id: "detail-title" }, "All places"),
      h("p", { class: "sub" }, "The likeliest place of each name. Pick a name in the text to see what else it may mean, and why."),
    );
    map?.show(
      shown.toponyms.flatMap((one) => {
        const [best] = one.candidates;
        return best ? [{ lat: best.lat, lon: best.lon, letter: roleOf(one.role).letter, title: `${one.text}: ${best.name}`, best: one.role === "literal" }] : [];
      }),
      "best",
    );
    return;
  }
  fill(detail, detailOf(toponym));
  map?.show(
    toponym.candidates.map((one, i) => ({ lat: one.lat, lon: one.lon, letter: LETTERS[i] ?? "+", title: one.name, best: i === 0 })),
  );
}

/** @param {Toponym} toponym */
function detailOf(toponym) {
  const role = roleOf(toponym.role);
  return [
    h("h2", { id: "detail-title" }, `“${toponym.text}”`),
    h("p", {}, h("strong", {}, role.label), role.about === "" ? "" : ` – ${role.about}. `, `${outcomeWords(toponym)}.`),
    toponym.reasons.length > 0 && h("ul", { class: "reasons" }, toponym.reasons.map((reason) => h("li", {}, reason))),
    toponym.candidates.length > 0 &&
      h(
        "ol",
        { class: "candidates", "aria-label": "Candidates" },
        toponym.candidates.map((one, i) =>
          h(
            "li",
            {},
            h("span", { class: `letter${i === 0 ? " best" : ""}`, "aria-hidden": "true" }, LETTERS[i] ?? "+"),
            h(
              "div",
              {},
              h("strong", {}, one.name),
              ` ${[one.admin1, one.country].filter(Boolean).join(", ")}`,
              h("span", { class: "share" }, percent(one.score)),
              h("meter", { min: 0, max: 1, value: one.score, "aria-label": `Share of ${one.name}` }),
              h(
                "p",
                { class: "sub" },
                [one.matched_name === one.name ? "" : `known as ${one.matched_name}`, `${one.lat.toFixed(3)}, ${one.lon.toFixed(3)}`, one.precision === "point" ? "" : `position: ${one.precision}`]
                  .filter((part) => part !== "")
                  .join(" · "),
              ),
              one.reasons.length > 0 && h("ul", { class: "reasons" }, one.reasons.map((reason) => h("li", {}, reason))),
            ),
          ),
        ),
      ),
  ];
}
