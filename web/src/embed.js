/** The map inside another page: map, timeline and status line. A mark opens the whole page, in a window of its own. */
import { createClient } from "./api/client.js";
import { messageOf } from "./api/errors.js";
import { getById, setText } from "./dom/build.js";
import { readPalette } from "./dom/palette.js";
import { createLegend } from "./legend/legend.js";
import { createMapView } from "./map/map-view.js";
import { t } from "./model/messages.js";
import { createActions } from "./state/actions.js";
import { createLoader } from "./state/load.js";
import { followRegions } from "./state/outlines.js";
import { createStore, firstState } from "./state/store.js";
import { readHash, writeHash } from "./state/url-state.js";
import { createNoticeBar, createStatus } from "./status/status.js";
import { createTimeline } from "./timeline/timeline.js";

const root = document.documentElement;
const store = createStore(firstState(readHash(location.hash), { theme: "system", filtersOpen: false, cardOpen: false }, navigator.onLine));
const client = createClient({ fetch: fetch.bind(globalThis), origin: location.origin });
const load = createLoader(store, client, messageOf, () => Date.now());
const own = createActions(store, { load: () => void load() });
const wholePage = (/** @type {string | null} */ selected) => `/${writeHash({ ...store.get().view, selected })}`;
const openWhole = (/** @type {string | null} */ id) => void globalThis.open(wholePage(id), "_blank", "noopener");
/** @type {import("./state/actions.js").Actions} */
const actions = { ...own, select: openWhole, openPile: (ids) => openWhole(ids.length === 1 ? (ids[0] ?? null) : null) };
const system = matchMedia("(prefers-color-scheme: dark)");
let palette = readPalette(root);
const colours = () => palette;
const timeline = createTimeline(getById("timeline"), actions, colours);
const map = createMapView(getById("map"), actions, {
  palette: colours,
  dark: () => system.matches,
  camera: store.get().view.camera,
  language: store.get().view.language,
  coveredBelow: () => 0,
});
const whole = /** @type {HTMLAnchorElement} */ (getById("whole"));
setText(whole, t("Open in Clashmap"));

/** @type {((state: import("./state/store.js").State, before: import("./state/store.js").State | null) => void)[]} */
const views = [
  (state) => {
    root.dataset["status"] = state.domain.status;
    whole.href = wholePage(state.view.selected);
  },
  map.render,
  createLegend(getById("legend"), actions),
  createStatus(getById("status")),
  createNoticeBar(getById("notice"), actions),
  timeline,
];

let rendered = store.get();
let waiting = false;
store.subscribe(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const before = rendered;
    rendered = store.get();
    for (const view of views) view(rendered, before);
  });
});
system.addEventListener("change", () => {
  palette = readPalette(root);
  map.restyle();
  timeline(store.get(), null);
});
followRegions(store, client.outline);
for (const view of views) view(rendered, null);
void load();
