/** Wiring only: state, server and views are made here and joined; nothing is decided here. */
import { createClient } from "./api/client.js";
import { messageOf } from "./api/errors.js";
import { createCard } from "./card/card.js";
import { getById } from "./dom/build.js";
import { readPalette } from "./dom/palette.js";
import { createExport } from "./export/menu.js";
import { createHeader } from "./header/header.js";
import { createLegend } from "./legend/legend.js";
import { createList } from "./list/list.js";
import { createMapView } from "./map/map-view.js";
import { createFilters } from "./panel/filters.js";
import { createSearch } from "./search/search.js";
import { createActions } from "./state/actions.js";
import { followDetails } from "./state/details.js";
import { createLoader } from "./state/load.js";
import { followRegions } from "./state/outlines.js";
import { keepPreferences, readPreferences } from "./state/preferences.js";
import { createStore, firstState } from "./state/store.js";
import { readHash } from "./state/url-state.js";
import { syncAddress } from "./state/url-sync.js";
import { createNoticeBar, createStatus } from "./status/status.js";
import { createShell } from "./shell/shell.js";
import { createTimeline } from "./timeline/timeline.js";

const root = document.documentElement;
const preferences = readPreferences(localStorage);
const store = createStore(firstState(readHash(location.hash), preferences, navigator.onLine));
const client = createClient({ fetch: fetch.bind(globalThis), origin: location.origin });
const load = createLoader(store, client, messageOf, () => Date.now());
const actions = createActions(store, { load: () => void load() });
const wantDetails = followDetails(store, client.details);
const address = syncAddress(store, window);
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => {
  const { theme } = store.get().ui;
  return theme === "system" ? system.matches : theme === "dark";
};

const shell = createShell(document, actions);
shell.render(store.get(), null);
let palette = readPalette(root);
const colours = () => palette;
const timeline = createTimeline(getById("timeline"), actions, colours);
const map = createMapView(getById("map"), actions, {
  palette: colours,
  dark: isDark,
  camera: store.get().view.camera,
  language: store.get().view.language,
  coveredBelow: shell.coveredBelow,
});
const card = createCard(getById("card"), actions, {
  report: client.report,
  history: client.history,
  permalink: address.permalink,
  dataVersion: address.dataVersion,
});
const exporting = createExport({
  state: store.get,
  permalink: address.permalink,
  picture: map.picture,
  palette: colours,
  whole: async (events) => {
    await wantDetails(events.filter((one) => one.light).map((one) => one.id));
    return events;
  },
});
const header = createHeader(getById("header"), actions, address.permalink, exporting.node);
const search = createSearch(getById("search"), actions, { places: client.places, place: client.place, messageOf });
// The card before the list: it notes where the focus was.
const views = [
  shell.render,
  header,
  search,
  createFilters(getById("filters"), actions),
  map.render,
  createLegend(getById("legend"), actions),
  card,
  createList(getById("list"), actions, (ids) => void wantDetails(ids).catch(() => {})),
  createStatus(getById("status")),
  createNoticeBar(getById("notice"), actions),
  timeline,
];

/** @typedef {import("./state/store.js").State} State */

/** @param {State} state @param {State | null} before */
function render(state, before) {
  if (before && state.ui.theme !== before.ui.theme) restyle(state);
  for (const view of views) view(state, before);
  if (state.ui !== before?.ui) keepPreferences(localStorage, state.ui);
}

/** @param {State} state */
function restyle(state) {
  shell.render(state, null);
  palette = readPalette(root);
  map.restyle();
}

system.addEventListener("change", () => {
  const state = store.get();
  restyle(state);
  timeline(state, null);
});

for (const name of ["online", "offline"]) {
  addEventListener(name, () => {
    store.update("ui", { online: navigator.onLine });
    if (navigator.onLine && (store.get().domain.kept || store.get().domain.status === "failed")) void load();
  });
}

let rendered = store.get();
let waiting = false;

/** Many changes within a frame are one round of rendering. */
function renderSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const before = rendered;
    rendered = store.get();
    if (rendered !== before) render(rendered, before);
  });
}

followRegions(store, client.outline);
// Without a service worker the page works the same, as long as there is a connection.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
store.subscribe(renderSoon);
render(rendered, null);
void load();
