/**
 * The keys of the desk: one table for the ear that listens, the bar below, and the help sheet. Keys are read by their
 * place on the board where a layout has other letters there (Ukrainian, Russian) or digits with Shift (French).
 */

/**
 * @typedef {"browse" | "reject" | "precision" | "move" | "insert"} Mode what the next key means
 * @typedef {{name: string, number?: number, east?: number, north?: number, by?: number}} Command
 * @typedef {{key: string, code: string, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} Stroke
 */

/** @type {readonly {keys: readonly string[], name: string, label: string, bar?: string}[]} in the order of the help sheet */
export const KEYS = [
  { keys: ["J"], name: "next", label: "Next event", bar: "next / previous" },
  { keys: ["K"], name: "previous", label: "Previous event" },
  { keys: ["A"], name: "accept", label: "Accept, with the changes made, and go to the next undone", bar: "accept" },
  { keys: ["R"], name: "reject", label: "Reject, then 1–5 says why", bar: "reject, then 1–5" },
  { keys: ["1–9"], name: "choose", label: "Choose a candidate place", bar: "pick a place" },
  { keys: ["Shift", "1–9"], name: "also", label: "Choose one more place: one event for each" },
  { keys: ["G"], name: "search", label: "Search another place; shows what lies nearest the map's centre", bar: "other place" },
  { keys: ["M"], name: "move", label: "Move the pin: arrows 1 km, Shift 100 m, + and − the radius, Enter keeps, Esc drops", bar: "move pin" },
  { keys: ["N"], name: "missing", label: "The place is not in the gazetteer" },
  { keys: ["P"], name: "precision", label: "How exact the place is", bar: "precision" },
  { keys: ["T"], name: "type", label: "Type of event", bar: "type" },
  { keys: ["E"], name: "edit", label: "Days, actors, numbers, title" },
  { keys: ["D"], name: "duplicate", label: "Duplicate of another event", bar: "duplicate" },
  { keys: ["S"], name: "split", label: "Split into several events" },
  { keys: ["I"], name: "insert", label: "Make an event of a sentence: J and K walk, Enter takes it" },
  { keys: ["U"], name: "undo", label: "Undo, as often as you like", bar: "undo" },
  { keys: ["V"], name: "paste", label: "New report: paste, drop a file, or give an address", bar: "new report" },
  { keys: ["Q"], name: "queue", label: "What waits for review, by need" },
  { keys: ["]"], name: "skip", label: "Next article in the queue" },
  { keys: ["Esc"], name: "cancel", label: "Leave what is open; drop the changes of this event" },
  { keys: ["?"], name: "help", label: "This sheet", bar: "all keys" },
];

/** @type {readonly {code: string, label: string}[]} in the order of the keys 1–5 */
export const REJECTIONS = [
  { code: "not_an_event", label: "Not an event" },
  { code: "wrong_place", label: "Wrong place" },
  { code: "wrong_type", label: "Wrong type" },
  { code: "duplicate", label: "Duplicate" },
  { code: "past_or_hypothetical", label: "Past or hypothetical" },
];

const STEP_METERS = 1000;
const FINE_STEP_METERS = 100;

/** @type {Readonly<Record<string, readonly [number, number]>>} east, north */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @param {Stroke} stroke
 * @param {Mode} mode
 * @returns {Command | null} null: the key is not the desk's, and does what it always does
 */
export function commandOf(stroke, mode) {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  if (stroke.key === "?") return { name: "help" };
  if (stroke.key === "Escape") return { name: "cancel" };
  const number = digitOf(stroke);
  switch (mode) {
    case "reject":
      return number !== null && number <= REJECTIONS.length ? { name: "reason", number } : other(stroke, ["undo"]);
    case "precision":
      return number !== null ? { name: "level", number } : null;
    case "move":
      return moveOf(stroke);
    case "insert":
      if (stroke.key === "Enter") return { name: "take" };
      return other(stroke, ["next", "previous"]);
    case "browse":
      if (number !== null) return { name: stroke.shiftKey ? "also" : "choose", number };
      if (stroke.key === "]" || stroke.code === "BracketRight") return { name: "skip" };
      return other(stroke, null);
  }
}

/** @param {Stroke} stroke @param {readonly string[] | null} allowed */
function other(stroke, allowed) {
  const letter = letterOf(stroke);
  const found = letter === null ? undefined : KEYS.find(({ keys }) => keys.length === 1 && keys[0] === letter);
  return found && (!allowed || allowed.includes(found.name)) ? { name: found.name } : null;
}

/** @param {Stroke} stroke @returns {Command | null} */
function moveOf({ key, code, shiftKey }) {
  const arrow = ARROWS[key];
  const by = shiftKey ? FINE_STEP_METERS : STEP_METERS;
  if (arrow) return { name: "nudge", east: arrow[0] * by, north: arrow[1] * by };
  if (key === "Enter") return { name: "keep" };
  if (key === "+" || key === "=" || code === "NumpadAdd") return { name: "radius", by: 1 };
  if (key === "-" || key === "−" || code === "NumpadSubtract") return { name: "radius", by: -1 };
  return null;
}

/** A Latin letter by what the key types, or by where it is when it types another alphabet. @param {Stroke} stroke */
function letterOf({ key, code, shiftKey }) {
  if (shiftKey || key.length !== 1) return null;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return /\p{L}/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1] ?? null) : null;
}

/** @param {Stroke} stroke @returns {number | null} 1–9 */
function digitOf({ key, code }) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  return digit ? Number(digit) : null;
}

/** Whether a key goes into a field that somebody types in. @param {EventTarget | null} target */
export function isTyping(target) {
  const node = /** @type {{closest?: (selector: string) => unknown} | null} */ (target);
  return Boolean(node?.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]"));
}
