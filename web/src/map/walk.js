/** Walking through the events in view from the centre outwards, for readers who use the keyboard. */
import { anchorOf } from "../model/marks.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */

/**
 * @param {import("./leaflet.js").Map} map
 * @param {() => readonly ClashEvent[]} inView
 */
export function createWalk(map, inView) {
  /** The order of the walk under way; the map may move with each step, the order must not. */
  /** @type {ClashEvent[]} */
  let order = [];
  /** @type {string | null} */
  let last = null;
  return {
    /**
     * @param {1 | -1} direction
     * @param {string | null} current
     * @returns {ClashEvent | null}
     */
    step(direction, current) {
      if (current === null || current !== last) order = fromCentre(map, inView());
      if (order.length === 0) return null;
      const at = order.findIndex((event) => event.id === current);
      const next = at < 0 ? (direction > 0 ? 0 : order.length - 1) : (at + direction + order.length) % order.length;
      const event = order[next] ?? null;
      last = event?.id ?? null;
      return event;
    },
  };
}

/** @param {import("./leaflet.js").Map} map @param {readonly ClashEvent[]} events @returns {ClashEvent[]} */
function fromCentre(map, events) {
  const { lat, lng } = map.getCenter();
  return events
    .map((event) => ({ event, away: distance(event, lng, lat) }))
    .sort((a, b) => a.away - b.away || (a.event.id < b.event.id ? -1 : 1))
    .map((one) => one.event);
}

/** Only its order matters. @param {ClashEvent} event @param {number} lon @param {number} lat */
function distance(event, lon, lat) {
  const anchor = anchorOf(event);
  if (!anchor) return Infinity;
  const east = ((((anchor[0] - lon + 180) % 360) + 360) % 360) - 180;
  return Math.hypot(east * Math.cos((lat * Math.PI) / 180), anchor[1] - lat);
}
