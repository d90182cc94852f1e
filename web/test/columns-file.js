/** Writes the server's binary columns, for tests: the form is described where they are read. */

const NONE = -0x80000000;
const WIDTHS = { i32: 4, u32: 4, u16: 2, u8: 1 };

/**
 * @param {{id: string, values: Record<string, number>}[]} rows columns that a row lacks are none, or 0 when unsigned
 * @param {Record<string, string[]>} dictionaries
 * @param {Record<string, "i32" | "u32" | "u16" | "u8">} types by column
 */
export function columnsFile(rows, dictionaries, types) {
  const columns = [];
  const parts = [];
  let length = 0;
  for (const [name, type] of Object.entries(types)) {
    const bytes = new Uint8Array(Math.ceil((rows.length * WIDTHS[type]) / 8) * 8);
    const view = new DataView(bytes.buffer);
    rows.forEach(({ values }, i) => {
      const value = values[name] ?? (type === "i32" ? NONE : 0);
      if (type === "i32") view.setInt32(i * 4, value, true);
      else if (type === "u32") view.setUint32(i * 4, value, true);
      else if (type === "u16") view.setUint16(i * 2, value, true);
      else view.setUint8(i, value);
    });
    columns.push({ name, type, offset: length });
    parts.push(bytes);
    length += bytes.length;
  }
  const ids = new TextEncoder().encode(rows.map((row) => row.id).join("\n"));
  const header = { count: rows.length, data_version: 7, matched: rows.length, dictionaries, columns, ids: { offset: length, length: ids.length } };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const body = Math.ceil((8 + json.length) / 8) * 8;
  const file = new Uint8Array(body + length + ids.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, 0x434d4331, true);
  head.setUint32(4, json.length, true);
  file.set(json, 8);
  let at = body;
  for (const part of [...parts, ids]) {
    file.set(part, at);
    at += part.length;
  }
  return file.buffer;
}
