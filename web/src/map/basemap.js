// The base map that needs no internet: land, borders and waters of Natural Earth on canvas tiles, labels of GeoNames above.

import { DomUtil, GridLayer, Layer } from "./leaflet.js";
import { BasemapLevel } from "./basemap-data.js";
import { drawTile } from "./basemap-draw.js";
import { BasemapLabelLayer } from "./basemap-label-layer.js";
import { parseLabels } from "./basemap-labels.js";
import { PALETTES } from "./basemap-palette.js";

/** @typedef {"light" | "dark"} Theme */

const FOLDER = "/geodata/basemap/";
/** From this zoom on, the many labels of small towns are fetched and shown. */
const NEAR_LABELS_ZOOM = 9;
/** From this zoom on, the level of detail for regions is drawn. */
const REGION_ZOOM = 6;
const TILE_SIZE = 512;
/** Tiles are drawn for so long in one go; then the browser may answer its user. */
const SLICE_MILLISECONDS = 10;
const ATTRIBUTION = "Natural Earth · GeoNames (CC BY 4.0)";
const LABEL_PANE = "basemap-labels";

/** @typedef {{coords: import("./leaflet.js").Coords, canvas: HTMLCanvasElement, done?: () => void}} Job */

/** Canvas tiles at the resolution of the screen. Draws with what is loaded and again when more has come. */
class BasemapTiles extends GridLayer {
  /** @param {Theme} theme */
  constructor(theme) {
    super({ tileSize: TILE_SIZE, updateWhenZooming: false, keepBuffer: 1, className: "basemap-tiles" });
    this.theme = theme;
    /** @type {BasemapLevel | undefined} */
    this.overview = undefined;
    /** @type {BasemapLevel | undefined} */
    this.region = undefined;
    /** @type {Job[]} */
    this.jobs = [];
    this.frame = 0;
  }

  /** @param {import("./leaflet.js").Coords} coords @param {() => void} done */
  createTile(coords, done) {
    const canvas = /** @type {HTMLCanvasElement} */ (DomUtil.create("canvas", "leaflet-tile"));
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(TILE_SIZE * ratio);
    this.add({ coords, canvas, done });
    return canvas;
  }

  onRemove(/** @type {import("./leaflet.js").Map} */ map) {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.jobs = [];
    super.onRemove(map);
    return this;
  }

  /** Draws the tiles that are there again, in place, so that nothing flickers. */
  repaint() {
    const tiles = /** @type {Record<string, {el: HTMLCanvasElement, coords: import("./leaflet.js").Coords}>} */ (
      /** @type {any} */ (this)._tiles
    );
    for (const { el, coords } of Object.values(tiles)) this.add({ coords, canvas: el });
  }

  /** @param {Job} job */
  add(job) {
    this.jobs.push(job);
    if (!this.frame) this.frame = requestAnimationFrame(() => this.work());
  }

  work() {
    this.frame = 0;
    const end = performance.now() + SLICE_MILLISECONDS;
    while (this.jobs.length > 0 && performance.now() < end) {
      const job = /** @type {Job} */ (this.jobs.shift());
      this.paint(job);
      job.done?.();
    }
    if (this.jobs.length > 0) this.frame = requestAnimationFrame(() => this.work());
  }

  /** @param {Job} job */
  paint({ coords, canvas }) {
    const context = canvas.getContext("2d", { alpha: false });
    const level = coords.z >= REGION_ZOOM ? (this.region ?? this.overview) : this.overview;
    if (!context) return;
    const palette = PALETTES[this.theme];
    context.setTransform(canvas.width / TILE_SIZE, 0, 0, canvas.height / TILE_SIZE, 0, 0);
    if (!level) {
      context.fillStyle = palette.sea;
      context.fillRect(0, 0, TILE_SIZE, TILE_SIZE);
      return;
    }
    const world = 256 * 2 ** coords.z;
    const left = coords.x * TILE_SIZE;
    const view = { zoom: coords.z, world, top: coords.y * TILE_SIZE, size: TILE_SIZE };
    // At zoom 0 a tile is two worlds wide; otherwise one pass is enough.
    const first = ((left % world) + world) % world;
    drawTile(context, level, { ...view, left: first }, palette);
  }
}

/** Tiles and labels as one layer. */
class Basemap extends Layer {
  /** @param {{theme: Theme, language: string}} options */
  constructor({ theme, language }) {
    super();
    this.theme = theme;
    this.tiles = new BasemapTiles(theme);
    this.labels = new BasemapLabelLayer({ theme, language, pane: LABEL_PANE });
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
    /** @type {Promise<void> | undefined} */
    this.loadingNear = undefined;
  }

