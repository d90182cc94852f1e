/** The desk's address: which report and event are open. A token may come in with it and never stays in it. */

/**
 * @param {string} hash with or without its `#`
 * @returns {{token: string | null, report: string | null, event: string | null}}
 */
export function readAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const one = (/** @type {string} */ key) => parts.get(key) || null;
  return { token: one("token"), report: one("report"), event: one("event") };
}

/**
 * @param {string | null} report
 * @param {string | null} event
 * @returns {string} empty when nothing is open
 */
export function writeAddress(report, event) {
  if (!report) return "";
  const parts = new URLSearchParams({ report });
  if (event) parts.set("event", event);
  return `#${parts}`;
}
