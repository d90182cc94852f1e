// Reading of the base map's files: levels of detail cut into cells (format "CMB1", see geodata/basemap/README.md).
// Pure: no DOM, no Leaflet. Cells are decoded when first asked for, a few milliseconds each.

/** Kinds of lines and areas in the order in which a cell stores them. */
export const KINDS = /** @type {const} */ ([
  "land",
  "lake",
  "river",
  "stream",
  "admin1",
  "admin1Small",
  "country",
  "disputed",
]);

/** @typedef {(typeof KINDS)[number]} Kind */

/**
 * Parts of one kind in one cell. Coordinates are fractions of the width of the world in Web Mercator, counted from the
 * cell's own origin so that 32 bits are exact enough for every zoom.
 * @typedef {object} Parts
 * @property {Float32Array} xy x, y of all parts one after the other; y grows southwards
 * @property {Uint32Array} starts first vertex of each part, and the number of vertices at the end
 * @property {Float32Array} boxes west, north, east, south of each part
 */

/**
 * @typedef {object} Cell
 * @property {number} x0 western edge, a fraction of the world
 * @property {number} y0 northern edge
 * @property {number} x1 eastern edge
 * @property {number} y1 southern edge
 * @property {Record<Kind, Parts>} parts
 * @property {Parts} coast shores of land and lakes, without the edges that only the cutting made
 */

const MAGIC = "CMB1";
const LAST_LATITUDE = 85.06;

/**
 * The place of a latitude on the Web Mercator square: 0 at the northern end, 1 at the southern.
 * @param {number} latitude in degrees
 */
