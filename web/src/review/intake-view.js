/** Taking in a report: pasted text, a dropped file, or an address. What was typed is kept until the server has it. */
import { h, setText } from "../dom/build.js";
import { keepIntake, readIntake } from "./drafts.js";
import { createDialog } from "./dialog.js";
import { addressIn, intakeProblem, LARGEST_BYTES, looksLikeHtml, sizeProblem } from "./reports.js";

const WAIT_MS = 300;

/**
 * @param {HTMLElement} root
 * @param {import("./desk.js").Desk} desk
 * @param {(input: import("./reports.js").IntakeInput) => Promise<boolean>} take
 * @param {Storage} storage
 */
export function createIntakeView(root, desk, take, storage) {
  const dialog = createDialog(root, "intake", "New report", () => desk.openDialog(null));
  const text = h("textarea", { id: "intake-text", rows: 12, spellcheck: "false", dir: "auto", "aria-describedby": "intake-note" });
  const published = h("input", { type: "date", id: "intake-published" });
  const publisher = h("input", { type: "text", id: "intake-publisher", maxlength: 120 });
  const lang = h(
    "select",
    { id: "intake-lang" },
    [["", "guess"], ["en", "English"], ["uk", "Ukrainian"], ["ru", "Russian"], ["ar", "Arabic"], ["fr", "French"], ["es", "Spanish"]].map(([value, name]) => h("option", { value: value ?? "" }, name)),
  );
  const asPage = h("input", { type: "checkbox", id: "intake-page" });
  const asPageRow = h("p", { hidden: true }, h("label", { for: "intake-page" }, asPage, " This is the source of a web page: take its text only"));
  const file = h("input", { type: "file", id: "intake-file", accept: ".txt,.html,.htm,.xml,.rss,.jsonl,.eml,.pdf,.docx,text/*" });
  const note = h("p", { id: "intake-note", class: "sub", role: "status" });
  const send = h("button", { type: "submit", class: "button primary" }, "Read it", h("kbd", { "aria-hidden": "true" }, "Ctrl ↵"));
  const form = h(
    "form",
    { class: "intake-form" },
    h("label", { for: "intake-text" }, "Paste the text, or the address of a page"),
    text,
    asPageRow,
    h("div", { class: "field-row" }, field("Published", published), field("Publisher", publisher), field("Language", lang)),
    h("div", { class: "field-row" }, field("Or a file (drop it anywhere)", file), h("span", { class: "gap" }), send),
    note,
  );
  dialog.fill(form);
  const kept = readIntake(storage);
  text.value = kept.text;
  published.value = kept.published;
  publisher.value = kept.publisher;
  lang.value = kept.lang;
  let timer = 0;
  let asked = false; // whether somebody decided on the page's source themselves

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT_MS);
    lookAt();
  });
  text.addEventListener("paste", (event) => {
    // Before the field takes it: to lay out ten megabytes holds a browser up for minutes.
    const problem = sizeProblem(event.clipboardData?.getData("text/plain") ?? "");
    if (!problem) return;
    event.preventDefault();
    fail(problem);
  });
  asPage.addEventListener("change", () => (asked = true));
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) void takeFile(chosen);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });

  function keep() {
    const kept = keepIntake(storage, { text: text.value, published: published.value, publisher: publisher.value, lang: lang.value });
    if (!kept && text.value !== "") setText(note, "This text is too large for this browser to keep. Do not close the page before it was read.");
  }

  function lookAt() {
    const html = looksLikeHtml(text.value);
    asPageRow.hidden = !html;
    if (html && !asked) asPage.checked = true;
    const address = addressIn(text.value);
    const undated = published.value === "" && text.value.trim() !== "" ? "Without the day of publication, “on Tuesday” cannot be dated." : "";
    setText(note, address ? `The page at ${address} will be fetched by the server.` : undated);
  }

  async function submit() {
    clearTimeout(timer);
    keep();
    const problem = intakeProblem(text.value);
    if (problem) return fail(problem);
    const address = addressIn(text.value);
    await give(
      address
        ? { kind: "address", address }
        : { kind: "text", text: text.value, isHtml: !asPageRow.hidden && asPage.checked, published: published.value, publisher: publisher.value.trim(), lang: lang.value },
    );
  }

  /** @param {import("./reports.js").IntakeInput} input */
  async function give(input) {
    setText(note, "Sending…");
    desk.openDialog(null);
    const taken = await take(input);
    if (!taken) {
      setText(note, "It was not taken; what you typed is still here.");
      return;
    }
    if (input.kind === "file") file.value = "";
    else {
      text.value = "";
      published.value = "";
      asked = false;
      asPageRow.hidden = true;
    }
    setText(note, "");
    keep();
  }

  /** @param {File} chosen */
  async function takeFile(chosen) {
    if (chosen.size > LARGEST_BYTES) {
      return fail(`“${chosen.name}” has ${(chosen.size / 1e6).toFixed(1)} MB; the desk takes up to ${LARGEST_BYTES / 1e6} MB. Use ./clashmap ingest FILE for larger ones.`);
    }
    if (chosen.size === 0) return fail(`“${chosen.name}” is empty.`);
    await give({ kind: "file", file: chosen });
  }

  /** @param {string} words */
  function fail(words) {
    setText(note, words);
    desk.say(words, true);
    desk.openDialog("intake");
  }

  return {
    /** @param {boolean} open */
    render(open) {
      const opening = open && !dialog.isOpen();
      dialog.toggle(open);
      if (!opening) return;
      lookAt();
      text.focus();
    },
    takeFile,
    /** @param {string} pasted */
    paste(pasted) {
      const problem = sizeProblem(pasted);
      if (problem) return fail(problem);
      text.value = pasted;
      keep();
      desk.openDialog("intake");
      lookAt();
    },
  };
}

/** @param {string} label @param {HTMLElement} control */
function field(label, control) {
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

/**
 * Files dropped anywhere and text pasted outside of a field go to the intake.
 *
 * @param {Document} document
 * @param {{takeFile: (file: File) => Promise<void>, paste: (text: string) => void}} intake
 * @param {(target: EventTarget | null) => boolean} isTyping
 */
export function listenToDrops(document, intake, isTyping) {
  const body = document.body;
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    body.classList.remove("dropping");
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (file) void intake.takeFile(file);
    else if (text.trim() !== "") intake.paste(text);
  });
  document.addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (file) void intake.takeFile(file);
    else if (text.trim() !== "") intake.paste(text);
  });
}
