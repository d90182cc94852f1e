/** What was typed into the forms, checked, and only what differs from the record. */

/** @typedef {import("./changes.js").Draft} Draft */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

const MOST = 10_000_000;

/**
 * @param {ClashEvent} event
 * @param {FormData} form
 * @returns {{draft: Draft, problem: null} | {draft: Draft, problem: string}}
 */
export function editChanges({ props }, form) {
  const text = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
  /** @type {Draft} */
  const draft = {};
  const wrong = (/** @type {string} */ problem) => ({ draft: {}, problem });
  if (text("title") === "") return wrong("The title is empty.");
  if (text("title") !== (props.title ?? "")) draft.title = text("title");
  const when = { date_start: text("date_start") || null, date_end: text("date_end") || null };
  if (when.date_start && when.date_end && when.date_end < when.date_start) return wrong(`The last day, ${when.date_end}, is before the first, ${when.date_start}.`);
  if (when.date_start !== (props.date_start ?? null) || when.date_end !== (props.date_end ?? null)) draft.when = when;
  if (text("map_tier") !== String(props.map_tier ?? 3)) draft.map_tier = Number(text("map_tier"));
  const counts = countsOf(props, text);
  if (typeof counts === "string") return wrong(counts);
  if (counts) draft.counts = counts;
  const roles = form.getAll("actorRole").map(String);
  const actors = form.getAll("actorName").map((name, i) => ({ name: String(name).trim(), role: roles[i] ?? "participant" })).filter(({ name }) => name !== "");
  const before = (props.actors ?? []).flatMap(({ name, role }) => (name ? [{ name, role: role ?? "participant" }] : []));
  if (JSON.stringify(actors) !== JSON.stringify(before)) draft.actors = actors;
  if (text("reason") !== "") draft.reason = text("reason");
  return { draft, problem: null };
}

/**
 * @param {import("../model/wire.js").EventProperties} props
 * @param {(name: string) => string} text
 * @returns {import("./changes.js").Counts | string | null} words when a figure is wrong, null when none differs
 */
function countsOf(props, text) {
  /** @type {string[]} */
  const bad = [];
  const figure = (/** @type {string} */ name) => {
    const typed = text(name);
    if (typed === "") return null;
    const value = Number(typed);
    if (!Number.isInteger(value) || value < 0 || value > MOST) bad.push(`“${typed}” is not a whole number from 0 to ${MOST}.`);
    return value;
  };
  const deaths = { low: figure("low"), best: figure("best"), high: figure("high") };
  const injured = { low: figure("injuredLow"), high: figure("injuredHigh") };
  const captured = figure("captured");
  if (bad[0]) return bad[0];
  for (const range of [[deaths.low, deaths.best], [deaths.best, deaths.high], [deaths.low, deaths.high], [injured.low, injured.high]]) {
    const [less = null, more = null] = range;
    if (less !== null && more !== null && less > more) return `“At least ${less}” is more than “at most ${more}”.`;
  }
  /** @type {import("./changes.js").Counts} */
  const counts = {};
  const low = deaths.low ?? deaths.best ?? deaths.high;
  if (deaths.low !== (props.low ?? null) || deaths.best !== (props.best ?? null) || deaths.high !== (props.high ?? null)) {
    counts.deaths = low === null ? null : { ...known(deaths), best: deaths.best ?? low }; // the conservative figure, as the codebook has it
  }
  if (injured.low !== (props.injured?.low ?? null) || injured.high !== (props.injured?.high ?? null)) {
    counts.injured = injured.low === null && injured.high === null ? null : { ...known(injured), low: injured.low ?? 0 };
  }
  if (captured !== (props.captured ?? null)) counts.captured = captured;
  return Object.keys(counts).length > 0 ? counts : null;
}

/** Without the figures that are not known. @template {Record<string, number | null>} F @param {F} figures @returns {Partial<Record<keyof F, number>>} */
function known(figures) {
  return /** @type {Partial<Record<keyof F, number>>} */ (Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== null)));
}

/**
 * @param {FormData} form
 * @param {number} count
 * @returns {{parts: Record<string, unknown>[], problem: string | null}}
 */
export function splitParts(form, count) {
  const text = (/** @type {string} */ name) => String(form.get(name) ?? "");
  const parts = [];
  for (let i = 0; i < count; i += 1) {
    const [place, type, from, to] = ["place", "type", "from", "to"].map((name) => text(`${name}${i}`));
    if (from && to && to < from) return { parts: [], problem: `Part ${i + 1}: the last day, ${to}, is before the first, ${from}.` };
    parts.push({
      ...(place ? { place: place.startsWith("#") ? { candidate: Number(place.slice(1)) } : { place } } : {}),
      ...(type ? { sub_event_type: type } : {}),
      ...(from || to ? { when: { date_start: from || to, date_end: to || from } } : {}),
    });
  }
  const different = new Set(parts.map((part) => JSON.stringify(part)));
  if (different.size < parts.length) return { parts: [], problem: "Two parts are the same. Give each its own place, type or day." };
  return { parts, problem: null };
}
