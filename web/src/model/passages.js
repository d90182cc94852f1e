/**
 * The words that prove an event, inside the sentences around them: the sentence before, the evidence, the sentence after.
 * Evidence that lies close together becomes one passage, so that a reader sees the report's own order and no sentence
 * twice.
 */
import { unitIndex } from "./codepoints.js";

/**
 * @typedef {object} Run
 * @property {string} text
 * @property {boolean} evidence on yellow
 * @property {boolean} place as written: double-underlined
 * @property {boolean} name inside the place: the name that was looked up
 *
 * @typedef {{runs: Run[], cutBefore: boolean, cutAfter: boolean}} Passage cut: the report goes on there
 *
 * @typedef {{start: number, end: number}} Interval UTF-16 units, end exclusive
 */

/**
 * @param {object} report
 * @param {string} report.text
 * @param {string | null} [report.lang]
 * @param {readonly import("./wire.js").Quote[]} evidence offsets in code points
 * @param {{place?: string | null, names?: readonly string[]}} [wanted] what to underline, what to make bold
 * @returns {{passages: Passage[], lost: string[]}} lost: quotes that the text does not contain
 */
export function passagesOf({ text, lang }, evidence, wanted = {}) {
  /** @type {Interval[]} */
  const marked = [];
  /** @type {string[]} */
  const lost = [];
  for (const quote of evidence) {
    const found = locate(text, quote);
    if (found) marked.push(found);
    else if (quote.quote) lost.push(quote.quote);
  }
  const highlights = union(marked);
  const bounds = sentences(text, lang ?? "en");
  const spans = union(highlights.map((one) => withNeighbours(bounds, one)));
  const places = withinEvidence(findAll(text, wanted.place ? [wanted.place] : []), highlights);
  const named = findAll(text, wanted.names ?? []);
  const names = withinEvidence(named, places.length > 0 ? places : highlights);
  const underlined = places.length > 0 ? places : names;
  const passages = spans.map((span) => trimmed(text, span)).map((span) => ({
    runs: cut(text, span, { evidence: highlights, place: underlined, name: names }),
    cutBefore: text.slice(0, span.start).trim() !== "",
    cutAfter: text.slice(span.end).trim() !== "",
  }));
  return { passages, lost };
}

/**
 * Evidence without its report: the quotes alone, for as long as the report is not there.
 *
 * @param {readonly import("./wire.js").Quote[]} evidence
 * @param {{place?: string | null, names?: readonly string[]}} [wanted]
 * @returns {Passage[]}
 */
export function passagesOfQuotes(evidence, wanted = {}) {
  return evidence.flatMap(({ quote }) => {
    if (!quote) return [];
    const whole = { start: 0, end: [...quote].length, quote };
    const alone = passagesOf({ text: quote, lang: "en" }, [whole], wanted).passages;
    return alone.map((one) => ({ ...one, cutBefore: true, cutAfter: true }));
  });
}

/**
 * Where a quote stands. Its offsets are trusted when they yield its words; otherwise the words are searched.
 *
 * @param {string} text
 * @param {import("./wire.js").Quote} quote
 * @returns {Interval | null}
 */
function locate(text, { quote, start, end }) {
  if (start !== undefined && end !== undefined && end > start) {
    const from = unitIndex(text, start);
    const to = unitIndex(text, end);
    if (to > from && (quote === undefined || text.slice(from, to) === quote)) return { start: from, end: to };
  }
  const at = quote ? text.indexOf(quote) : -1;
  return quote && at >= 0 ? { start: at, end: at + quote.length } : null;
}

/**
 * Sentences of a text, as the reader's platform parts them; a line break always ends one.
 *
 * @param {string} text
 * @param {string} lang
 * @returns {Interval[]} without gaps
 */
export function sentences(text, lang) {
  /** @type {Intl.Segmenter} */
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
  } catch {
    segmenter = new Intl.Segmenter("en", { granularity: "sentence" }); // a language code that is none
  }
  /** @type {Interval[]} */
  const found = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const last = found.at(-1);
    const glued = last !== undefined && endsInAbbreviation(text.slice(last.start, last.end));
    if (last && (glued || segment.trim() === "")) last.end = index + segment.length;
    else found.push({ start: index, end: index + segment.length });
  }
  return found;
}

const ABBREVIATION = /(?:^|[\s(“"«])(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|Capt|St|No|Gov|Sen|Rep|\p{Lu}|ім|м|с|обл|р|вул|ул|г|пос)\.\s*$/u;

/** @param {string} sentence */
function endsInAbbreviation(sentence) {
  return !sentence.includes("\n", sentence.trimEnd().length) && ABBREVIATION.test(sentence);
}

/**
 * @param {readonly Interval[]} bounds
 * @param {Interval} evidence
 * @returns {Interval} from the sentence before to the sentence after
 */
function withNeighbours(bounds, evidence) {
  const first = bounds.findIndex((one) => one.end > evidence.start);
  const last = bounds.findLastIndex((one) => one.start < evidence.end);
  const from = bounds[Math.max(0, first - 1)];
  const to = bounds[Math.min(bounds.length - 1, last + 1)];
  return { start: from?.start ?? evidence.start, end: to?.end ?? evidence.end };
}

/** Sorted intervals, those that touch or overlap made one. @param {readonly Interval[]} intervals @returns {Interval[]} */
function union(intervals) {
  /** @type {Interval[]} */
  const merged = [];
  for (const one of [...intervals].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else merged.push({ ...one });
  }
  return merged;
}

/** @param {string} text @param {readonly string[]} needles @returns {Interval[]} */
function findAll(text, needles) {
  /** @type {Interval[]} */
  const found = [];
  for (const needle of needles) {
    if (needle === "") continue;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      found.push({ start: at, end: at + needle.length });
    }
  }
  return union(found);
}

/** @param {readonly Interval[]} intervals @param {readonly Interval[]} outer */
function withinEvidence(intervals, outer) {
  return intervals.filter((one) => outer.some((whole) => one.start >= whole.start && one.end <= whole.end));
}

/** Without the blanks and line breaks at its ends. @param {string} text @param {Interval} span @returns {Interval} */
function trimmed(text, { start, end }) {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}

/**
 * @param {string} text
 * @param {Interval} span
 * @param {{evidence: readonly Interval[], place: readonly Interval[], name: readonly Interval[]}} layers
 * @returns {Run[]}
 */
function cut(text, span, layers) {
  const edges = new Set([span.start, span.end]);
  for (const { start, end } of [...layers.evidence, ...layers.place, ...layers.name]) {
    for (const edge of [start, end]) if (edge > span.start && edge < span.end) edges.add(edge);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  /** @param {readonly Interval[]} layer @param {number} at */
  const covers = (layer, at) => layer.some((one) => one.start <= at && at < one.end);
  return sorted.slice(0, -1).map((start, i) => ({
    text: text.slice(start, sorted[i + 1]),
    evidence: covers(layers.evidence, start),
    place: covers(layers.place, start),
    name: covers(layers.name, start),
  }));
}
