/** From keys to deeds. Keys reach the desk only when nobody types, no dialog is open and single keys are switched on. */
import { commandOf, isTyping } from "./keys.js";

/**
 * @param {Document} document
 * @param {import("./reports.js").DeskStore} store
 * @param {import("./desk.js").Desk} desk
 * @param {{skip: () => Promise<void>}} reports
 */
export function listenToKeys(document, store, desk, reports) {
  /** @type {Record<string, (command: import("./keys.js").Command) => void>} */
  const deeds = {
    next: () => (store.get().ui.mode === "insert" ? desk.stepSentence(1) : desk.next()),
    previous: () => (store.get().ui.mode === "insert" ? desk.stepSentence(-1) : desk.previous()),
    accept: desk.accept,
    reject: desk.askReason,
    reason: ({ number = 0 }) => desk.reject(number),
    choose: ({ number = 0 }) => desk.choose(number),
    also: ({ number = 0 }) => desk.also(number),
    search: () => desk.openPicker("search"),
    type: () => desk.openPicker("type"),
    duplicate: () => desk.openPicker("duplicate"),
    move: desk.startMoving,
    nudge: ({ east = 0, north = 0 }) => desk.nudge(east, north),
    radius: ({ by = 0 }) => desk.widen(by),
    keep: desk.keepPin,
    missing: desk.toggleMissing,
    precision: desk.askPrecision,
    level: ({ number = 0 }) => desk.setLevel(number),
    edit: () => desk.openDialog("edit"),
    split: () => desk.openDialog("split"),
    insert: desk.startInsert,
    take: () => desk.takeSentence(),
    undo: desk.undo,
    paste: () => desk.openDialog("intake"),
    queue: () => desk.openDialog("queue"),
    skip: () => void reports.skip(),
    cancel: desk.cancel,
    help: () => desk.openDialog("help"),
  };

  // Before the map hears them: in a move the arrows are the pin's.
  document.addEventListener(
    "keydown",
    (event) => {
      const { ui } = store.get();
      if (event.defaultPrevented || ui.dialog !== null || isTyping(event.target)) return;
      if (event.isComposing) return;
      const command = commandOf(event, ui.mode);
      if (!command) return;
      const single = event.key !== "Escape" && ui.mode === "browse";
      if (single && !ui.keysOn && command.name !== "help") return;
      const deed = deeds[command.name];
      if (!deed) return;
      event.preventDefault();
      event.stopPropagation();
      deed(command);
    },
    { capture: true },
  );
}
