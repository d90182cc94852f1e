/** The rules of the folders: who may use whom, the one door to Leaflet, and no way for text to become markup. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const WEB = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SRC = join(WEB, "src");
const LONGEST_FILE_LINES = 500;

/** Folder to the folders it may use besides itself. Data flows down: api and model, state, views, wiring. */
const MAY_USE = {
  model: [],
  dom: [],
  api: ["model"],
  state: ["model"],
  map: ["model", "state", "dom"],
  timeline: ["model", "state", "dom"],
  chips: ["model", "state", "dom"],
  panel: ["model", "state", "dom", "chips"],
  card: ["model", "state", "dom"],
  list: ["model", "state", "dom", "chips"],
  legend: ["model", "state", "dom"],
  export: ["model", "state", "dom"],
  header: ["model", "state", "dom"],
  search: ["model", "state", "dom"],
  status: ["model", "state", "dom"],
  shell: ["model", "state", "dom"],
  scores: ["dom"],
  geoparse: ["api", "model", "dom", "map"],
  review: ["api", "model", "state", "dom", "map"],
};

/** Ways by which text becomes markup or code; a strict content security policy does not stop the first four. */
const FORBIDDEN = [
  /\binnerHTML\b/,
  /\bouterHTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bcreateContextualFragment\b|\bDOMParser\b/,
  /\bdocument\.write\b/,
  /\beval\s*\(|\bnew Function\b/,
  /setAttribute\(\s*["']style["']/,
];

const files = readdirSync(SRC, { recursive: true })
  .map((name) => join(SRC, String(name)))
  .filter((name) => name.endsWith(".js"))
  .sort();

/** @param {string} file */
function importsOf(file) {
  const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const imports = /\b(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
  return [...code.matchAll(imports)].map(
    (match) => match[1] ?? match[2],
  );
}

/** @param {string} file folder under src, or "" for main.js */
function folderOf(file) {
  const path = relative(SRC, file).split(/[\\/]/);
  return path.length > 1 ? path[0] : "";
}

/** @param {string} file */
function codeOf(file) {
  return readFileSync(file, "utf8");
}

test("every folder has a rule", () => {
  const folders = new Set(files.map(folderOf).filter((name) => name !== ""));
  assert.deepEqual([...folders].filter((name) => !(name in MAY_USE)), []);
});

test("folders use only what their rule allows", () => {
  const wrong = [];
  for (const file of files) {
    const folder = folderOf(file);
    if (folder === "") continue;
    for (const target of importsOf(file).filter((name) => name.startsWith("."))) {
      const other = folderOf(resolve(dirname(file), target));
      if (other !== folder && !MAY_USE[folder].includes(other)) wrong.push(`${relative(SRC, file)} uses ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("imports are relative files, and Leaflet comes through one door", () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith("."))
      .map((name) => `${relative(SRC, file)} imports ${name}`),
  );
  assert.deepEqual(outside, ["map/leaflet.js imports /webjars/leaflet/1.9.4/dist/leaflet-src.esm.js"].map((one) => join(one)));
});

test("model has no cycles and touches no page", () => {
  const words = /\b(document|window|localStorage|fetch|navigator)\s*[.(]/;
  const guilty = files
    .filter((file) => folderOf(file) === "model")
    .filter((file) => words.test(codeOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")));
  assert.deepEqual(guilty.map((file) => relative(SRC, file)), []);
  assert.deepEqual(cyclesIn(files), []);
});

test("the service worker keeps nothing that was asked with a token, and no stream", () => {
  const code = readFileSync(join(WEB, "sw.js"), "utf8");
  assert.match(code, /headers\.has\("Authorization"\)/);
  assert.match(code, /\/api\/live/);
});

test("text never becomes markup or code", () => {
  const wrong = [];
  for (const file of files) {
    for (const pattern of FORBIDDEN) if (pattern.test(codeOf(file))) wrong.push(`${relative(SRC, file)}: ${pattern}`);
  }
  assert.deepEqual(wrong, []);
});

test("pages hold no inline script, style or foreign address", () => {
  for (const name of readdirSync(WEB).filter((one) => one.endsWith(".html"))) {
    const page = readFileSync(join(WEB, name), "utf8");
    assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)/, `${name} has an inline script`);
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=/, `${name} has an inline style or handler`);
    assert.doesNotMatch(page, /(?:src|href)="(?:https?:)?\/\//, `${name} loads from elsewhere`);
  }
});

test("no file is longer than it should be", () => {
  const css = readdirSync(join(WEB, "css")).map((name) => join(WEB, "css", name));
  const long = [...files, ...css].filter((file) => codeOf(file).split("\n").length > LONGEST_FILE_LINES);
  assert.deepEqual(long.map((file) => relative(WEB, file)), []);
});

/** @param {string[]} all @returns {string[]} one path per cycle found */
function cyclesIn(all) {
  const graph = new Map(
    all.map((file) => [file, importsOf(file).filter((name) => name.startsWith(".")).map((name) => resolve(dirname(file), name))]),
  );
  const done = new Set();
  const found = [];
  /** @param {string} file @param {string[]} path */
  function visit(file, path) {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].map((one) => relative(SRC, one)).join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }
  for (const file of graph.keys()) visit(file, []);
  return found;
}
