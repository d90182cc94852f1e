/**
 * The words of the interface in the reader's language. A message is named by its English words, so that the code reads as
 * the page does; a table per language says them otherwise, with the plural forms that the language has. A message that a
 * table lacks stays English rather than empty. Set once, before the first view is built.
 */

/** @typedef {Readonly<Record<string, string | Readonly<Record<string, string>>>>} Messages plural forms by category of CLDR */
/** @typedef {Readonly<Record<string, string | number>>} Values */

/** @type {Messages} */
let table = {};
let language = "en";
let plural = new Intl.PluralRules("en");

/** @param {string} code of the language @param {Messages} messages from English */
export function setMessages(code, messages) {
  table = messages;
  language = code;
  plural = new Intl.PluralRules(code);
}

/** The language of the interface, as a code. */
export function interfaceLanguage() {
  return language;
}

/**
 * @param {string} text in English; `{name}` stands for a value
 * @param {Values} [values]
 */
export function t(text, values = {}) {
  const said = table[text];
  return filled(typeof said === "string" ? said : text, values);
}

/**
 * A message that counts something; `{n}` stands for the number.
 *
 * @param {number} n
 * @param {string} one in English, for one thing
 * @param {string} many in English, for several; the message's name in the tables
 * @param {Values} [values]
 */
export function tn(n, one, many, values = {}) {
  const forms = table[many];
  const said = typeof forms === "object" ? (forms[plural.select(n)] ?? forms["other"]) : undefined;
  return filled(said ?? (n === 1 ? one : many), { n: formatCount(n), ...values });
}

/** @param {number} n thousands parted, whatever the reader's system is set to */
export function formatCount(n) {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, language === "uk" ? "\u00a0" : ",");
}

/** @param {string} text @param {Values} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
