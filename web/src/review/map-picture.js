/** What the map shows for the event at hand. Kept apart from the map, so that it can be tested without one. */
import { candidatesOf } from "./desk.js";
import { plain } from "./pieces.js";
import { selectedEvent } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("../map/desk-map.js").Picture} Picture */

/** @type {Picture} */
const EMPTY = { pins: [], accepted: [], nearby: [], area: null, moving: null, circle: null };

/**
 * @param {State} state
 * @returns {Picture}
 */
export function pictureOf(state) {
  const { domain, ui } = state;
  const nearby = ui.picker === "search" ? ui.nearby.map(({ id, name, kind, point }) => ({ id, point, title: `${name}, ${kind}` })) : [];
  const event = selectedEvent(state);
  const accepted = domain.accepted.map(({ point, name }) => ({ point, title: plain(name) }));
  if (!event) return { ...EMPTY, accepted, nearby };
  const draft = ui.drafts[event.id];
  const chosen = [draft?.place, ...(draft?.also ?? [])].flatMap((one) => (one?.kind === "candidate" ? [one.number] : []));
  const listed = candidatesOf(state, event).filter((one) => one.point !== null);
  const first = draft?.place || draft?.missing ? null : (listed.find((one) => one.rejectedBecause === null)?.number ?? null);
  /** @type {Picture["pins"][number][]} */
  const pins = listed.map((one) => ({
    key: String(one.number),
    point: /** @type {[number, number]} */ (one.point),
    mark: one.number > 9 ? "·" : String(one.number),
    title: plain(one.name),
    chosen: chosen.includes(one.number) || one.number === first,
    faint: one.rejectedBecause !== null,
  }));
  const own = draft?.place && (draft.place.kind === "place" || draft.place.kind === "pin") ? draft.place : null;
  if (own?.point && !ui.moving) pins.push({ key: "own", point: own.point, mark: "✓", title: own.kind === "place" ? plain(own.name) : "Your pin", chosen: true, faint: false });
  // The area belongs to the program's place; once another is chosen it would say something untrue.
  const untouched = !draft?.place && !draft?.missing && !ui.moving;
  const meters = own?.kind === "pin" ? own.meters : event.uncertaintyMeters;
  const at = own?.kind === "pin" ? own.point : untouched ? event.point : null;
  return {
    pins,
    accepted,
    nearby,
    area: untouched ? event.footprint : null,
    moving: ui.moving,
    circle: at && meters && !ui.moving ? { point: at, meters } : null,
  };
}

/** Where to look: what the event may mean; failing that, what was accepted before. @param {Picture} picture */
export function sightOf({ pins, accepted, circle }) {
  const near = pins.filter((one) => !one.faint).map((one) => one.point);
  if (near.length > 0) return near;
  return circle ? [circle.point] : accepted.map((one) => one.point);
}
