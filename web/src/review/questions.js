/** What the picker asks for G, T and D, and where its answers come from. */
import { readEvents } from "../model/event.js";
import { shortDate } from "../model/words.js";
import { typesLike } from "./codebook.js";
import { plain } from "./pieces.js";
import { placesNamed, readPlaces } from "./places.js";
import { selectedEvent } from "./state.js";

/** @typedef {import("./picker.js").Option} Option */
/** @typedef {import("../model/place.js").FoundPlace} FoundPlace */

const NEAREST = 50;
const FOUND = 20;
const DUPLICATE_DEGREES = 0.4; // about 30 to 45 km, as far apart as two tellings of one event may be
const DUPLICATE_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * @param {import("./reports.js").DeskStore} store
 * @param {import("./desk.js").Desk} desk
 * @param {import("../api/desk.js").DeskClient} client
 * @param {{centre: () => [number, number], focusDesk: () => void}} world
 */
export function createQuestions(store, desk, client, { centre, focusDesk }) {
  /** @type {AbortController | null} */
  let searching = null;

  /** @param {FoundPlace} place @returns {Option} */
  const option = (place) => ({
    name: place.name,
    about: [place.kind, place.where, place.why].filter((one) => one !== "").join(" · "),
    take() {
      desk.takePlace({ kind: "place", id: place.id, name: place.name, point: [place.point[0], place.point[1]] });
      focusDesk();
    },
  });

  /** @param {string} typed @returns {Promise<Option[] | null>} */
  async function placesLike(typed) {
    searching?.abort();
    const mine = (searching = new AbortController());
    const near = centre().map((degrees) => degrees.toFixed(4)).join(",");
    const nearest = typed.length < 2;
    const query = new URLSearchParams({ near, limit: String(nearest ? NEAREST : FOUND) });
    if (!nearest) query.set("q", typed);
    try {
      const places = readPlaces(await client.places(query, mine.signal), "en");
      if (nearest) store.update("ui", { nearby: places });
      return (nearest ? placesNamed(places, typed) : places).map(option);
    } catch (error) {
      if (mine.signal.aborted) return null;
      throw error;
    }
  }

  /** Events of this report first, then stored ones close in place and time. @param {string} typed @returns {Promise<Option[]>} */
  async function eventsLike(typed) {
    const state = store.get();
    const event = selectedEvent(state);
    if (!event) return [];
    const own = state.domain.events.filter((one) => one.id !== event.id);
    const known = new Set(state.domain.events.map((one) => one.id));
    const stored = readEvents(await client.events(around(event))).events.filter((one) => !known.has(one.id));
    const wanted = typed.toLowerCase();
    return [...own.map((one) => ({ one, where: "in this report" })), ...stored.map((one) => ({ one, where: one.props.sources?.[0]?.publisher ?? "stored" }))]
      .filter(({ one }) => `${one.title} ${one.props.location ?? ""}`.toLowerCase().includes(wanted))
      .map(({ one, where }) => ({
        name: plain(one.title),
        about: [shortDate(one), where].join(" · "),
        take() {
          desk.merge(one.id, one.title);
          focusDesk();
        },
      }));
  }

  return {
    /** @param {import("./state.js").PickerName | null} name @returns {import("./picker.js").Question | null} */
    of(name) {
      switch (name) {
        case "search":
          return { label: "Another place", hint: `Type a name in any alphabet; before that, the ${NEAREST} nearest to the map's centre.`, options: placesLike };
        case "type":
          return {
            label: "Type of event",
            hint: "Type to narrow, arrows and Enter choose.",
            options: (typed) => typesLike(typed).map(({ sub, type }) => ({ name: sub, about: type, take: () => (desk.change({ sub_event_type: sub }), focusDesk()) })),
          };
        case "duplicate":
          return { label: "Duplicate of", hint: "Events of this report, and stored ones within about 30 km and 3 days.", options: eventsLike };
        case null:
          return null;
      }
    },
  };
}

/** @param {import("../model/event.js").ClashEvent} event */
function around({ point, start, end }) {
  const query = new URLSearchParams({ limit: "50", map_tier: "1,2,3" });
  if (point) {
    const [lon, lat] = point;
    const east = DUPLICATE_DEGREES / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
    query.set("bbox", [lon - east, lat - DUPLICATE_DEGREES, lon + east, lat + DUPLICATE_DEGREES].map((one) => one.toFixed(4)).join(","));
  }
  const day = (/** @type {number} */ one) => new Date(one * DAY_MS).toISOString().slice(0, 10);
  if (start !== null && end !== null) query.set("datetime", `${day(start - DUPLICATE_DAYS)}/${day(end + DUPLICATE_DAYS)}`);
  return query;
}
