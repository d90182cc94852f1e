/** The review desk: wiring only. */
import { createDeskClient } from "../api/desk.js";
import { getById, setText } from "../dom/build.js";
import { createDeskMap } from "../map/desk-map.js";
import { readPreferences } from "../state/preferences.js";
import { createStoreOf } from "../state/store.js";
import { readAddress, writeAddress } from "./address.js";
import { createHeader, createKeyBar, createTabs } from "./bars.js";
import { listenToKeys } from "./commands.js";
import { createConflictView } from "./conflict-view.js";
import { createDesk } from "./desk.js";
import { keepKeysOn, keepToken, readDrafts, readKeysOn, readToken } from "./drafts.js";
import { createEditView } from "./edit-view.js";
import { createEventsView } from "./events-view.js";
import { createFormView } from "./form-view.js";
import { createHelpView } from "./help-view.js";
import { createIntakeView, listenToDrops } from "./intake-view.js";
import { isTyping } from "./keys.js";
import { pictureOf, sightOf } from "./map-picture.js";
import { createOutbox } from "./outbox.js";
import { createPicker } from "./picker.js";
import { createQuestions } from "./questions.js";
import { createQueueView } from "./queue-view.js";
import { createReports } from "./reports.js";
import { createSessionView } from "./session-view.js";
import { initialState } from "./state.js";
import { createTextView } from "./text-view.js";

/** @typedef {import("./state.js").State} State */

const theme = readPreferences(localStorage).theme;
if (theme !== "system") document.documentElement.dataset["theme"] = theme;
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (theme === "system" ? system.matches : theme === "dark");

const address = readAddress(location.hash);
if (address.token) {
  keepToken(sessionStorage, address.token);
  history.replaceState(null, "", location.pathname + writeAddress(address.report, address.event));
}
let token = address.token ?? readToken(sessionStorage);

const start = initialState();
const store = createStoreOf({ ...start, ui: { ...start.ui, drafts: readDrafts(localStorage), keysOn: readKeysOn(localStorage) } });
const client = createDeskClient({ fetch: fetch.bind(globalThis), origin: location.origin, token: () => token });
/** @type {Map<string, {version: number, etag: string}>} as the server named the versions it gave */
const etags = new Map();

const outbox = createOutbox({
  storage: localStorage,
  send: client.write,
  etag({ eventId, version }) {
    if (eventId === null || version === null) return null;
    const known = etags.get(eventId);
    return known?.version === version ? known.etag : `"v${version}"`;
  },
  me: () => store.get().domain.session.name,
  later: (run, milliseconds) => void setTimeout(run, milliseconds),
  onChange: () => store.update("domain", { outbox: outbox.entries(), kept: outbox.isKept() }),
  onDone({ method, reportId, path }, feature, etag) {
    const version = feature?.properties?.version;
    if (etag && typeof feature?.id === "string" && Number.isInteger(version)) etags.set(feature.id, { version, etag });
    const several = method !== "PATCH" || path === "/api/review/places";
    if (!several && feature) reports.replace(feature);
    else if (reportId === store.get().domain.report?.id) void reports.reload();
  },
  onTrouble(status, words) {
    if (status === 412) desk.openDialog("conflict");
    else if (status === 401) store.update("domain", { session: { ...store.get().domain.session, status: "refused", words } });
    else desk.say(status === null || status >= 500 ? `${words}. Your decisions are kept and sent again.` : words, true);
  },
  // One tab sends at a time, where the browser can tell; without that the versions keep a decision from counting twice.
  alone: (work) => (navigator.locks ? navigator.locks.request("clashmap.desk.outbox", { ifAvailable: true }, (lock) => (lock ? work() : undefined)) : work()),
});

const desk = createDesk(store, {
  outbox,
  storage: () => localStorage,
  now: () => Date.now(),
  onSelect: (id) => void reports.loadCandidates(id),
  centre: () => map.centre(),
});
const reports = createReports(store, client, { now: () => Date.now(), say: desk.say, select: desk.select });
const focusDesk = () => getById("form").focus({ preventScroll: true });
const map = createDeskMap(getById("map"), {
  dark: isDark,
  language: "en",
  onPin: (key) => /^\d+$/.test(key) && desk.choose(Number(key)),
  onNearby(id) {
    const place = store.get().ui.nearby.find((one) => one.id === id);
    if (place) desk.takePlace({ kind: "place", id, name: place.name, point: [place.point[0], place.point[1]] });
  },
  onPut: desk.putPin,
  onMoved: () => picker.isAsking() && store.get().ui.picker === "search" && picker.refresh(),
});
system.addEventListener("change", () => map.restyle());

