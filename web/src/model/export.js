/**
 * What the filters leave, as files: CSV, HXL-tagged CSV, GeoJSON, KML and JSON Lines. Each says which filter, which data
 * and whose licences it holds, inside where the format has room, and in a readme beside it where it has not.
 */
import { t } from "./messages.js";

/** @typedef {import("./event.js").ClashEvent} ClashEvent */

/**
 * @typedef {object} About
 * @property {string} filter in words
 * @property {string} dataVersion
 * @property {string} permalink
 * @property {string} made ISO instant
 * @property {readonly {source?: string, licence?: string}[]} credits
 *
 * @typedef {{id: string, label: string, extension: string, type: string, write: (events: readonly ClashEvent[], about: About) => string, readme: boolean}} Format
 */

/** @type {readonly [string, string, (event: ClashEvent) => string | number | null | undefined][]} column, HXL tag, value */
const COLUMNS = [
  ["event_id", "#event+id", (e) => e.id],
  ["version", "#meta+version", (e) => e.version],
  ["date_start", "#date+start", (e) => e.props.date_start],
  ["date_end", "#date+end", (e) => e.props.date_end],
  ["event_type", "#event+type", (e) => e.props.event_type],
  ["sub_event_type", "#event+subtype", (e) => e.props.sub_event_type],
  ["title", "#event+name", (e) => e.title],
  ["country", "#country+name", (e) => e.props.country],
  ["iso3", "#country+code", (e) => e.props.iso3],
  ["admin1", "#adm1+name", (e) => e.props.admin1],
  ["admin2", "#adm2+name", (e) => e.props.admin2],
  ["location", "#loc+name", (e) => e.props.location],
  ["place_text", "#loc+text", (e) => e.props.place_text],
  ["longitude", "#geo+lon", (e) => e.point?.[0]],
  ["latitude", "#geo+lat", (e) => e.point?.[1]],
  ["geo_level", "#geo+precision", (e) => e.props.geo_level],
  ["uncertainty_m", "#geo+uncertainty+m", (e) => e.uncertaintyMeters],
  ["actors", "#group+names", (e) => e.actors.join("; ")],
  ["fatalities_low", "#affected+killed+min", (e) => e.props.low],
  ["fatalities_high", "#affected+killed+max", (e) => e.props.high],
  ["certainty", "#meta+certainty", (e) => e.props.certainty],
  ["review_status", "#status+review", (e) => e.props.review?.status],
  ["map_tier", "#meta+tier", (e) => e.tier],
  ["sensitivity", "#meta+sensitivity", (e) => e.props.sensitivity?.level],
  ["notice", "#meta+notice", (e) => e.props.sensitivity?.notice],
  ["sources", "#meta+source", (e) => e.publishers.join("; ")],
  ["source_url", "#meta+url", (e) => e.props.sources?.[0]?.url],
  ["sentence", "#description+quote", (e) => e.props.sources?.[0]?.evidence?.[0]?.quote],
];

/** @type {readonly Format[]} */
export const FORMATS = [
  { id: "csv", label: "CSV", extension: "csv", type: "text/csv", write: (events) => table(events, false), readme: true },
  { id: "geojson", label: "GeoJSON", extension: "geojson", type: "application/geo+json", write: geojsonOf, readme: false },
  { id: "kml", label: "KML", extension: "kml", type: "application/vnd.google-earth.kml+xml", write: kmlOf, readme: false },
  { id: "hxl", label: "CSV with HXL tags", extension: "hxl.csv", type: "text/csv", write: (events) => table(events, true), readme: true },
  { id: "jsonl", label: "JSON Lines, sentences and offsets", extension: "jsonl", type: "application/jsonl", write: jsonlOf, readme: true },
];

/** @param {readonly ClashEvent[]} events @param {boolean} tagged with a second row of HXL tags */
function table(events, tagged) {
  const rows = [COLUMNS.map(([name]) => name), ...(tagged ? [COLUMNS.map(([, tag]) => tag)] : []), ...events.map((event) => COLUMNS.map(([, , value]) => cell(value(event))))];
  return rows.map((row) => row.join(",")).join("\r\n") + "\r\n";
}

/**
 * Quoted where needed (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param {string | number | null | undefined} value
 */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Areas as polygons, candidates as properties. @param {readonly ClashEvent[]} events @param {About} about */
