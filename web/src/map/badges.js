/** Badges for events known only by region: per region when near, per country when far; never one over another. */
import { mercatorX, mercatorY } from "../model/geometry.js";
import { formatCount } from "../model/words.js";
import { copiesOf, toPixelX, toPixelY } from "./camera.js";
import { badgeBox } from "./shapes.js";

/** @typedef {import("../model/marks.js").Region} Region */
/** @typedef {import("./shapes.js").Box} Box */
/** @typedef {{words: string, at: import("../model/event.js").LonLat, events: import("../model/event.js").ClashEvent[], area: GeoJSON.Geometry | null}} Badge */

/**
 * @param {readonly Region[]} regions
 * @param {number} zoom
 * @returns {Badge[]} the largest first
 */
export function badgesOf(regions, zoom) {
  const badges = zoom >= 5.5 ? regions.map((region) => regionBadge(region, zoom)) : countryBadges(regions);
  return badges.sort((a, b) => b.events.length - a.events.length || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

/** @param {Region} region @param {number} zoom @returns {Badge} */
function regionBadge({ at, events, area }, zoom) {
  const count = formatCount(events.length);
  return { at, events, area, words: zoom >= 7 ? `${count} in region` : count };
}

/** One per country, where its region with the most events has its badge. @param {readonly Region[]} regions @returns {Badge[]} */
function countryBadges(regions) {
  /** @type {Map<string, Region[]>} */
  const countries = new Map();
  for (const region of regions) countries.set(region.country, [...(countries.get(region.country) ?? []), region]);
  return [...countries.values()].map((group) => {
    const largest = group.reduce((best, one) => (one.events.length > best.events.length ? one : best));
    const events = group.flatMap((one) => one.events);
    return { at: largest.at, events, area: group.length === 1 ? largest.area : null, words: `${formatCount(events.length)} by region only` };
  });
}

const GAP = 3;

/**
 * Each badge at its place or, where another stands, just below it. O(n²) over the badges in view, which are few.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./camera.js").Frame} frame
 * @param {readonly Badge[]} badges
 * @returns {{box: Box, badge: Badge}[]}
 */
export function placeBadges(pen, frame, badges) {
  /** @type {{box: Box, badge: Badge}[]} */
  const placed = [];
  for (const badge of badges) {
    for (const copy of copiesOf(frame)) {
      const box = badgeBox(pen, badge.words, { x: toPixelX(frame, mercatorX(badge.at[0]), copy), y: toPixelY(frame, mercatorY(badge.at[1])) });
      for (let tries = 0; tries < 4; tries += 1) {
        const other = placed.find((one) => overlaps(one.box, box));
        if (!other) break;
        box.y = other.box.y + other.box.height + GAP;
      }
      const seen = box.x < frame.width && box.x + box.width > 0 && box.y < frame.height && box.y + box.height > 0;
      if (seen) placed.push({ box, badge });
    }
  }
  return placed;
}

/** @param {Box} a @param {Box} b */
function overlaps(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
