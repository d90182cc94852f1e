/**
 * Offsets on the wire count Unicode code points; JavaScript strings count UTF-16 units. They part at the first emoji or
 * rare letter, so every offset goes through here.
 */

/**
 * @param {string} text
 * @param {number} codePoints
 * @returns {number} index in UTF-16 units, clamped to the text
 */
export function unitIndex(text, codePoints) {
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left -= 1) {
    const code = /** @type {number} */ (text.codePointAt(units));
    units += code > 0xffff ? 2 : 1;
  }
  return units;
}

/**
 * @param {string} text
 * @param {number} start code points
 * @param {number} end code points, exclusive
 */
export function sliceCodePoints(text, start, end) {
  return text.slice(unitIndex(text, start), unitIndex(text, end));
}
