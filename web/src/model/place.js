/** Places of the gazetteer as the search shows them: name, where, what kind, and why they were found. */
import { distanceWords } from "./words.js";

/**
 * @typedef {object} FoundPlace
 * @property {string} id
 * @property {string} name in the reader's language of place names, where it is known
 * @property {string} kind in words, such as `district`
 * @property {string} where units and country, from small to large
 * @property {readonly [number, number]} point longitude first; for an area where its label goes
 * @property {boolean} isPoint false for an area and for a place whose position is known only to its unit
 * @property {boolean} isArea
 * @property {number | null} radiusMeters how far around the point it may lie
 * @property {string} why
 */

/** @type {readonly [RegExp, string][]} GeoNames feature codes and words for them; the first that fits */
const KINDS = [
  [/^PCL/, "country"],
  [/^ADM1/, "region"],
  [/^ADM2/, "district"],
  [/^ADM/, "municipality"],
  [/^PPLC$/, "capital"],
  [/^PPLX$/, "part of a town"],
  [/^PPL/, "settlement"],
  [/^(SEA|GULF|STRT|OCN)$/, "sea"],
  [/^STM$/, "river"],
  [/^(LK|RSV)$/, "lake"],
  [/^(ISL|ISLS)$/, "island"],
  [/^(AIRB|AIRP)$/, "airfield"],
  [/^CONT$/, "continent"],
];

/** @param {string | undefined} code */
export function placeKind(code) {
  return KINDS.find(([pattern]) => pattern.test(code ?? ""))?.[1] ?? "area";
}

/**
 * A place of a search, or null when the feature cannot be read.
 *
 * @param {any} feature
 * @param {string} language of place names
 * @returns {FoundPlace | null}
 */
export function readPlace(feature, language) {
  const props = feature?.properties;
  const [lon, lat] = Array.isArray(props?.label_point) ? props.label_point : [];
  if (typeof feature?.id !== "string" || typeof props?.name !== "string") return null;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  const name = props.names?.[language]?.[0] ?? props.name;
  const where = [props.admin2, props.admin1, props.country_name].filter(
    (unit, i, all) => typeof unit === "string" && unit !== "" && unit !== props.name && all.indexOf(unit) === i,
  );
  return {
    id: feature.id,
    name,
    kind: placeKind(props.feature_code),
    where: where.join(", "),
    point: [lon, lat],
    isPoint: props.precision === "point",
    isArea: props.precision === "area",
    radiusMeters: Number.isFinite(props.radius_m) ? props.radius_m : null,
    why: whyWords(props, name),
  };
}

/**
 * Why a place stands among the answers; empty where the name itself says it.
 *
 * @param {any} props
 * @param {string} shown the name that stands beside
 */
export function whyWords(props, shown) {
  const words = [];
  const matched = typeof props.matched_name === "string" ? props.matched_name : "";
  if (matched !== "" && matched !== shown) words.push(`${nameWords(props.match_kind)} ${matched}`);
  if (props.match_closeness === "other_spelling") words.push("spelt as in another language");
  if (props.match_closeness === "typo" || props.match_closeness === "typo_beginning") {
    words.push(props.match_edits === 1 ? "one letter apart" : `${props.match_edits} letters apart`);
  }
  if (props.precision === "admin2" || props.precision === "admin1") words.push("exact position not known");
  if (Number.isFinite(props.distance_m)) words.push(`${distanceWords(props.distance_m)} from the map's centre`);
  return words.join(" · ");
}

/** @param {string | undefined} kind */
function nameWords(kind) {
  if (kind === "historic") return "formerly";
  if (kind === "occupation") return "occupier's name";
  return "also";
}

/** Case and marks make no difference to a reader who types. @param {string} text */
export function foldText(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * The events whose title or place has what was typed, in their order.
 *
 * @template {{title: string, props: {location?: string | null | undefined}}} E
 * @param {readonly E[]} events
 * @param {string} text
 * @param {number} limit
 * @returns {E[]}
 */
export function eventsWith(events, text, limit) {
  const wanted = foldText(text);
  if (wanted.length < 2) return [];
  const found = [];
  for (const event of events) {
    if (found.length === limit) break;
    if (foldText(`${event.title} ${event.props.location ?? ""}`).includes(wanted)) found.push(event);
  }
  return found;
}