function geojsonOf(events, about) {
  const features = events.map(featureOf);
  return JSON.stringify({ type: "FeatureCollection", metadata: metadataOf(about, events.length), features }, null, 1);
}

/** @param {ClashEvent} event */
function featureOf(event) {
  const geometry = event.point ? { type: "Point", coordinates: event.point } : event.footprint;
  return { type: "Feature", id: event.id, geometry, properties: event.props };
}

/** @param {readonly ClashEvent[]} events @param {About} about */
function jsonlOf(events, about) {
  return events.map((event) => JSON.stringify({ data_version: about.dataVersion, ...featureOf(event) }) + "\n").join("");
}

/** @param {readonly ClashEvent[]} events @param {About} about */
function kmlOf(events, about) {
  const marks = events.map((event) => {
    const shape = event.point ? point(event.point) : event.footprint ? shapeOf(event.footprint) : "";
    const quote = event.props.sources?.[0]?.evidence?.[0]?.quote ?? "";
    const span = [event.props.date_start && `<begin>${xml(event.props.date_start)}</begin>`, event.props.date_end && `<end>${xml(event.props.date_end)}</end>`];
    return `<Placemark id="${xml(event.id)}"><name>${xml(event.title)}</name><description>${xml(quote)}</description><TimeSpan>${span.filter(Boolean).join("")}</TimeSpan>${shape}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Clashmap</name><description>${xml(readmeOf(about, events.length))}</description>
${marks.join("\n")}
</Document></kml>
`;
}

/** @param {readonly number[]} at */
function point([lon = 0, lat = 0]) {
  return `<Point><coordinates>${lon},${lat}</coordinates></Point>`;
}

/** @param {GeoJSON.Geometry} shape @returns {string} */
function shapeOf(shape) {
  const list = (/** @type {readonly number[][]} */ path) => `<coordinates>${path.map(([lon, lat]) => `${lon},${lat}`).join(" ")}</coordinates>`;
  const ring = (/** @type {readonly number[][]} */ path) => `<LinearRing>${list(path)}</LinearRing>`;
  switch (shape.type) {
    case "Point":
      return point(shape.coordinates);
    case "MultiPoint":
      return `<MultiGeometry>${shape.coordinates.map(point).join("")}</MultiGeometry>`;
    case "LineString":
      return `<LineString>${list(shape.coordinates)}</LineString>`;
    case "MultiLineString":
      return `<MultiGeometry>${shape.coordinates.map((line) => `<LineString>${list(line)}</LineString>`).join("")}</MultiGeometry>`;
    case "Polygon": {
      const [outer = [], ...holes] = shape.coordinates;
      return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join("")}</Polygon>`;
    }
    case "MultiPolygon":
      return `<MultiGeometry>${shape.coordinates.map((coordinates) => shapeOf({ type: "Polygon", coordinates })).join("")}</MultiGeometry>`;
    case "GeometryCollection":
      return `<MultiGeometry>${shape.geometries.map(shapeOf).join("")}</MultiGeometry>`;
  }
}

/** XML has no place for most control characters. @param {string} text */
function xml(text) {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** @param {About} about @param {number} count */
function metadataOf(about, count) {
  return { title: "Clashmap", events: count, filter: about.filter, data_version: about.dataVersion, permalink: about.permalink, made: about.made, licences: licencesOf(about) };
}

/** @param {About} about @returns {string[]} */
function licencesOf({ credits }) {
  return [...new Set(credits.map(({ source, licence }) => [source, licence].filter(Boolean).join(": ")))].filter(Boolean);
}

/** What a file holds and where it is from. @param {About} about @param {number} count */
export function readmeOf(about, count) {
  return [
    t("Clashmap: {n} events, each a claim made in a report and not an established fact.", { n: count }),
    t("Filter: {filter}", { filter: about.filter }),
    t("Data version: {version}", { version: about.dataVersion }),
    t("Made: {time}", { time: about.made }),
    t("The same view: {link}", { link: about.permalink }),
    t("Quotes remain their publishers'. Places: {licences}", { licences: licencesOf(about).join("; ") }),
    t("An empty longitude and latitude means that the report supports no point; it is not zero."),
    "",
  ].join("\n");
}

/** @param {string} dataVersion @param {string} extension */
export function fileName(dataVersion, extension) {
  return `clashmap-${dataVersion.replace(/[^\w.-]+/g, "-") || "data"}.${extension}`;
}
