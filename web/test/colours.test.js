/** Contrast after WCAG 2.2: marks 3:1 on land and sea, text 4.5:1 on every ground it stands on, in both themes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PALETTES } from "../src/map/basemap-palette.js";
import { KINDS } from "../src/model/kinds.js";

const css = readFileSync(new URL("../css/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);
const THEMES = /** @type {const} */ (["light", "dark"]);

/** @param {string} hex relative luminance */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} name @param {"light" | "dark"} theme */
function colour(name, theme) {
  const pair = tokens.get(name);
  assert.ok(pair, `tokens.css has no colour ${name}`);
  return pair[theme];
}

test("the measure knows black on white", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
});

test("every kind of event stands out from land and sea", () => {
  for (const theme of THEMES) {
    for (const name of [...KINDS.map((kind) => `--kind-${kind.id}`), "--region"]) {
      for (const ground of ["land", "sea"]) {
        const ratio = contrast(colour(name, theme), PALETTES[theme][ground]);
        assert.ok(ratio >= 3, `${name} on ${theme} ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  }
});

test("a number on a disc can be read", () => {
  for (const theme of THEMES) {
    for (const kind of KINDS) {
      const ratio = contrast(colour(`--kind-${kind.id}`, theme), colour("--on-mark", theme));
      assert.ok(ratio >= 4.5, `${kind.id} ${theme}: ${ratio.toFixed(2)}`);
    }
  }
});

test("text can be read on every ground", () => {
  const texts = ["--text", "--muted", "--accent", "--ok", "--warn", "--bad"];
  for (const theme of THEMES) {
    for (const name of texts) {
      for (const ground of ["--panel", "--raised", "--bg"]) {
        const ratio = contrast(colour(name, theme), colour(ground, theme));
        assert.ok(ratio >= 4.5, `${name} on ${ground} ${theme}: ${ratio.toFixed(2)}`);
      }
    }
    assert.ok(contrast(colour("--text", theme), colour("--evidence", theme)) >= 4.5);
    assert.ok(contrast(colour("--on-accent", theme), colour("--accent", theme)) >= 4.5);
    assert.ok(contrast(colour("--accent", theme), colour("--accent-soft", theme)) >= 4.5);
  }
});

test("before the base map has come, the map is its sea", () => {
  for (const theme of THEMES) assert.equal(colour("--water", theme), PALETTES[theme].sea);
});
