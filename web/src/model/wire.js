/**
 * The shapes that the server sends, as far as the page reads them. Only types; every field may be absent, because the
 * page must survive an older or newer server.
 *
 * @typedef {object} Quote words of a report; offsets are code points, end exclusive
 * @property {string} [quote]
 * @property {number} [start]
 * @property {number} [end]
 * @property {string[]} [fields] what these words prove
 *
 * @typedef {object} Source
 * @property {string} [report_id]
 * @property {string | null} [publisher]
 * @property {string | null} [title]
 * @property {string | null} [url]
 * @property {string | null} [archive_url]
 * @property {string | null} [publish_date]
 * @property {string | null} [retrieved_at]
 * @property {string | null} [lang]
 * @property {string | null} [sha256]
 * @property {Quote[]} [evidence]
 *
 * @typedef {object} Claim
 * @property {string} [field]
 * @property {unknown} [value]
 * @property {string} [speaker]
 * @property {string} [party]
 * @property {string} [stance]
 * @property {string | null} [said_on]
 * @property {string} [quote]
 * @property {number} [start]
 * @property {number} [end]
 *
 * @typedef {object} Actor
 * @property {string} [name]
 * @property {string} [role]
 * @property {string} [mention]
 *
 * @typedef {object} Geocode
 * @property {string} [coord_status]
 * @property {{type?: string, anchors?: string[], distance_m?: number | null, bearing_deg?: number | null} | null} [relation]
 * @property {{id?: string | null, name?: string, lat?: number | null, lon?: number | null, admin1?: string,
 *   score?: number | null, reasons?: string[], rejected_because?: string | null, note?: string | null}[]} [candidates]
 * @property {boolean} [ambiguous]
 * @property {boolean} [admin_conflict]
 * @property {string | null} [decision]
 * @property {string | null} [gazetteer_version]
 *
 * @typedef {{low?: number | null, high?: number | null} | null} Range
 *
 * @typedef {object} EventProperties
 * @property {string} [event_id]
 * @property {number} [version]
 * @property {string} [title]
 * @property {string | null} [notes]
 * @property {string} [record_type]
 * @property {number} [map_tier]
 * @property {string | null} [merged_into]
 * @property {string | null} [event_group_id]
 * @property {string | null} [parent_event_id]
 * @property {{type?: string, target?: string}[]} [links]
 * @property {string | null} [date_start]
 * @property {string | null} [date_end]
 * @property {string | null} [date_text]
 * @property {string} [date_basis]
 * @property {string} [temporal_status]
 * @property {string | null} [event_type]
 * @property {string | null} [sub_event_type]
 * @property {string | null} [actor1]
 * @property {string | null} [assoc_actor_1]
 * @property {string | null} [actor2]
 * @property {string | null} [assoc_actor_2]
 * @property {Actor[]} [actors]
 * @property {number | null} [fatalities]
 * @property {number | null} [low]
 * @property {number | null} [best]
 * @property {number | null} [high]
 * @property {Range} [injured]
 * @property {number | null} [captured]
 * @property {number | null} [missing]
 * @property {Range} [displaced]
 * @property {number | null} [attack_count]
 * @property {string | null} [casualty_text]
 * @property {string | null} [location]
 * @property {string | null} [place_text]
 * @property {string | null} [country]
 * @property {string | null} [iso3]
 * @property {string | null} [admin1]
 * @property {string | null} [admin2]
 * @property {number | null} [geo_precision]
 * @property {string | null} [geo_level]
 * @property {number | null} [uncertainty_m]
 * @property {string} [location_basis]
 * @property {Geocode} [geocode]
 * @property {GeoJSON.Geometry | null} [footprint]
 * @property {Claim[]} [claims]
 * @property {string} [certainty]
 * @property {string} [verification_level]
 * @property {number | null} [confidence]
 * @property {Source[]} [sources]
 * @property {number | null} [number_of_sources]
 * @property {number | null} [independent_sources]
 * @property {{status?: string, reviewer?: string | null, reviewed_at?: string | null, reason?: string | null}} [review]
 * @property {{level?: string, reasons?: string[], notice?: string | null, embargo_until?: string | null, release_at?: string | null,
 *   public_uncertainty_m?: number | null, blur?: string | null}} [sensitivity] what was withheld, and why
 * @property {{version?: number, at?: string, by?: string, action?: string, reason?: string | null}[]} [history]
 *
 * @typedef {object} Omission a passage that did not become an event
 * @property {string} quote
 * @property {number} start
 * @property {number} end
 * @property {string} [trap] why, as a code
 * @property {string} [reason] why, in words
 *
 * @typedef {object} Report
 * @property {string} id
 * @property {string} text
 * @property {string | null} [lang]
 * @property {string | null} [publisher]
 * @property {string | null} [title]
 * @property {string | null} [url]
 * @property {string | null} [publish_date]
 * @property {string | null} [collected_at]
 * @property {Omission[]} [not_events]
 *
 * @typedef {object} Landing what `/api` says about the data
 * @property {string | number} [data_version]
 * @property {string} [gazetteer_version]
 * @property {import("./credits.js").Credit[]} [credits]
 * @property {boolean} [sample]
 */
export {};
