/** Links out of the page. An address from a report is data: only http and https become links, the rest stays text. */
import { h } from "./build.js";

/** @param {string | null | undefined} address @returns {string | null} */
export function webAddress(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * @param {string | null | undefined} address
 * @param {string} text
 * @param {string} [className]
 */
export function safeLink(address, text, className = "") {
  const href = webAddress(address);
  return href
    ? h("a", { href, class: className || null, target: "_blank", rel: "noopener noreferrer nofollow" }, text)
    : h("span", {}, text);
}
