/** How to cite one event: the report it rests on, the record, its version and the address that shows it. */
import { dateWords } from "./words.js";

/**
 * @param {import("./event.js").ClashEvent} event
 * @param {{permalink: string, dataVersion: string | null}} where
 */
export function plainCitation(event, { permalink, dataVersion }) {
  const source = event.props.sources?.[0];
  const report = [source?.publisher, source?.title && `“${source.title}”`, source?.publish_date].filter(Boolean);
  const told = report.length > 0 ? ` As told by ${report.join(", ")}.` : "";
  const data = dataVersion ? `, data of ${dataVersion}` : "";
  return `${event.title}. ${dateWords(event)}.${told} Clashmap event ${event.id}, version ${event.version}${data}. ${permalink}`;
}

/**
 * @param {import("./event.js").ClashEvent} event
 * @param {{permalink: string, dataVersion: string | null}} where
 */
export function bibtexCitation(event, { permalink, dataVersion }) {
  const source = event.props.sources?.[0];
  const note = [
    dateWords(event),
    source?.publisher && `as told by ${source.publisher}`,
    `event ${event.id}, version ${event.version}`,
    dataVersion && `data of ${dataVersion}`,
  ].filter(Boolean);
  const fields = [
    ["title", `{${escaped(event.title)}}`],
    ["howpublished", "Clashmap"],
    ["year", source?.publish_date?.slice(0, 4) ?? ""],
    ["note", escaped(note.join("; "))],
    ["url", permalink],
  ].filter(([, value]) => value !== "");
  const key = event.id.replace(/[^A-Za-z0-9-]+/g, "-");
  return `@misc{clashmap-${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}`;
}

/** Characters that mean something to BibTeX. @param {string} text */
function escaped(text) {
  return text.replace(/[{}\\]/g, "").replace(/[&%$#_]/g, "\\$&");
}
