// Labels of the base map on one canvas over the whole view, so that no label is cut at the edge of a tile.

import { Browser, DomUtil, Layer } from "./leaflet.js";
import { namesIn, placeLabels } from "./basemap-labels.js";
import { PALETTES } from "./basemap-palette.js";

/** @typedef {import("./basemap-labels.js").Label} Label */
/** @typedef {import("./basemap-labels.js").LabelStyle} LabelStyle */
/** @typedef {import("./basemap-labels.js").PlacedLabel} PlacedLabel */
/** @typedef {import("./basemap-palette.js").Palette} Palette */

/** How far the canvas reaches over the view, as a share of its size, so that a pan has something to show. */
const PADDING = 0.25;

/** @type {Record<LabelStyle, {size: number, weight: number, italic?: boolean, spacing?: number, upper?: boolean}>} */
const STYLES = {
  n: { size: 12, weight: 600, spacing: 1, upper: true },
  c: { size: 13, weight: 700 },
  b: { size: 13, weight: 600 },
  m: { size: 12, weight: 500 },
  s: { size: 11.5, weight: 400 },
  o: { size: 12, weight: 400, italic: true, spacing: 0.4 },
};

export class BasemapLabelLayer extends Layer {
  /** @param {{theme: "light" | "dark", language: string, pane: string}} options */
  constructor(options) {
    super({ pane: options.pane });
    this.theme = options.theme;
    this.nameOf = namesIn(options.language);
    /** @type {Label[]} */
    this.labels = [];
    /** @type {Map<string, {width: number, height: number}>} */
    this.sizes = new Map();
    this.frame = 0;
  }

  /** Adds labels; those of lower zooms stay first. @param {Label[]} labels */
  addLabels(labels) {
    this.labels = [...this.labels, ...labels].sort((a, b) => a.zoom - b.zoom);
    this.draw();
  }

  /** @param {"light" | "dark"} theme */
  setTheme(theme) {
    this.theme = theme;
    this.draw();
  }

  /** @param {string} language */
  setLanguage(language) {
    this.nameOf = namesIn(language);
    this.draw();
  }

  /** @param {import("./leaflet.js").Map} map */
  onAdd(map) {
    this.canvas = /** @type {HTMLCanvasElement} */ (DomUtil.create("canvas", "basemap-labels leaflet-zoom-animated"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.canvas.style.pointerEvents = "none";
    this.family = getComputedStyle(map.getContainer()).fontFamily;
    this.sizes.clear();
    this.getPane()?.append(this.canvas);
    this.draw();
    return this;
  }

  onRemove() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas?.remove();
    return this;
  }

  /** @returns {any} Leaflet's types do not know the zoomanim event here */
  getEvents() {
    return {
      move: () => this.drawIfBeyond(),
      moveend: () => this.draw(),
      viewreset: () => this.draw(),
      resize: () => this.draw(),
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (/** @type {{center: import("./leaflet.js").LatLng, zoom: number}} */ event) =>
        this.follow(event.center, event.zoom),
    };
  }

  /** While the map zooms, the canvas is only stretched; it is drawn anew when the zoom has ended. */
  /** @param {import("./leaflet.js").LatLng} center @param {number} zoom */
  follow(center, zoom) {
    if (!this.canvas || !this.drawn) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.drawn.zoom);
    const half = map.getSize().multiplyBy(0.5 + PADDING);
    const centre = map.project(this.drawn.center, zoom);
    const offset = half.multiplyBy(-scale).add(centre).subtract(
      /** @type {any} */ (map)._getNewPixelOrigin(center, zoom),
    );
    if (Browser.any3d) DomUtil.setTransform(this.canvas, offset, scale);
    else DomUtil.setPosition(this.canvas, offset);
  }

