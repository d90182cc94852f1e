/**
 * The kinds of event that the map tells apart by colour: ACLED's event types, with shelling and air strikes split off
 * because they are most of a war's reports. Order is the order of the legend, the stack and every tie.
 */

/**
 * @typedef {object} Kind
 * @property {string} id also the name of its colour, `--kind-<id>`
 * @property {string} label
 * @property {string} letter for readers who cannot use the colour
 */

/** @type {readonly Kind[]} */
export const KINDS = [
  { id: "clash", label: "Armed clash", letter: "C" },
  { id: "shelling", label: "Shelling / missile", letter: "S" },
  { id: "air", label: "Air / drone strike", letter: "A" },
  { id: "explosion", label: "Explosion / mine", letter: "E" },
  { id: "civilians", label: "Violence against civilians", letter: "V" },
  { id: "protest", label: "Protest / riot", letter: "P" },
  { id: "strategic", label: "Strategic / other", letter: "O" },
];

/** @type {Readonly<Record<string, string>>} */
const BY_SUB_TYPE = {
  "Shelling/artillery/missile attack": "shelling",
  "Air/drone strike": "air",
};

/** @type {Readonly<Record<string, string>>} */
const BY_TYPE = {
  Battles: "clash",
  "Explosions/Remote violence": "explosion",
  "Violence against civilians": "civilians",
  Protests: "protest",
  Riots: "protest",
};

/**
 * @param {string | null | undefined} eventType
 * @param {string | null | undefined} subType
 * @returns {string} a kind's id; what the codebook does not know is `strategic`, labelled "other"
 */
export function kindOf(eventType, subType) {
  return BY_SUB_TYPE[subType ?? ""] ?? BY_TYPE[eventType ?? ""] ?? "strategic";
}

/** @param {string} id @returns {Kind} */
export function getKind(id) {
  const kind = KINDS.find((one) => one.id === id);
  if (!kind) throw new RangeError(`no kind of event is called "${id}"`);
  return kind;
}

/** @param {string} id position in {@link KINDS} */
export function kindIndex(id) {
  return KINDS.findIndex((one) => one.id === id);
}
