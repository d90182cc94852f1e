/**
 * The style sheet's colours for canvases. A custom property may hold `light-dark()`, which only a real property resolves,
 * so a hidden probe is asked. Read once per theme, never while drawing.
 */

/**
 * @param {HTMLElement} root inside which the theme holds
 * @returns {(token: string) => string} a colour a canvas understands, for a token such as `--kind-clash`
 */
export function readPalette(root) {
  const probe = document.createElement("i");
  probe.hidden = true;
  root.append(probe);
  /** @type {Map<string, string>} */
  const known = new Map();
  return (token) => {
    let colour = known.get(token);
    if (colour === undefined) {
      probe.style.color = `var(${token})`;
      colour = getComputedStyle(probe).color;
      known.set(token, colour);
    }
    return colour;
  };
}

/**
 * @param {string} colour as a computed style gives it, `rgb(1, 2, 3)`
 * @param {number} alpha
 */
export function withAlpha(colour, alpha) {
  const parts = colour.match(/[\d.]+/g) ?? ["0", "0", "0"];
  return `rgba(${parts.slice(0, 3).join(", ")}, ${alpha})`;
}
