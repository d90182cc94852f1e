/** The record's fields as a list of terms: each with its precision in words. */
import { h } from "../dom/build.js";
import { precisionWords } from "../model/precision.js";
import {
  certaintyWord,
  confidenceWord,
  dateBasisWords,
  dateWords,
  formatCount,
  humanise,
  rangeFigure,
  recordWord,
  verificationWord,
} from "../model/words.js";

/** @typedef {import("../model/event.js").ClashEvent} ClashEvent */
/** @typedef {import("../dom/build.js").Child} Child */

/** @param {ClashEvent} event */
export function factsOf(event) {
  const { props } = event;
  /** @type {[string, Child | Child[]][]} */
  const rows = [
    ["Place as written", props.place_text ? `“${props.place_text}”` : "not stated"],
    ["Resolved to", resolvedTo(event)],
    ["How exact", precisionWords(event)],
    ["When", [dateWords(event), sub(dateBasisWords(props))]],
    ["Certainty", [certaintyWord(props.certainty), sub(verificationWord(props.verification_level))]],
    ["Kind of record", recordWord(props.record_type)],
    ["Actors", actors(event)],
    ["Numbers", numbers(event)],
    ["Machine's trust", confidence(props.confidence)],
    ["Note", props.notes],
  ];
  return h(
    "dl",
    { class: "facts" },
    rows
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value))),
  );
}

/** @param {string} text */
function sub(text) {
  return text ? h("span", { class: "sub" }, text) : null;
}

/** @param {ClashEvent} event */
function resolvedTo({ props, precision }) {
  const parts = [props.location, props.admin2, props.admin1, props.country];
  const names = parts.filter((name, i) => name && parts.indexOf(name) === i);
  if (names.length === 0) return precision === "none" ? "no place of its own" : "not named";
  const conflict = props.geocode?.admin_conflict ? sub("The region named in the text differs from this place's region.") : null;
  return [names.join(", "), conflict];
}

/** @param {ClashEvent} event */
function actors({ props }) {
  const listed = (props.actors ?? []).filter((one) => one.name);
  if (listed.length > 0) {
    return h(
      "ul",
      { class: "plain" },
      listed.map((one) =>
        h(
          "li",
          {},
          one.name,
          sub([one.role && humanise(one.role).toLowerCase(), one.mention && `as written: “${one.mention}”`].filter(Boolean).join(" · ")),
        ),
      ),
    );
  }
  const pair = [
    [props.actor1, props.assoc_actor_1],
    [props.actor2, props.assoc_actor_2],
  ].filter(([name]) => name);
  if (pair.length === 0) return "not stated in the text";
  return h("ul", { class: "plain" }, pair.map(([name, associate]) => h("li", {}, name, sub(associate ? `with ${associate}` : ""))));
}

/** Words of the text first, the parsed figure beside them. @param {ClashEvent} event */
function numbers({ props }) {
  const deaths = (props.high ?? 0) > 0 || (props.fatalities ?? 0) > 0;
  const figures = [
    deaths ? figure("killed", rangeFigure({ low: props.low ?? props.fatalities ?? null, high: props.high ?? props.fatalities ?? null })) : null,
    figure("injured", rangeFigure(props.injured)),
    figure("captured", props.captured === null || props.captured === undefined ? null : formatCount(props.captured)),
    figure("missing", props.missing === null || props.missing === undefined ? null : formatCount(props.missing)),
    figure("displaced", rangeFigure(props.displaced)),
    figure("attacks", props.attack_count === null || props.attack_count === undefined ? null : formatCount(props.attack_count)),
  ].filter((one) => one !== null);
  if (figures.length === 0) return props.casualty_text ? `“${props.casualty_text}”` : "none stated";
  return [figures.join(" · "), sub(props.casualty_text ? `as written: “${props.casualty_text}”` : "")];
}

/** @param {string} name @param {string | null} value */
function figure(name, value) {
  return value === null ? null : `${value} ${name}`;
}

/** @param {number | null | undefined} share */
function confidence(share) {
  if (share === null || share === undefined) return null;
  return h("details", { class: "inline" }, h("summary", {}, confidenceWord(share)), `${Math.round(share * 100)} %`);
}
