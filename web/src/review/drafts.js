/**
 * What somebody has begun and not sent, kept in the browser: changes of an event that await their decision, and the text
 * of a report that is being pasted. A decision that was made lives in the outbox.
 */

/** @typedef {import("./changes.js").Draft} Draft */
/** @typedef {{text: string, published: string, publisher: string, lang: string}} IntakeDraft */

const DRAFTS = "clashmap.desk.drafts";
const INTAKE = "clashmap.desk.intake";
const KEYS_ON = "clashmap.desk.keys";
const TOKEN = "clashmap.desk.token";
const MOST_DRAFTS = 500;

/** @param {Pick<Storage, "getItem">} storage @param {string} key @returns {any} */
function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    return null; // switched off, or written by something else
  }
}

/** @param {Pick<Storage, "setItem">} storage @param {string} key @param {unknown} value @returns {boolean} false when it is not kept */
function write(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // full or switched off
  }
}

/** @param {Pick<Storage, "getItem">} storage @returns {Record<string, Draft>} */
export function readDrafts(storage) {
  const kept = read(storage, DRAFTS);
  return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
}

/** The latest ones, should there be very many. @param {Pick<Storage, "setItem">} storage @param {Readonly<Record<string, Draft>>} drafts */
export function keepDrafts(storage, drafts) {
  return write(storage, DRAFTS, Object.fromEntries(Object.entries(drafts).slice(-MOST_DRAFTS)));
}

/** @param {Pick<Storage, "getItem">} storage @returns {IntakeDraft} */
export function readIntake(storage) {
  const kept = read(storage, INTAKE);
  const text = (/** @type {string} */ key) => (typeof kept?.[key] === "string" ? kept[key] : "");
  return { text: text("text"), published: text("published"), publisher: text("publisher"), lang: text("lang") };
}

/** @param {Pick<Storage, "setItem">} storage @param {IntakeDraft} draft */
export function keepIntake(storage, draft) {
  return write(storage, INTAKE, draft);
}

/** @param {Pick<Storage, "getItem">} storage */
export function readKeysOn(storage) {
  return read(storage, KEYS_ON) !== false;
}

/** @param {Pick<Storage, "setItem">} storage @param {boolean} on */
export function keepKeysOn(storage, on) {
  write(storage, KEYS_ON, on);
}

/** The token of this tab. @param {Pick<Storage, "getItem">} storage @returns {string | null} */
export function readToken(storage) {
  const kept = read(storage, TOKEN);
  return typeof kept === "string" && kept !== "" ? kept : null;
}

/** @param {Pick<Storage, "setItem">} storage @param {string | null} token */
export function keepToken(storage, token) {
  write(storage, TOKEN, token);
}
