/** The headline figures as sentences for readers who do not know what a recall is. Only what was measured, rounded to whole ones. */

/** @typedef {import("./page.js").Section} Section */

/** @param {Section | undefined} section @param {string} name */
function metric(section, name) {
  return section?.metrics.find((one) => one.name === name) ?? null;
}

/** @param {number} share */
function ofHundred(share) {
  return Math.round(share * 100);
}

/**
 * @param {readonly Section[]} sections
 * @returns {{claim: string, basis: string}[]} those whose figures are there
 */
export function plainSentences(sections) {
  const named = (/** @type {string} */ name) => sections.find((one) => one.name.split(".")[0] === name);
  /** @type {{claim: string, basis: string}[]} */
  const found = [];
  for (const [name, texts] of /** @type {const} */ ([
    ["gold_own", "invented reports in six languages, most of them read since to extend the rules"],
    ["gold", "reports that the rules were first made with, so the best case"],
  ])) {
    const section = named(name);
    const recall = metric(section, "event_recall");
    const precision = metric(section, "event_precision");
    if (!section || !recall || !precision) continue;
    found.push({
      claim: `Of 100 events that a person finds in a report, the program finds ${ofHundred(recall.value)}. Of 100 it reports, ${ofHundred(precision.value)} are right.`,
      basis: `${section.records} ${texts}; ${recall.of} events`,
    });
  }
  const traps = metric(named("gold_own") ?? named("gold"), "trap_rate");
  if (traps) {
    found.push({
      claim: `Of 100 passages that sound like an event and are none – denied, feared, long past – it takes ${ofHundred(traps.value)} for one.`,
      basis: `${traps.of.toLocaleString("en")} such passages`,
    });
  }
  const forbidden = metric(named("gold_own"), "forbidden_points");
  if (forbidden) {
    const marks = Math.round(forbidden.value);
    found.push({
      claim: `${marks === 0 ? "Not once did it put" : `It put ${marks} times`} a mark on the map where the text gives no place for one.`,
      basis: `${forbidden.of.toLocaleString("en")} coded events`,
    });
  }
  const sure = metric(named("lgl"), "called_90");
  if (sure) {
    found.push({
      claim: `When it is at least 90 % sure of a place, it is right in ${ofHundred(sure.value)} of 100 cases.`,
      basis: `${sure.of.toLocaleString("en")} place names in local US news`,
    });
  }
  return found;
}