  /** Asked by Leaflet's attribution control; a bare Layer keeps no options of its own. */
  getAttribution() {
    return ATTRIBUTION;
  }

  /** @param {import("./leaflet.js").Map} map */
  onAdd(map) {
    if (!map.getPane(LABEL_PANE)) {
      const pane = map.createPane(LABEL_PANE);
      pane.style.zIndex = "350";
      pane.style.pointerEvents = "none";
    }
    map.addLayer(this.tiles);
    map.addLayer(this.labels);
    this.showSea();
    this.loading ??= this.load();
    map.on("zoomend", this.loadNearLabels, this);
    this.loadNearLabels();
    return this;
  }

  /** @param {import("./leaflet.js").Map} map */
  onRemove(map) {
    map.off("zoomend", this.loadNearLabels, this);
    map.removeLayer(this.labels);
    map.removeLayer(this.tiles);
    return this;
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.tiles.theme = theme;
    this.tiles.repaint();
    this.labels.setTheme(theme);
    this.showSea();
    return this;
  }

  /** @param {string} language a BCP 47 code */
  setLanguage(language) {
    this.labels.setLanguage(language);
    return this;
  }

  /**
   * Land, water, borders and labels of a window, for a picture: at any sharpness, without tiles.
   * @param {CanvasRenderingContext2D} context scaled to CSS pixels
   * @param {{zoom: number, left: number, top: number, width: number, height: number}} view world pixels
   */
  paint(context, { zoom, left, top, width, height }) {
    const level = zoom >= REGION_ZOOM ? (this.tiles.region ?? this.tiles.overview) : this.tiles.overview;
    const palette = PALETTES[this.theme];
    const world = 256 * 2 ** zoom;
    context.fillStyle = palette.sea;
    context.fillRect(0, 0, width, height);
    for (let copy = Math.floor(left / world); level && copy <= Math.floor((left + width) / world); copy += 1) {
      const from = Math.max(0, copy * world - left); // this copy of the world begins here
      const to = Math.min(width, (copy + 1) * world - left);
      const size = Math.max(to - from, height);
      context.save();
      context.beginPath();
      context.rect(from, 0, to - from, height);
      context.clip();
      context.translate(from, 0);
      drawTile(context, level, { zoom, world, left: left + from - copy * world, top, size }, palette);
      context.restore();
    }
    this.labels.paint(context, { zoom: Math.floor(zoom + 0.01), world, left, top, width, height });
  }

  /** Resolves when everything is loaded and drawn; what could not be loaded is said on the console and left out. */
  ready() {
    return Promise.all([this.loading, this.loadingNear]);
  }

  /** The map beyond the poles, and before the first tile, is sea. */
  showSea() {
    if (this._map) this._map.getContainer().style.backgroundColor = PALETTES[this.theme].sea;
  }

  async load() {
    await Promise.all([
      this.attempt("overview.bin", (answer) => answer.arrayBuffer(), (buffer) => {
        this.tiles.overview = new BasemapLevel(buffer);
        this.tiles.repaint();
      }),
      this.attempt("labels.tsv", (answer) => answer.text(), (text) => this.labels.addLabels(parseLabels(text))),
      this.attempt("region.bin", (answer) => answer.arrayBuffer(), (buffer) => {
        this.tiles.region = new BasemapLevel(buffer);
        this.tiles.repaint();
      }),
    ]);
  }

  loadNearLabels() {
    if (this.loadingNear || this._map.getZoom() < NEAR_LABELS_ZOOM) return;
    this.loadingNear = this.attempt("labels-near.tsv", (answer) => answer.text(), (text) =>
      this.labels.addLabels(parseLabels(text)),
    );
  }

  /**
   * One file that fails leaves the map without it, and says so on the console.
   * @template T
   * @param {string} name
   * @param {(answer: Response) => Promise<T>} read
   * @param {(content: T) => void} show
   */
  async attempt(name, read, show) {
    try {
      const answer = await fetch(FOLDER + name);
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      show(await read(answer));
    } catch (error) {
      console.error(`Base map: ${FOLDER}${name} is missing: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/**
 * @param {{theme: Theme, language: string}} options
 * @returns {Basemap}
 */
export function createBasemap({ theme, language }) {
  return new Basemap({ theme, language });
}
