/** Copies text and says so on the button that was pressed. */

/**
 * @param {HTMLElement} button whose label changes for a moment
 * @param {HTMLElement} label inside the button
 * @param {string} text
 */
export async function copyFrom(button, label, text) {
  const before = button.dataset["label"] ?? label.textContent ?? "";
  button.dataset["label"] = before;
  label.textContent = (await copied(text)) ? "Copied" : "Not copied";
  setTimeout(() => {
    label.textContent = before;
  }, 1600);
}

/** @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}

/** For pages on plain http, where the clipboard interface is missing. @param {string} text */
function copiedByCommand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "offscreen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
