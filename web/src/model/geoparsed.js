/** The answer of `/api/geoparse` as a page shows it: the text cut at its toponyms, and words for roles and outcomes. */
import { distanceWords } from "./words.js";

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} name
 * @property {number} lat
 * @property {number} lon
 * @property {string} precision
 * @property {string} country
 * @property {string | null} admin1
 * @property {number} score 0–1
 * @property {string} matched_name
 * @property {string[]} reasons
 *
 * @typedef {object} Toponym
 * @property {number} start code points
 * @property {number} end
 * @property {string} text
 * @property {string} role
 * @property {"resolved" | "ambiguous" | "unresolved"} resolution
 * @property {Candidate[]} candidates best first
 * @property {string[]} reasons
 *
 * @typedef {object} Phrase
 * @property {string} text
 * @property {string} relation
 * @property {number[]} toponyms
 * @property {number | null} distance_m
 * @property {number | null} bearing_deg
 * @property {{geo_precision: number | null, where_prec: number | null, uncertainty_m: number | null, geo_level: string}[]} locations
 *
 * @typedef {{language: string, toponyms: Toponym[], phrases: Phrase[], timings?: {recognition_ms: number, resolution_ms: number, total_ms: number}}} Geoparsed
 *
 * @typedef {{text: string, toponym: number | null}} Piece toponym: its index
 */

/** Letter, word and meaning of each role; the letter stands in the text, so that colour is never alone. */
export const ROLES = [
  { id: "literal", letter: "P", label: "Place", about: "something is or happens there" },
  { id: "metonym", letter: "G", label: "Government or team", about: "a place named for those who act for it" },
  { id: "demonym", letter: "N", label: "People", about: "people or things of a place" },
  { id: "person", letter: "M", label: "Person's name", about: "part of it" },
  { id: "organisation", letter: "O", label: "Organisation's name", about: "part of it" },
  { id: "dateline", letter: "D", label: "Dateline", about: "where the report was written" },
  { id: "background", letter: "B", label: "Background", about: "named in passing" },
];

/** @param {string} id */
export function roleOf(id) {
  return ROLES.find((role) => role.id === id) ?? { id: "other", letter: "?", label: id, about: "" };
}

/**
 * The text in pieces, with and without a toponym, in order. A toponym inside another one is left to the outer one.
 *
 * @param {string} text
 * @param {readonly Pick<Toponym, "start" | "end">[]} toponyms
 * @returns {Piece[]}
 */
export function piecesOf(text, toponyms) {
  const points = [...text]; // code points
  const order = toponyms.map((one, index) => ({ ...one, index })).sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const { start, end, index } of order) {
    if (start < at || end <= start || end > points.length) continue;
    if (start > at) pieces.push({ text: points.slice(at, start).join(""), toponym: null });
    pieces.push({ text: points.slice(start, end).join(""), toponym: index });
    at = end;
  }
  if (at < points.length) pieces.push({ text: points.slice(at).join(""), toponym: null });
  return pieces;
}

/** @param {Toponym} toponym */
export function outcomeWords({ resolution, candidates }) {
  const [best] = candidates;
  if (resolution === "unresolved" || !best) return "No place could be named";
  if (resolution === "resolved") return `Means ${best.name}`;
  return `May mean ${candidates.length === 1 ? best.name : `one of ${candidates.length} places`}`;
}

/** @param {number} share 0–1 */
export function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1 %";
  return `${rounded} %`;
}

const RELATIONS = /** @type {Record<string, string>} */ ({
  at: "in",
  part_of: "in a part of",
  near: "near",
  between: "between",
  along: "along",
  offset: "at a distance from",
  direction: "in a direction from",
  front_sector: "in the front sector of",
  in_region: "somewhere in",
});

/** @param {Phrase} phrase */
export function phraseWords({ relation, distance_m, bearing_deg }) {
  const words = [RELATIONS[relation] ?? relation.replaceAll("_", " ")];
  if (distance_m !== null) words.push(distanceWords(distance_m));
  if (bearing_deg !== null) words.push(`bearing ${Math.round(bearing_deg)}°`);
  return words.join(", ");
}

/** How exactly a phrase says where. @param {Phrase} phrase */
export function exactnessWords({ locations }) {
  return locations
    .map(({ uncertainty_m, geo_level, geo_precision }) => {
      if (geo_level === "none") return "no place";
      const radius = uncertainty_m === null ? "no radius" : `± ${distanceWords(uncertainty_m)}`;
      return `${geo_level.replaceAll("_", " ")}, ${radius}${geo_precision === null ? "" : `, precision ${geo_precision}`}`;
    })
    .join("; ");
}
