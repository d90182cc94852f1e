/** Who is at the desk: the banner that says what a token is missing for, and the place to give one. */
import { h, fill, setText } from "../dom/build.js";
import { createDialog } from "./dialog.js";

/** @typedef {import("./state.js").State} State */

/**
 * @param {HTMLElement} root of dialogs
 * @param {HTMLElement} banner
 * @param {import("./desk.js").Desk} desk
 * @param {{setToken: (token: string | null) => void, ask: () => void}} session
 */
export function createSessionView(root, banner, desk, { setToken, ask }) {
  const dialog = createDialog(root, "session", "Your token", () => desk.openDialog(null));
  const input = h("input", { id: "token", type: "password", autocomplete: "off", spellcheck: "false", size: 40 });
  const now = h("p", { role: "status" });
  const form = h(
    "form",
    { class: "edit-form" },
    now,
    h("div", { class: "field" }, h("label", { for: "token" }, "Token"), input),
    h("p", { class: "sub" }, "The server prints one at its first start; more are made with ./clashmap token add --role reviewer --name NAME. It stays in this tab and is forgotten when the tab is closed."),
    h("div", { class: "buttons" }, h("button", { type: "submit", class: "button primary" }, "Use it"), h("button", { type: "button", class: "button", onclick: () => setToken(null) }, "Forget it")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const token = tokenIn(input.value);
    if (token === "") return setText(now, "Paste a token, or the address that the server printed.");
    input.value = "";
    setToken(token);
    desk.openDialog(null);
  });
  dialog.fill(form);

  const give = () => h("button", { type: "button", class: "button small", onclick: () => desk.openDialog("session") }, "Give a token");

  /** @param {State} state */
  function drawBanner({ domain: { session, secondReader } }) {
    const { status, role, words } = session;
    banner.hidden = status === "asking" || (status === "ready" && !secondReader);
    banner.dataset["status"] = status;
    switch (status) {
      case "none":
        return fill(banner, "You are reading only. Paste a text to see what the program makes of it; nothing is stored. ", give());
      case "weak":
        return fill(banner, `Your token has the role of ${role}: you may add reports, but deciding needs the role of reviewer. `, give());
      case "refused":
        return fill(banner, `Your token was refused: ${words}. Nothing you decided is lost. `, give());
      case "unreachable":
        return fill(banner, `${words}. What you decide is kept here and sent when it is back. `, h("button", { type: "button", class: "button small", onclick: ask }, "Try again"));
      case "ready":
        return fill(banner, secondReader && "Second reader: another’s decision stays hidden until you have given yours; an event is accepted when both agree.");
      case "asking":
        return fill(banner);
    }
  }

  /** @param {State} state @param {State | null} before */
  return (state, before) => {
    const { domain, ui } = state;
    if (domain.session !== before?.domain.session || domain.secondReader !== before?.domain.secondReader) {
      drawBanner(state);
      const { status, role, name } = domain.session;
      setText(now, status === "ready" || status === "weak" ? `You are ${name ?? "known"}, ${role}.` : "No token is in use.");
    }
    dialog.toggle(ui.dialog === "session");
  };
}

/** The token, also out of the whole address that the server printed. @param {string} typed */
export function tokenIn(typed) {
  const text = typed.trim();
  return /[#&]token=([^&\s]+)/.exec(text)?.[1] ?? text;
}