export function mercatorY(latitude) {
  const sine = Math.sin((Math.max(-89.9, Math.min(89.9, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Reads variable-length integers (LEB128) front to back. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  unsigned() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      if (this.at >= this.bytes.length) throw new RangeError("base map file ends too early");
      byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value >>> 0;
  }

  signed() {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }
}

/** One level of detail. Keeps what it has decoded. */
export class BasemapLevel {
  /** @param {ArrayBuffer} buffer the whole file */
  constructor(buffer) {
    const bytes = new Uint8Array(buffer);
    if (String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) {
      throw new Error("not a base map file: it does not begin with " + MAGIC);
    }
    const reader = new Reader(bytes, 4);
    this.cellDegrees = reader.unsigned();
    this.unitsPerDegree = reader.unsigned();
    this.overlap = reader.unsigned();
    this.columns = 360 / this.cellDegrees;
    this.bytes = bytes;
    /** @type {Map<number, {column: number, row: number, at: number}>} */
    this.directory = new Map();
    /** @type {Map<number, Cell>} */
    this.decoded = new Map();
    const count = reader.unsigned();
    const entries = [];
    for (let i = 0; i < count; i++) {
      entries.push({ column: reader.unsigned(), row: reader.unsigned(), length: reader.unsigned() });
    }
    let at = reader.at;
    for (const { column, row, length } of entries) {
      this.directory.set(row * this.columns + column, { column, row, at });
      at += length;
    }
    if (at !== bytes.length) throw new RangeError(`base map file has ${bytes.length} bytes, its directory says ${at}`);
  }

  /**
   * The cells that meet a box given in fractions of the world; west to east, then south to north.
   * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
   * @returns {Cell[]}
   */
  cells(x0, y0, x1, y1) {
    const cells = [];
    const first = Math.max(0, Math.floor(x0 * this.columns));
    const last = Math.min(this.columns - 1, Math.floor(x1 * this.columns));
    for (let row = 0; row < 180 / this.cellDegrees; row++) {
      const south = row * this.cellDegrees - 90;
      if (mercatorY(south + this.cellDegrees) > y1 || mercatorY(south) < y0) continue;
      for (let column = first; column <= last; column++) {
        const cell = this.cell(column, row);
        if (cell) cells.push(cell);
      }
    }
    return cells;
  }

  /** @param {number} column @param {number} row */
  cell(column, row) {
    const key = row * this.columns + column;
    const known = this.decoded.get(key);
    const entry = this.directory.get(key);
    if (known || !entry) return known;
    const cell = this.decode(entry);
    this.decoded.set(key, cell);
    return cell;
  }

  /**
   * @param {{column: number, row: number, at: number}} entry
   * @returns {Cell}
   */
  decode({ column, row, at }) {
    const reader = new Reader(this.bytes, at);
    const south = row * this.cellDegrees - 90;
    const x0 = column / this.columns;
    const y0 = mercatorY(south + this.cellDegrees);
    const project = this.projection(south, y0);
    /** @type {number[][]} */
    const shores = [];
    const parts = /** @type {Record<Kind, Parts>} */ ({});
    for (const kind of KINDS) {
      const lines = readLines(reader);
      parts[kind] = pack(lines, project);
      if (kind === "land" || kind === "lake") {
        for (const ring of lines) shores.push(...openShores(ring, this.cutEdges(column, row)));
      }
    }
    return { x0, y0, x1: (column + 1) / this.columns, y1: mercatorY(south), parts, coast: pack(shores, project) };
  }

  /**
   * @param {number} south @param {number} y0
   * @returns {(x: number, y: number) => [number, number]} units of a cell to fractions of the world from its corner
   */
  projection(south, y0) {
    const { unitsPerDegree } = this;
    return (x, y) => [x / unitsPerDegree / 360, mercatorY(south + y / unitsPerDegree) - y0];
  }

  /** Where the cell was cut, in its units: west, east, south, north. @param {number} column @param {number} row */
  cutEdges(column, row) {
    const size = this.cellDegrees * this.unitsPerDegree;
    const lowest = Math.round((90 - LAST_LATITUDE) * this.unitsPerDegree) - row * size;
    const highest = Math.round((90 + LAST_LATITUDE) * this.unitsPerDegree) - row * size;
    return [
      column === 0 ? 0 : -this.overlap,
      column === this.columns - 1 ? size : size + this.overlap,
      Math.max(-this.overlap, lowest),
      Math.min(size + this.overlap, highest),
    ];
  }
}

/** @param {Reader} reader @returns {number[][]} x, y, x, y… of each part, in units */
function readLines(reader) {
  const lines = [];
  for (let count = reader.unsigned(); count > 0; count--) {
    const length = reader.unsigned();
    const line = new Array(length * 2);
    let x = 0;
    let y = 0;
    for (let i = 0; i < length; i++) {
      line[2 * i] = x += reader.signed();
      line[2 * i + 1] = y += reader.signed();
    }
    lines.push(line);
  }
  return lines;
}

/**
 * The parts of a ring that are real shore: what runs along an edge of the cut is left out.
 * @param {number[]} ring @param {number[]} cut west, east, south, north
 */
export function openShores(ring, cut) {
  const n = ring.length / 2;
  /** @param {number} i */
  const isCut = (i) => {
    const j = (i + 1) % n;
    return cut.some((edge, side) => {
      const axis = side < 2 ? 0 : 1;
      return ring[2 * i + axis] === edge && ring[2 * j + axis] === edge;
    });
  };
  let first = 0;
  while (first < n && !isCut(first)) first++;
  if (first === n) return [[...ring, ring[0], ring[1]]];
  const shores = [];
  /** @type {number[]} */
  let shore = [];
  for (let step = 1; step <= n; step++) {
    const i = (first + step) % n;
    if (isCut(i)) {
      if (shore.length > 0) shores.push(shore);
      shore = [];
      continue;
    }
    const j = (i + 1) % n;
    if (shore.length === 0) shore.push(ring[2 * i], ring[2 * i + 1]);
    shore.push(ring[2 * j], ring[2 * j + 1]);
  }
  if (shore.length > 0) shores.push(shore);
  return shores;
}

/**
 * @param {number[][]} lines
 * @param {(x: number, y: number) => [number, number]} project
 * @returns {Parts}
 */
function pack(lines, project) {
  const vertices = lines.reduce((sum, line) => sum + line.length / 2, 0);
  const xy = new Float32Array(vertices * 2);
  const starts = new Uint32Array(lines.length + 1);
  const boxes = new Float32Array(lines.length * 4);
  let at = 0;
  lines.forEach((line, part) => {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = project(line[i], line[i + 1]);
      xy[at++] = x;
      xy[at++] = y;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
    starts[part + 1] = at / 2;
    boxes.set([west, north, east, south], part * 4);
  });
  return { xy, starts, boxes };
}
