/** What a reviewer may choose from: the codebook's values with words for them. The server holds the same lists and refuses others. */

/** @type {readonly {id: string, label: string}[]} geo_level, in the order of the keys 1–9 */
export const LEVELS = [
  { id: "exact", label: "The very site" },
  { id: "neighbourhood", label: "Part of a town" },
  { id: "settlement", label: "In the town or village" },
  { id: "settlement_vicinity", label: "Near it" },
  { id: "route", label: "Along a road or line" },
  { id: "front_sector", label: "In a sector of the front" },
  { id: "admin2", label: "Only the district" },
  { id: "admin1", label: "Only the region" },
  { id: "country", label: "Only the country" },
];

/** @param {string | null | undefined} id */
export function levelWords(id) {
  return LEVELS.find((one) => one.id === id)?.label ?? { street: "In the street", admin3: "Only the municipality", sea: "At sea", none: "No place", inherits_parent: "As the event it is part of" }[id ?? ""] ?? "Not said";
}

/** @type {readonly {type: string, subs: readonly string[]}[]} ACLED's event types */
export const TYPES = [
  { type: "Battles", subs: ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"] },
  {
    type: "Explosions/Remote violence",
    subs: ["Shelling/artillery/missile attack", "Air/drone strike", "Remote explosive/landmine/IED", "Suicide bomb", "Grenade", "Chemical weapon"],
  },
  { type: "Violence against civilians", subs: ["Attack", "Abduction/forced disappearance", "Sexual violence"] },
  { type: "Protests", subs: ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"] },
  { type: "Riots", subs: ["Violent demonstration", "Mob violence"] },
  {
    type: "Strategic developments",
    subs: [
      "Arrests",
      "Agreement",
      "Change to group/activity",
      "Disrupted weapons use",
      "Headquarters or base established",
      "Looting/property destruction",
      "Non-violent transfer of territory",
      "Other",
    ],
  },
];

export const TIERS = [
  { id: 1, label: "Default map" },
  { id: 2, label: "Parts, sums, wide areas" },
  { id: 3, label: "Statements, background" },
];

export const ACTOR_ROLES = ["initiator", "target", "participant", "affected", "mediator", "speaker"];

/**
 * Types whose name or group holds what was typed; those whose name begins so come first.
 *
 * @param {string} typed
 * @returns {{sub: string, type: string}[]}
 */
export function typesLike(typed) {
  const wanted = typed.trim().toLowerCase();
  const all = TYPES.flatMap(({ type, subs }) => subs.map((sub) => ({ sub, type })));
  const begins = (/** @type {{sub: string}} */ { sub }) => sub.toLowerCase().startsWith(wanted);
  const holds = (/** @type {{sub: string, type: string}} */ { sub, type }) => `${sub} ${type}`.toLowerCase().includes(wanted);
  return [...all.filter(begins), ...all.filter((one) => !begins(one) && holds(one))];
}
