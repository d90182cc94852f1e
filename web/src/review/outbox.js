/**
 * Decisions on their way to the server. Each is written to the browser's storage before anything is sent, so that a dropped
 * connection, a server that restarts or a full disk loses none; they go out in order, one at a time, and are tried again
 * until the server has taken or refused them. What it refuses stays here until a person has seen it.
 */

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string | null} eventId null for an event that is only being made
 * @property {string | null} reportId
 * @property {string} method
 * @property {string} path
 * @property {any} body
 * @property {number | null} version of the event that was decided on; null where none is needed
 * @property {string} label what a person decided, in words
 * @property {number} at epoch milliseconds
 * @property {number} tries
 * @property {"waiting" | "conflict" | "refused"} state
 * @property {string | null} problem why it is still here, in words
 * @property {any} current the event as the server has it, in a conflict
 *
 * @typedef {import("../api/desk.js").Written} Written
 */

const KEY = "clashmap.desk.outbox";
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** A refusal that another try may lift: no answer, too many requests, a server in trouble (its disk may be full). @param {number | null} status */
export function isPassing(status) {
  return status === null || status === 408 || status === 425 || status === 429 || status >= 500;
}

/** A token that is missing, wrong or too weak holds the whole queue. @param {number | null} status */
function isAboutToken(status) {
  return status === 401 || status === 403;
}

/**
 * The entries after one of them was answered. A later decision on the same event counts on the version this one made.
 *
 * @param {readonly Entry[]} entries
 * @param {string} key
 * @param {Written} answer
 * @param {string | null} me name of the reviewer
 * @returns {{entries: Entry[], done: boolean, feature: any, again: boolean}} again: to be tried later
 */
export function settle(entries, key, answer, me) {
  const entry = entries.find((one) => one.key === key);
  if (!entry) return { entries: [...entries], done: true, feature: answer.ok ? answer.feature : null, again: false };
  const feature = answer.ok ? answer.feature : answer.status === 412 && isDoneAlready(entry, answer.current, me) ? answer.current : null;
  if (answer.ok || feature) {
    const version = feature?.properties?.version ?? null;
    const rest = entries
      .filter((one) => one.key !== key)
      .map((one) => (one.eventId === entry.eventId && one.version !== null && version !== null && one.state === "waiting" ? { ...one, version } : one));
    return { entries: rest, done: true, feature, again: false };
  }
  const again = isPassing(answer.status) || isAboutToken(answer.status);
  /** @type {Entry} */
  const kept = {
    ...entry,
    tries: entry.tries + 1,
    problem: answer.words,
    state: again ? "waiting" : answer.status === 412 && answer.current ? "conflict" : "refused",
    current: answer.current,
  };
  return { entries: entries.map((one) => (one.key === key ? kept : one)), done: false, feature: null, again };
}

/**
 * Whether the server has this very decision already: the answer was lost on its way and the decision was sent again.
 *
 * @param {Entry} entry
 * @param {any} current
 * @param {string | null} me
 */
export function isDoneAlready({ version, body, path }, current, me) {
  const props = current?.properties;
  if (!props || version === null || props.version !== version + 1 || !me || props.review?.reviewer !== me) return false;
  if (path.endsWith("/undo") || body?.changes) return false; // another look is cheap, a lost change is not
  const reached = { accept: ["accepted", "published"], reject: ["rejected"], withdraw: ["retracted"], publish: ["published"] }[/** @type {string} */ (body?.action)];
  return reached?.includes(props.review?.status) ?? false;
}

/**
 * The first entry that may go: what waits behind a conflict or refusal of its own event stays.
 *
 * @param {readonly Entry[]} entries
 */
export function nextToSend(entries) {
  const held = new Set();
  for (const entry of entries) {
    if (entry.state === "waiting" && !(entry.eventId !== null && held.has(entry.eventId))) return entry;
    if (entry.eventId !== null) held.add(entry.eventId);
  }
  return null;
}

/**
 * @param {object} world
 * @param {Pick<Storage, "getItem" | "setItem">} world.storage
 * @param {(write: {method: string, path: string, body: any, etag: string | null}) => Promise<Written>} world.send
 * @param {(entry: Entry) => string | null} world.etag of the version an entry was decided on
 * @param {() => string | null} world.me
 * @param {(run: () => void, milliseconds: number) => void} world.later
 * @param {() => void} world.onChange
 * @param {(entry: Entry, feature: any, etag: string | null) => void} world.onDone
 * @param {(status: number | null, words: string) => void} world.onTrouble
 * @param {(work: () => Promise<void>) => Promise<unknown>} world.alone runs the work unless another tab is at it
 */
export function createOutbox({ storage, send, etag, me, later, onChange, onDone, onTrouble, alone }) {
  let kept = true;
  /** @type {Entry[]} used only while the storage takes nothing */
  let unkept = [];
  /** @type {string | null} */
  let sending = null;
  let wait = FIRST_WAIT_MS;
  let held = false;

  /** @returns {Entry[]} what all tabs have, so read anew each time */
  function read() {
    if (!kept) return unkept;
    try {
      const stored = JSON.parse(storage.getItem(KEY) ?? "[]");
      return Array.isArray(stored) ? stored.filter((one) => typeof one?.key === "string" && typeof one?.path === "string") : [];
    } catch {
      return unkept;
    }
  }

  /** @param {Entry[]} entries */
  function write(entries) {
    unkept = entries;
    try {
      storage.setItem(KEY, JSON.stringify(entries));
      kept = true;
    } catch {
      kept = false; // full or switched off; the page then warns before it is left
    }
    onChange();
  }

  async function flush() {
    if (sending !== null || held) return;
    await alone(async () => {
      for (let entry = nextToSend(read()); entry !== null && !held; entry = nextToSend(read())) {
        const { key } = entry;
        sending = key;
        onChange();
        let answer;
        try {
          answer = await send({ method: entry.method, path: entry.path, body: entry.body, etag: etag(entry) });
        } finally {
          sending = null;
        }
        const { entries, done, feature, again } = settle(read(), key, answer, me());
        write(entries);
        if (done) {
          wait = FIRST_WAIT_MS;
          onDone(entry, feature, answer.ok ? answer.etag : null);
          continue;
        }
        if (!answer.ok) onTrouble(answer.status, answer.words);
        if (!again) continue;
        held = true;
        later(resume, answer.ok || answer.retryAfter === null ? wait : answer.retryAfter * 1000);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      }
    });
  }

  function resume() {
    held = false;
    void flush();
  }

  return {
    entries: read,
    /** Whether what is unsent would outlive this page. */
    isKept: () => kept,
    isSending: (/** @type {string} */ key) => sending === key,

    /** @param {Entry} entry */
    add(entry) {
      write([...read(), entry]);
      void flush();
    },
    /** @param {string} key @returns {boolean} false when it is on its way already */
    remove(key) {
      if (sending === key) return false;
      const entries = read();
      const rest = entries.filter((one) => one.key !== key);
      if (rest.length === entries.length) return false;
      write(rest);
      void flush();
      return true;
    },
    /** Sends a refused or conflicting decision again, on top of what is there now. @param {string} key @param {number | null} version */
    retry(key, version) {
      write(read().map((one) => (one.key === key ? { ...one, state: /** @type {const} */ ("waiting"), version, problem: null, current: null } : one)));
      resume();
    },
    /** Tries at once: the connection is back, or a better token is there. */
    resume,
  };
}
