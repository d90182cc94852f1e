/** How this version came about. */
import { h } from "../dom/build.js";
import { humanise } from "../model/words.js";

/** @param {import("../model/event.js").ClashEvent} event */
export function historyOf({ props }) {
  const changes = props.history ?? [];
  if (changes.length < 2) return null; // "created" alone tells a reader nothing
  return h(
    "details",
    { class: "more card-section" },
    h("summary", {}, `History (${changes.length})`),
    h(
      "ol",
      { class: "plain" },
      changes.map((one) =>
        h("li", {}, `${humanise(one.action ?? "change")} by ${one.by ?? "unknown"}`, h("span", { class: "sub" }, [one.at?.slice(0, 10), one.reason].filter(Boolean).join(" · "))),
      ),
    ),
  );
}
