import assert from "node:assert/strict";
import { test } from "node:test";
import { bibtexCitation, plainCitation } from "../src/model/citation.js";
import { groupOmissions } from "../src/model/omissions.js";
import { relationsOf } from "../src/card/related.js";
import { webAddress } from "../src/dom/link.js";
import { sorted } from "../src/list/order.js";
import { event, events } from "./world.js";

const where = { permalink: "http://localhost/#v=1&e=e1", dataVersion: "2025-06-11" };
const told = { sources: [{ publisher: "A & B {News}", title: null, publish_date: "2025-04-08" }] };

test("a citation names the report, the record with its version, and the address", () => {
  assert.equal(
    plainCitation(event(told), where),
    "Clash. 8 April 2025. As told by A & B {News}, 2025-04-08. Clashmap event e1, version 1, data of 2025-06-11. http://localhost/#v=1&e=e1",
  );
});

test("BibTeX is not broken by words of the report", () => {
  const entry = bibtexCitation(event({ ...told, title: "50% of {Nove}_1" }), where);
  assert.match(entry, /^@misc\{clashmap-e1,\n/);
  assert.match(entry, /title = \{\{50\\% of Nove\\_1\}\}/);
  assert.match(entry, /as told by A \\& B News/);
  assert.equal(entry.split("{").length, entry.split("}").length);
});

test("passages left out are grouped by reason, the largest group first, in the order of the text", () => {
  const groups = groupOmissions([
    { quote: "b", start: 9, end: 10, trap: "negation", reason: "" },
    { quote: "a", start: 1, end: 2, trap: "negated", reason: "" },
    { quote: "c", start: 3, end: 4, trap: "odd_new_trap", reason: "" },
    { quote: "d", start: 5, end: 6 },
  ]);
  assert.deepEqual(
    groups.map((group) => [group.label, group.passages.map((one) => one.quote).join("")]),
    [["Said not to have happened", "ab"], ["Odd new trap", "c"], ["Other", "d"]],
  );
  assert.deepEqual(groupOmissions(undefined), []);
});

test("related events are listed once, under their closest relation", () => {
  const [a, b, c] = events(
    { event_group_id: "g" },
    { event_group_id: "g", parent_event_id: "e1" },
    { event_group_id: "g", links: [{ type: "updates", target: "gone" }] },
  );
  const byId = new Map([a, b, c].map((one) => [one.id, one]));
  assert.deepEqual(relationsOf(b, byId), [{ relation: "Part of", id: "e1" }, { relation: "Told together with", id: "e3" }]);
  assert.deepEqual(relationsOf(a, byId), [{ relation: "Has part", id: "e2" }, { relation: "Told together with", id: "e3" }]);
  assert.equal(relationsOf(c, byId)[0].id, "gone");
});

test("only web addresses of a report become links", () => {
  assert.equal(webAddress("https://example.org/a"), "https://example.org/a");
  for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "not an address", "", null]) {
    assert.equal(webAddress(address), null);
  }
});

test("columns of the list sort both ways, equal ones newest first", () => {
  const all = events({ location: "B" }, { location: "A", date_end: "2025-05-01" }, { location: null }, { location: "A" });
  const ids = (order) => sorted(all, order).map((one) => one.id).join(" ");
  assert.equal(ids({ column: "place", descending: false }), "e2 e4 e1 e3");
  assert.equal(ids({ column: "place", descending: true }), "e3 e1 e2 e4");
  assert.equal(ids({ column: "date", descending: true }), "e2 e1 e3 e4");
});
