import assert from "node:assert/strict";
import { test } from "node:test";
import { createMessageReader, readMessages } from "../src/api/event-stream.js";

const STREAM = ": hello\r\nevent: report\rdata: {\"id\":1}\n\nid: 7\nevent: event\ndata: one\ndata:two\n\n\n: beat\n\ndata\n\n";
const MESSAGES = [
  { event: "report", data: '{"id":1}', id: "" },
  { event: "event", data: "one\ntwo", id: "7" },
  { event: "message", data: "", id: "7" },
];

test("a stream gives the same messages wherever its pieces end", () => {
  for (let size = 1; size <= STREAM.length; size += 1) {
    const reader = createMessageReader();
    const messages = [];
    for (let at = 0; at < STREAM.length; at += size) messages.push(...reader.push(STREAM.slice(at, at + size)));
    assert.deepEqual(messages, MESSAGES, `pieces of ${size}`);
  }
});

test("letters cut between two pieces are whole again, and a last message needs no blank line", async () => {
  const bytes = new TextEncoder().encode("data: Київ 💥\n");
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const messages = [];
  await readMessages(body, (message) => messages.push(message));
  assert.deepEqual(messages, [{ event: "message", data: "Київ 💥", id: "" }]);
});
