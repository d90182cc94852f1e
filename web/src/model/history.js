/** A record's history in words. */
import { t } from "./messages.js";
import { humanise } from "./words.js";

/**
 * @typedef {object} Revision
 * @property {number} [version]
 * @property {string} [at] ISO instant
 * @property {string} [by]
 * @property {string} [action]
 * @property {string | null} [reason]
 * @property {{op?: string, path?: string}[]} [patch] JSON Patch against the version before
 */

/** @type {Readonly<Record<string, string>>} */
const ACTIONS = {
  create: "Extracted",
  edit: "Corrected",
  merge: "Merged",
  split: "Split",
  geocode: "Placed",
  publish: "Published",
  redact: "Details withheld",
  retract: "Withdrawn",
  import: "Imported",
};

/** Members that change with every version and say nothing to a reader. */
const SILENT = new Set(["version", "history", "version_hash", "supersedes", "review"]);
const MOST_FIELDS = 6;

/** @param {string | undefined} action */
export function changeWord(action) {
  return t(ACTIONS[action ?? ""] ?? humanise(action ?? "change"));
}

/**
 * The fields of the record that a revision touched, in words and each once.
 *
 * @param {Revision} revision
 * @returns {string[]} none for the first version, which made them all
 */
export function changedFields({ version, patch }) {
  if (version === 1) return [];
  const names = (patch ?? []).flatMap(({ path }) => {
    const parts = (path ?? "").split("/").filter((part) => part !== "" && part !== "properties");
    const [name = "geometry"] = parts;
    return SILENT.has(name) ? [] : [humanise(name).toLowerCase()];
  });
  const distinct = [...new Set(names)];
  return distinct.length > MOST_FIELDS ? [...distinct.slice(0, MOST_FIELDS), "…"] : distinct;
}