const picker = createPicker(getById("picker"), () => {
  desk.cancel();
  focusDesk();
});
const questions = createQuestions(store, desk, client, { centre: () => map.centre(), focusDesk });
const dialogs = getById("dialogs");
const intake = createIntakeView(dialogs, desk, reports.take, localStorage);

/** @param {string | null} next */
function setToken(next) {
  token = next;
  keepToken(sessionStorage, next);
  void reports.askWho().then(outbox.resume);
}

/** @param {State} state @param {State | null} before */
function renderMap(state, before) {
  const { domain, view, ui } = state;
  const parts = !before || domain.candidates !== before.domain.candidates || domain.events !== before.domain.events || domain.accepted !== before.domain.accepted;
  const changed = parts || view.selected !== before.view.selected || ui.drafts !== before.ui.drafts || ui.moving !== before.ui.moving || ui.nearby !== before.ui.nearby || ui.picker !== before.ui.picker;
  if (!changed) return;
  const picture = pictureOf(state);
  map.show(picture);
  const another = view.selected !== before?.view.selected || (parts && before?.domain.candidates !== domain.candidates && ui.mode === "browse" && ui.picker === null);
  if (another) map.look(sightOf(picture), picture.area);
}

/** The line that is read out, and the part of the address that says what is open. @param {State} state @param {State | null} before */
function renderMessage({ ui, view, domain }, before) {
  if (ui.message !== before?.ui.message) {
    const line = getById("message");
    line.classList.toggle("failed", ui.message?.failed === true);
    setText(line, ui.message?.words ?? "");
  }
  if (view.selected !== before?.view.selected || domain.report !== before?.domain.report) {
    const report = domain.report?.stored ? domain.report.id : null;
    history.replaceState(null, "", location.pathname + writeAddress(report, view.selected));
  }
}

const views = [
  createHeader(getById("header"), desk, reports),
  createSessionView(dialogs, getById("banner"), desk, { setToken, ask: () => void reports.askWho().then(outbox.resume) }),
  createTextView(getById("text"), desk, (report, event) => void reports.open(report, event)),
  createEventsView(getById("events"), desk),
  createFormView(getById("event"), getById("deeds"), getById("map-deeds"), desk, { openConflict: () => desk.openDialog("conflict") }),
  (/** @type {State} */ { ui }) => picker.show(questions.of(ui.picker)),
  createTabs(getById("tabs"), getById("desk"), desk),
  createHelpView(dialogs, desk, (on) => {
    keepKeysOn(localStorage, on);
    store.update("ui", { keysOn: on });
  }),
  createQueueView(dialogs, desk, { open: (report, event) => void reports.open(report, event), load: () => void reports.loadQueue() }),
  createEditView(dialogs, desk),
  createConflictView(dialogs, desk, {
    yieldTo({ key, current }) {
      desk.giveUp(key);
      if (current) reports.replace(current);
    },
    insist: ({ key }, version) => outbox.retry(key, version),
    tryNow: outbox.resume,
  }),
  (/** @type {State} */ { ui }) => intake.render(ui.dialog === "intake"),
  renderMap,
  renderMessage,
];
createKeyBar(getById("keys"), () => desk.openDialog("help"));
store.subscribe((state, before) => views.forEach((view) => view(state, before)));
views.forEach((view) => view(store.get(), null));
listenToKeys(document, store, desk, reports);
listenToDrops(document, intake, isTyping);

addEventListener("online", () => void reports.askWho().then(outbox.resume));
addEventListener("storage", () => store.update("domain", { outbox: outbox.entries() }));
addEventListener("beforeunload", (event) => {
  if (outbox.entries().length > 0 && !outbox.isKept()) event.preventDefault();
});

store.update("domain", { outbox: outbox.entries() });
await reports.askWho();
outbox.resume();
if (address.report) await reports.open(address.report, address.event);
document.documentElement.dataset["status"] = "ready";
