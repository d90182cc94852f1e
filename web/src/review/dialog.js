/** A modal dialog: focus goes in and comes back by the browser's own means, Escape closes it. */
import { h, fill } from "../dom/build.js";

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @param {string} title
 * @param {() => void} onClose
 */
export function createDialog(root, id, title, onClose) {
  const body = h("div", { class: "dialog-body" });
  const close = h("button", { type: "button", class: "button small", onclick: onClose }, "Close");
  const dialog = h("dialog", { id, class: "desk-dialog", "aria-labelledby": `${id}-title` }, h("header", {}, h("h2", { id: `${id}-title` }, title), close), body);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    onClose();
  });
  root.append(dialog);

  return {
    body,
    /** @param {...(import("../dom/build.js").Child | readonly import("../dom/build.js").Child[])} children */
    fill: (...children) => fill(body, ...children),
    isOpen: () => dialog.open,
    /** @param {boolean} open */
    toggle(open) {
      if (open && !dialog.open) dialog.showModal();
      if (!open && dialog.open) dialog.close();
    },
  };
}
