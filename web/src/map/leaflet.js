/**
 * The one door to Leaflet, served from its webjar. A page under a strict content security policy cannot hold an inline
 * import map, so the version is named here and in index.html's style sheet link, and nowhere else.
 */
export * from "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js";
