/** Small events for tests, in the shape of the wire. */
import { readEvents } from "../src/model/event.js";

/**
 * @param {Record<string, unknown>} [properties]
 * @param {object | null} [geometry]
 */
export function feature(properties = {}, geometry = { type: "Point", coordinates: [37.55, 48.35] }) {
  return {
    type: "Feature",
    id: properties.event_id ?? "e1",
    geometry,
    properties: {
      event_id: "e1",
      version: 1,
      title: "Clash",
      map_tier: 1,
      event_type: "Battles",
      sub_event_type: "Armed clash",
      date_start: "2025-04-08",
      date_end: "2025-04-08",
      geo_level: "settlement",
      geo_precision: 1,
      location: "Tarasivka",
      location_basis: "stated",
      review: { status: "machine" },
      ...properties,
    },
  };
}

/** @param {Record<string, unknown>} [properties] @param {object | null} [geometry] */
export function event(properties, geometry) {
  const [read] = readEvents({ features: [feature(properties, geometry)] }).events;
  return read;
}

/** @param {...Record<string, unknown>} all one event each, with ids of their own unless given */
export function events(...all) {
  return all.map((properties, i) => event({ event_id: `e${i + 1}`, ...properties }));
}

/** @param {number} west @param {number} south @param {number} east @param {number} north */
export function box(west, south, east, north) {
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
