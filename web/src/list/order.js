/** The list's columns and their order. Pure. */
import { newestFirst } from "../model/event.js";
import { kindIndex } from "../model/kinds.js";
import { PRECISIONS } from "../model/precision.js";
import { STATUS_GROUPS } from "../model/words.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {"date" | "event" | "place" | "precision" | "certainty" | "status"} ColumnId */
/** @typedef {{column: ColumnId, descending: boolean}} Order */
/** @typedef {{id: ColumnId, label: string}} Column */

/** @type {readonly Column[]} */
export const COLUMNS = [
  { id: "date", label: "Date" },
  { id: "event", label: "Event" },
  { id: "place", label: "Place" },
  { id: "precision", label: "Precision" },
  { id: "certainty", label: "Certainty" },
  { id: "status", label: "Review" },
];

/** @type {Record<ColumnId, (a: ClashEvent, b: ClashEvent) => number>} ascending */
const COMPARE = {
  date: (a, b) => -newestFirst(a, b),
  event: (a, b) => kindIndex(a.kind) - kindIndex(b.kind) || byText(a.title, b.title),
  place: (a, b) => byText(a.props.location ?? "\uffff", b.props.location ?? "\uffff"),
  precision: (a, b) => rank(PRECISIONS, a.precision) - rank(PRECISIONS, b.precision),
  certainty: (a, b) => byText(a.props.certainty ?? "", b.props.certainty ?? ""),
  status: (a, b) => rank(STATUS_GROUPS, a.status) - rank(STATUS_GROUPS, b.status),
};

/**
 * @param {readonly ClashEvent[]} events
 * @param {Order} order
 * @returns {ClashEvent[]} equal ones newest first in either direction
 */
export function sorted(events, { column, descending }) {
  const sign = descending ? -1 : 1;
  return [...events].sort((a, b) => sign * COMPARE[column](a, b) || newestFirst(a, b));
}

/** Without regard to the reader's locale, so that two readers see the same order. @param {string} a @param {string} b */
function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {readonly {id: string}[]} values @param {string} id */
function rank(values, id) {
  return values.findIndex((one) => one.id === id);
}
