/**
 * What other methods reach on the same texts with the same way of counting, by section and metric. CLAVIN 3.0.0 ran on the
 * GeoNames places of 500 people and more; "most populous" takes the most populous place of a name; "told the country" looks
 * for the longest match among the places of the right country, which a reader of one line is not told; the ensemble is the
 * released output of seven systems voting (Hu, 2022).
 */

/** @typedef {{ name: string, value: number }} Other */

/** @type {Readonly<Record<string, Readonly<Record<string, readonly Other[]>>>>} */
const OTHERS = {
  lgl: {
    end_to_end_recall: [{ name: "CLAVIN", value: 0.278 }],
    recognition_f1_exact: [{ name: "CLAVIN", value: 0.504 }],
    recognition_f1_overlap: [{ name: "CLAVIN", value: 0.519 }],
    resolution_161km: [
      { name: "CLAVIN", value: 0.582 },
      { name: "most populous", value: 0.59 },
      { name: "ensemble", value: 0.773 },
    ],
  },
  gwn: {
    end_to_end_recall: [{ name: "CLAVIN", value: 0.333 }],
    recognition_f1_exact: [{ name: "CLAVIN", value: 0.495 }],
    recognition_f1_overlap: [{ name: "CLAVIN", value: 0.517 }],
    resolution_161km: [
      { name: "CLAVIN", value: 0.562 },
      { name: "most populous", value: 0.676 },
      { name: "ensemble", value: 0.674 },
    ],
  },
  ucdp_syria_headlines: {
    within_25km: [
      { name: "CLAVIN", value: 0.085 },
      { name: "told the country", value: 0.327 },
    ],
  },
  eyes_on_russia: {
    within_25km_named: [
      { name: "CLAVIN", value: 0.251 },
      { name: "told the country", value: 0.834 },
    ],
  },
  muc4: {
    within_25km: [{ name: "CLAVIN", value: 0.092 }],
  },
};

/** @type {Readonly<Record<string, string>>} */
const TITLES = {
  gold: "Reports coded by hand, which the rules were made with",
  gold_own: "Own invented reports in six languages, coded by hand",
  lgl: "Place names in local US news (LGL)",
  gwn: "Place names in web news (GeoWebNews)",
  muc4: "Wire reports on Latin America, 1988–90 (MUC-4, silver)",
  ucdp_syria_headlines: "Headlines on Syria (UCDP GED)",
  bellingcat_civharm: "Civilian harm in Ukraine (Bellingcat)",
  eyes_on_russia: "Titles of Eyes on Russia",
  viina_strikes_silver: "Ukrainian and Russian headlines of strikes (VIINA, silver)",
};

/** The name of a corpus for readers. @param {string} section such as "lgl.dev" @param {string} otherwise */
export function titleOf(section, otherwise) {
  return TITLES[section.split(".")[0] ?? ""] ?? otherwise;
}

/** @param {string} section such as "lgl.dev" @param {string} metric @returns {readonly Other[]} */
export function othersOf(section, metric) {
  return OTHERS[section.split(".")[0] ?? ""]?.[metric] ?? [];
}
