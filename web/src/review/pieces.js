/**
 * The text of a report cut for reading: paragraphs of runs, each knowing the events whose evidence it is and the name it
 * stands in. One pass over the text and the edges, so that a report of a megabyte with thousands of names stays quick.
 */

/**
 * @typedef {{at: number, text: string, events: readonly string[], name: number | null, control: boolean}} Run
 *     at: where it begins, in UTF-16 units; name: index of the toponym; control: a character that turns the order of letters around, shown by its name
 * @typedef {{runs: Run[]}} Paragraph
 * @typedef {{start: number, end: number}} Span code points, end exclusive
 */

/** Characters that reorder what stands around them and could make a text read other than it is (Unicode UAX #9). */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;
/** @type {Readonly<Record<string, string>>} */
const CONTROL_NAMES = {
  "\u202A": "LRE",
  "\u202B": "RLE",
  "\u202C": "PDF",
  "\u202D": "LRO",
  "\u202E": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};

/** The text with such characters named, for titles and names. @param {string} text */
export function plain(text) {
  return CONTROLS.test(text) ? text.replace(new RegExp(CONTROLS, "g"), (one) => `⟨${CONTROL_NAMES[one]}⟩`) : text;
}

/**
 * @param {string} text
 * @param {readonly (Span & {id: string})[]} evidence
 * @param {readonly Span[]} names in any order; a name inside another is left to the outer one
 * @returns {Paragraph[]} without the line breaks between them
 */
export function paragraphsOf(text, evidence, names) {
  const outer = outerNames(names);
  const units = unitsOf(text, [...evidence, ...outer].flatMap(({ start, end }) => [start, end]));
  /** @param {number} codePoints */
  const at = (codePoints) => units.get(codePoints) ?? text.length;
  /** @type {Map<number, {open: string[], close: string[]}>} by unit */
  const edges = new Map();
  const edge = (/** @type {number} */ unit) => {
    const known = edges.get(unit) ?? { open: [], close: [] };
    edges.set(unit, known);
    return known;
  };
  for (const { id, start, end } of evidence) {
    if (at(end) <= at(start)) continue;
    edge(at(start)).open.push(id);
    edge(at(end)).close.push(id);
  }
  /** @type {Map<number, {index: number, end: number}>} */
  const nameAt = new Map();
  for (const { index, start, end } of outer) {
    if (at(end) <= at(start)) continue;
    nameAt.set(at(start), { index, end: at(end) });
    edge(at(start));
    edge(at(end));
  }
  for (const match of text.matchAll(new RegExp(`\\n|${CONTROLS.source}`, "g"))) {
    edge(match.index);
    edge(match.index + 1);
  }
  const cuts = [...edges.keys()].sort((a, b) => a - b);
  if (cuts.at(-1) !== text.length) cuts.push(text.length);
  return gather(text, cuts, edges, nameAt);
}

/**
 * @param {string} text
 * @param {readonly number[]} cuts
 * @param {Map<number, {open: string[], close: string[]}>} edges
 * @param {Map<number, {index: number, end: number}>} nameAt
 */
function gather(text, cuts, edges, nameAt) {
  /** @type {Paragraph[]} */
  const paragraphs = [];
  /** @type {Run[]} */
  let runs = [];
  const close = () => {
    if (runs.some((run) => run.text.trim() !== "")) paragraphs.push({ runs });
    runs = [];
  };
  /** @type {Map<string, number>} id to how many of its spans are open */
  const open = new Map();
  /** @type {{index: number, end: number} | null} */
  let name = null;
  let from = 0;
  for (const to of cuts) {
    if (to > from) {
      const words = text.slice(from, to);
      if (words === "\n") close();
      else runs.push({ at: from, text: words, events: [...open.keys()], name: name?.index ?? null, control: CONTROLS.test(words) && words.length === 1 });
    }
    const { open: begun, close: ended } = edges.get(to) ?? { open: [], close: [] };
    for (const id of ended) count(open, id, -1);
    for (const id of begun) count(open, id, 1);
    if (name && name.end <= to) name = null;
    name = nameAt.get(to) ?? name;
    from = to;
  }
  close();
  return paragraphs;
}

/** @param {Map<string, number>} open @param {string} id @param {number} by */
function count(open, id, by) {
  const now = (open.get(id) ?? 0) + by;
  if (now > 0) open.set(id, now);
  else open.delete(id);
}

/** @param {readonly Span[]} names */
function outerNames(names) {
  const order = names.map(({ start, end }, index) => ({ start, end, index })).sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return order.filter(({ start, end }) => {
    if (start < reached || end <= start) return false;
    reached = end;
    return true;
  });
}

/** Where code points begin, in UTF-16 units, for the offsets that are asked for; one pass. @param {string} text @param {number[]} wanted */
function unitsOf(text, wanted) {
  const sorted = [...new Set(wanted)].filter((one) => one >= 0).sort((a, b) => a - b);
  /** @type {Map<number, number>} */
  const found = new Map();
  let points = 0;
  let unit = 0;
  for (const one of sorted) {
    while (points < one && unit < text.length) {
      unit += /** @type {number} */ (text.codePointAt(unit)) > 0xffff ? 2 : 1;
      points += 1;
    }
    found.set(one, unit);
  }
  return found;
}

/** The name of a control character. @param {string} character */
export function controlName(character) {
  return CONTROL_NAMES[character] ?? "control";
}

/** Code points of a text before a unit, for a selection made on screen. @param {string} text @param {number} unit */
export function codePointsBefore(text, unit) {
  let points = 0;
  for (let at = 0; at < unit; points += 1) at += /** @type {number} */ (text.codePointAt(at)) > 0xffff ? 2 : 1;
  return points;
}
