/** Plane geometry for marks: Web Mercator in units of the world's width, bounds, and a point inside an area. */

/** @typedef {import("./event.js").LonLat} LonLat */
/** @typedef {{west: number, south: number, east: number, north: number}} Bounds */

const MAX_LAT = 85.0511287798066; // where Web Mercator is square
const EQUATOR_METERS = 40_075_016.686;

/** @param {number} lon @returns {number} 0 at 180° W, 1 at 180° E */
export function mercatorX(lon) {
  return lon / 360 + 0.5;
}

/** @param {number} lat @returns {number} 0 in the north, 1 in the south */
export function mercatorY(lat) {
  const sin = Math.sin((Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/**
 * A distance on the ground as a share of the world's width on the map; the map's scale grows away from the equator.
 *
 * @param {number} meters
 * @param {number} lat
 */
export function mercatorLength(meters, lat) {
  return meters / (EQUATOR_METERS * Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
}

/**
 * @param {GeoJSON.Geometry} geometry
 * @returns {number[][][]} its rings or lines, each a list of positions
 */
export function pathsOf(geometry) {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    case "Point":
      return [[geometry.coordinates]];
    case "MultiPoint":
      return [geometry.coordinates];
    case "GeometryCollection":
      return geometry.geometries.flatMap(pathsOf);
  }
}

/** @param {readonly number[][][]} paths @returns {Bounds | null} */
export function boundsOfPaths(paths) {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const path of paths) {
    for (const [lon = NaN, lat = NaN] of path) {
      if (lon < bounds.west) bounds.west = lon;
      if (lon > bounds.east) bounds.east = lon;
      if (lat < bounds.south) bounds.south = lat;
      if (lat > bounds.north) bounds.north = lat;
    }
  }
  return bounds.west <= bounds.east ? bounds : null;
}

const SCAN_SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/**
 * A point well inside an area, for its badge: the middle of the widest stretch along a few scan lines through the largest
 * part. Always inside, unlike a centroid. O(scan lines × vertices).
 *
 * @param {GeoJSON.Geometry} area Polygon or MultiPolygon
 * @returns {LonLat | null}
 */
export function pointInside(area) {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.type === "MultiPolygon" ? area.coordinates : [];
  /** @type {{rings: number[][][], bounds: Bounds, size: number} | null} */
  let largest = null;
  for (const rings of polygons) {
    const bounds = boundsOfPaths(rings);
    if (!bounds) continue;
    const size = (bounds.east - bounds.west) * (bounds.north - bounds.south);
    if (!largest || size > largest.size) largest = { rings, bounds, size };
  }
  if (!largest) return null;
  const { rings, bounds } = largest;
  let best = { score: 0, lon: 0, lat: 0 };
  for (const share of SCAN_SHARES) {
    const lat = bounds.south + (bounds.north - bounds.south) * share;
    const xs = crossings(rings, lat);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const [a = 0, b = 0] = [xs[i], xs[i + 1]];
      const score = (b - a) * (1 - Math.abs(share - 0.5));
      if (score > best.score) best = { score, lon: (a + b) / 2, lat };
    }
  }
  return best.score > 0 ? [best.lon, best.lat] : null;
}

/** Where a parallel crosses the rings, west to east. @param {readonly number[][][]} rings @param {number} lat */
function crossings(rings, lat) {
  /** @type {number[]} */
  const xs = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1 = 0, y1 = 0] = /** @type {number[]} */ (ring[j]);
      const [x2 = 0, y2 = 0] = /** @type {number[]} */ (ring[i]);
      if (y1 > lat !== y2 > lat) xs.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return xs.sort((a, b) => a - b);
}

/**
 * @param {GeoJSON.Geometry} area
 * @param {number} lon
 * @param {number} lat
 */
export function contains(area, lon, lat) {
  return crossings(pathsOf(area), lat).filter((x) => x < lon).length % 2 === 1;
}
