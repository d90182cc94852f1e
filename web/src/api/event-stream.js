/**
 * Server-sent events over fetch: EventSource can neither POST nor carry a token. Reads the stream as the HTML standard
 * has it (section 9.2.6, "Interpreting an event stream"), without reconnecting: a broken reading is begun again by a person.
 */

/** @typedef {{event: string, data: string, id: string}} Message */

/**
 * Cuts a stream into messages as its pieces come, wherever a piece ends. Keeps no more than the message at hand.
 */
export function createMessageReader() {
  let rest = "";
  let event = "";
  let id = "";
  /** @type {string[]} */
  let data = [];

  /** @param {string} line @returns {Message | null} */
  function take(line) {
    if (line === "") {
      const message = data.length > 0 ? { event: event || "message", data: data.join("\n"), id } : null;
      event = "";
      data = [];
      return message;
    }
    const colon = line.indexOf(":");
    if (colon === 0) return null; // a heartbeat
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id") id = value;
    return null;
  }

  return {
    /** @param {string} piece @returns {Message[]} */
    push(piece) {
      rest += piece;
      /** @type {Message[]} */
      const messages = [];
      let at = 0;
      for (;;) {
        const end = lineEnd(rest, at);
        if (!end) break;
        const message = take(rest.slice(at, end.text));
        if (message) messages.push(message);
        at = end.next;
      }
      rest = rest.slice(at);
      return messages;
    },
  };
}

/**
 * The end of a line by LF, CRLF or CR. A CR at the very end of a piece waits, because its LF may come with the next.
 *
 * @param {string} text
 * @param {number} from
 */
function lineEnd(text, from) {
  for (let i = from; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 10) return { text: i, next: i + 1 };
    if (unit !== 13) continue;
    if (i + 1 === text.length) return null;
    return { text: i, next: text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1 };
  }
  return null;
}

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {(message: Message) => void} onMessage
 */
export async function readMessages(body, onMessage) {
  const reader = createMessageReader();
  const decoder = new TextDecoder();
  const source = body.getReader();
  for (;;) {
    const { done, value } = await source.read();
    const piece = done ? decoder.decode() : decoder.decode(value, { stream: true });
    for (const message of reader.push(done ? `${piece}\n\n` : piece)) onMessage(message);
    if (done) return;
  }
}