  /** A drag past the edge of the canvas draws it anew, at most once a frame. */
  drawIfBeyond() {
    if (!this.drawn || this.frame) return;
    const moved = this._map
      .latLngToContainerPoint(this.drawn.center)
      .subtract(this._map.getSize().divideBy(2));
    const size = this._map.getSize().multiplyBy(PADDING * 0.8);
    if (this._map.getZoom() === this.drawn.zoom && (Math.abs(moved.x) > size.x || Math.abs(moved.y) > size.y)) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.draw();
      });
    }
  }

  draw() {
    const map = this._map;
    const context = this.canvas?.getContext("2d");
    if (!map || !this.canvas || !context) return;
    const zoom = map.getZoom();
    const size = map.getSize();
    const pad = size.multiplyBy(PADDING).round();
    const full = size.add(pad.multiplyBy(2));
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(full.x * ratio);
    this.canvas.height = Math.round(full.y * ratio);
    this.canvas.style.width = `${full.x}px`;
    this.canvas.style.height = `${full.y}px`;
    DomUtil.setTransform(this.canvas, map.containerPointToLayerPoint(pad.multiplyBy(-1)), 1);
    this.drawn = { center: map.getCenter(), zoom };
    const corner = map.getPixelBounds().min?.subtract(pad);
    if (!corner) return;
    const view = { zoom: Math.floor(zoom + 0.01), world: 256 * 2 ** zoom, left: corner.x, top: corner.y };
    context.scale(ratio, ratio);
    this.paint(context, { ...view, width: full.x, height: full.y });
  }

  /**
   * The labels of any window of the world on any canvas.
   * @param {CanvasRenderingContext2D} context scaled to CSS pixels
   * @param {{zoom: number, world: number, left: number, top: number, width: number, height: number}} view
   */
  paint(context, view) {
    const placed = placeLabels(this.labels, view, this.nameOf, (text, style) => this.measure(context, text, style));
    const palette = PALETTES[this.theme];
    for (const label of placed) this.drawDot(context, label, palette);
    for (const label of placed) this.drawText(context, label, palette);
  }

  /** @param {CanvasRenderingContext2D} context @param {LabelStyle} style */
  setFont(context, style) {
    const { size, weight, italic, spacing } = STYLES[style];
    context.font = `${italic ? "italic " : ""}${weight} ${size}px ${this.family}`;
    if ("letterSpacing" in context) context.letterSpacing = `${spacing ?? 0}px`;
  }

  /** @param {CanvasRenderingContext2D} context @param {string} text @param {LabelStyle} style */
  measure(context, text, style) {
    const key = style + text;
    let size = this.sizes.get(key);
    if (!size) {
      this.setFont(context, style);
      size = { width: context.measureText(written(text, style)).width, height: STYLES[style].size * 1.25 };
      this.sizes.set(key, size);
    }
    return size;
  }

  /** @param {CanvasRenderingContext2D} context @param {PlacedLabel} placed @param {Palette} palette */
  drawDot(context, { label, dotX, dotY, centred }, palette) {
    if (centred) return;
    const radius = label.style === "s" ? 1.6 : label.style === "m" ? 2 : 2.4;
    context.beginPath();
    context.arc(dotX, dotY, radius, 0, 2 * Math.PI);
    context.fillStyle = palette.dot;
    context.fill();
    if (label.style === "c") {
      context.beginPath();
      context.arc(dotX, dotY, radius + 1.8, 0, 2 * Math.PI);
      context.strokeStyle = palette.dot;
      context.lineWidth = 1;
      context.stroke();
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {PlacedLabel} placed @param {Palette} palette */
  drawText(context, { label, lines, x, y, centred }, palette) {
    const { style } = label;
    this.setFont(context, style);
    context.textAlign = centred ? "center" : "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = style === "o" ? palette.sea : palette.halo;
    context.lineWidth = 3;
    context.fillStyle =
      style === "o"
        ? palette.water
        : style === "n"
          ? palette.nation
          : style === "c" || style === "b"
            ? palette.city
            : palette.town;
    const step = STYLES[style].size * 1.25;
    lines.forEach((line, i) => {
      const at = y + (i - (lines.length - 1) / 2) * step;
      context.strokeText(written(line, style), x, at);
      context.fillText(written(line, style), x, at);
    });
  }
}

/** @param {string} text @param {LabelStyle} style */
const written = (text, style) => (STYLES[style].upper ? text.toLocaleUpperCase() : text);
