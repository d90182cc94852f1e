/** The list: the same events as the map, and those that no map can show, as a real table. */
import { createChips } from "../chips/chips.js";
import { h, fill } from "../dom/build.js";
import { kindDot } from "../dom/glyphs.js";
import { getKind } from "../model/kinds.js";
import { PRECISIONS } from "../model/precision.js";
import { t } from "../model/messages.js";
import { certaintyWord, countWords, reviewWord, shortDate, withheldWords } from "../model/words.js";
import { selectFiltered } from "../state/selectors.js";
import { COLUMNS, sorted } from "./order.js";

/** @typedef {import("../state/store.js").State} State */
/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("./order.js").Order} Order */

const PAGE_ROWS = 100;

/**
 * @param {HTMLElement} root
 * @param {import("../state/actions.js").Actions} actions
 * @param {(ids: readonly string[]) => void} want asks for the words of light events
 */
export function createList(root, actions, want) {
  /** @type {Order} */
  let order = { column: "date", descending: true };
  let page = 0;
  /** @type {{events: unknown, detailed: number, order: Order, page: number} | null} */
  let shown = null;
  const heading = h("h2", {});
  const chips = createChips(actions, { withClear: true });
  const head = h("tr", {});
  const body = h("tbody", {});
  const pager = h("nav", { class: "pager", "aria-label": "Pages of the list" });
  fill(
    root,
    h("div", { class: "list-head" }, heading, chips.node),
    h("div", { class: "table-wrap" }, h("table", {}, h("caption", { class: "offscreen" }, "Events that match the filters"), h("thead", {}, head), body)),
    pager,
  );

  /** @type {State | null} */
  let latest = null;

  /** @param {State} state */
  function render(state) {
    latest = state;
    if (state.view.mode !== "list") return;
    chips.render(state);
    const { events } = selectFiltered(state);
    if (shown?.events !== events) page = 0;
    const { detailed } = state.domain;
    if (shown && shown.events === events && shown.detailed === detailed && shown.order === order && shown.page === page) {
      markSelected(state.view.selected);
      return;
    }
    shown = { events, detailed, order, page };
    const loading = state.domain.status === "loading" && events.length === 0;
    fill(heading, loading ? "Loading events…" : countWords(events.length, "event"));
    fill(head, COLUMNS.map(headerCell));
    const rows = sorted(events, order).slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
    fill(body, loading ? Array.from({ length: 8 }, skeletonRow) : rows.map(row));
    want(rows.filter((event) => event.light).map((event) => event.id));
    markSelected(state.view.selected);
    renderPager(events.length);
  }

  /** @param {import("./order.js").Column} column */
  function headerCell(column) {
    const active = order.column === column.id;
    const button = h(
      "button",
      {
        type: "button",
        onclick: () => {
          order = { column: column.id, descending: active ? !order.descending : column.id === "date" };
          again();
          // The header was rebuilt under the reader's finger; the focus goes back to it.
          /** @type {HTMLElement | null} */ (head.querySelector(`[data-column="${column.id}"]`))?.focus();
        },
        "data-column": column.id,
      },
      column.label,
      h("span", { class: "arrow", "aria-hidden": "true" }, active ? (order.descending ? "↓" : "↑") : ""),
    );
    const sort = active ? (order.descending ? "descending" : "ascending") : "none";
    return h("th", { scope: "col", "aria-sort": sort, class: `col-${column.id}` }, button);
  }

  /** Rows stay where they are, so that the reader's focus does too. @param {string | null} id */
  function markSelected(id) {
    for (const line of body.querySelectorAll("tr")) {
      const selected = id !== null && line.dataset["event"] === id;
      line.classList.toggle("selected", selected);
      line.querySelector("button")?.setAttribute("aria-current", String(selected));
    }
  }

  /** @param {ClashEvent} event */
  function row(event) {
    const review = reviewWord(event.props.review?.status);
    const precision = PRECISIONS.find((one) => one.id === event.precision)?.short ?? "";
    return h(
      "tr",
      { "data-event": event.id },
      h("td", { class: "col-date" }, shortDate(event)),
      h(
        "td",
        { class: "col-event" },
        h(
          "div",
          { class: "event-cell" },
          kindDot(event.kind),
          h(
            "div",
            {},
            h(
              "button",
              { type: "button", class: "linkish", "data-event": event.id, onclick: () => actions.select(event.id) },
              event.title,
            ),
            h("span", { class: "sub" }, getKind(event.kind).label, h("span", { class: "narrow-place" }, ` · ${placeCell(event)}`)),
          ),
        ),
      ),
      h("td", { class: "col-place" }, placeCell(event)),
      h("td", { class: "col-precision" }, precision),
      h("td", { class: "col-certainty" }, certaintyWord(event.props.certainty)),
      h("td", { class: "col-status" }, h("span", { class: `review ${review.group}`, title: review.label }, `${review.mark} `, h("span", { class: "review-label" }, t(review.label))), withheldMark(event)),
    );
  }

  /** @param {number} total */
  function renderPager(total) {
    const pages = Math.ceil(total / PAGE_ROWS);
    pager.hidden = pages < 2;
    const go = (/** @type {number} */ to) => () => {
      page = to;
      again();
      root.scrollTop = 0;
    };
    fill(
      pager,
      h("button", { type: "button", class: "button", disabled: page === 0, onclick: go(page - 1) }, "Previous"),
      h("span", {}, `Page ${page + 1} of ${pages}`),
      h("button", { type: "button", class: "button", disabled: page + 1 >= pages, onclick: go(page + 1) }, "Next"),
    );
  }

  function again() {
    if (latest) render(latest);
  }

  return render;
}

/** Something was withheld: a word, with the whole sentence for those who ask. @param {ClashEvent} event */
function withheldMark({ props }) {
  const words = withheldWords(props.sensitivity);
  return words && h("span", { class: "sub withheld-mark", title: words }, `⚠ ${t("shown with care")}`, h("span", { class: "offscreen" }, `: ${words}`));
}

/** @param {ClashEvent} event */
function placeCell({ props }) {
  const names = [props.location, props.admin1 !== props.location ? props.admin1 : null].filter(Boolean);
  return names.length > 0 ? names.join(", ") : "—";
}

function skeletonRow() {
  return h("tr", { class: "skeleton-row" }, COLUMNS.map(() => h("td", {}, h("span", { class: "skeleton" }))));
}
