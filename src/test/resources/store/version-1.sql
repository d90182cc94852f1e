PRAGMA application_id = 1196444487;;
PRAGMA user_version = 10300;;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);;
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));;
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));;
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));;
CREATE TABLE event (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, event_id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL, title TEXT NOT NULL, record_type TEXT NOT NULL, map_tier INTEGER NOT NULL,
  event_type TEXT NOT NULL, sub_event_type TEXT NOT NULL, event_date DATE, date_start DATE, date_end DATE,
  actor1 TEXT, actor2 TEXT, fatalities INTEGER, place_text TEXT, location TEXT, country TEXT, admin1 TEXT,
  longitude DOUBLE, latitude DOUBLE, geo_precision INTEGER, geo_level TEXT, uncertainty_m INTEGER,
  certainty TEXT NOT NULL, verification_level TEXT NOT NULL, review_status TEXT NOT NULL, source TEXT,
  document TEXT NOT NULL);;
CREATE TABLE event_area (
  fid INTEGER PRIMARY KEY NOT NULL, geom GEOMETRY NOT NULL, event_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, map_tier INTEGER NOT NULL, event_type TEXT NOT NULL, event_date DATE,
  geo_level TEXT, uncertainty_m INTEGER, has_point BOOLEAN NOT NULL);;
CREATE TABLE event_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, event_id TEXT NOT NULL, version INTEGER NOT NULL,
  stored_at DATETIME NOT NULL, document TEXT NOT NULL, UNIQUE (event_id, version));;
CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, published DATE,
  language TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, text TEXT NOT NULL, sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, collected_at TEXT NOT NULL,
  collected_by TEXT NOT NULL);;
CREATE TABLE report_bytes (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL UNIQUE, received BLOB NOT NULL);;
CREATE TABLE omission (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, report_id TEXT NOT NULL, position INTEGER NOT NULL,
  quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, fields TEXT NOT NULL,
  trap TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (report_id, position));;
CREATE TABLE meta (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE, value INTEGER NOT NULL);;
CREATE INDEX event_in_order ON event (event_date DESC, event_id, map_tier, date_start, date_end, longitude, latitude);;
CREATE INDEX report_in_order ON report (published DESC, report_id);;
CREATE VIRTUAL TABLE rtree_event_geom USING rtree(id, minx, maxx, miny, maxy);;
CREATE TRIGGER rtree_event_geom_insert AFTER INSERT ON event WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_event_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_geom_update1 AFTER UPDATE OF geom ON event WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_event_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_geom_update2 AFTER UPDATE OF geom ON event WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_geom WHERE id = OLD.fid; END;;
CREATE TRIGGER rtree_event_geom_update3 AFTER UPDATE ON event WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_geom WHERE id = OLD.fid; INSERT OR REPLACE INTO rtree_event_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_geom_update4 AFTER UPDATE ON event WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_geom WHERE id IN (OLD.fid, NEW.fid); END;;
CREATE TRIGGER rtree_event_geom_delete AFTER DELETE ON event WHEN OLD.geom NOT NULL BEGIN DELETE FROM rtree_event_geom WHERE id = OLD.fid; END;;
CREATE VIRTUAL TABLE rtree_event_area_geom USING rtree(id, minx, maxx, miny, maxy);;
CREATE TRIGGER rtree_event_area_geom_insert AFTER INSERT ON event_area WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_event_area_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_area_geom_update1 AFTER UPDATE OF geom ON event_area WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_event_area_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_area_geom_update2 AFTER UPDATE OF geom ON event_area WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_area_geom WHERE id = OLD.fid; END;;
CREATE TRIGGER rtree_event_area_geom_update3 AFTER UPDATE ON event_area WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_area_geom WHERE id = OLD.fid; INSERT OR REPLACE INTO rtree_event_area_geom VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;;
CREATE TRIGGER rtree_event_area_geom_update4 AFTER UPDATE ON event_area WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN DELETE FROM rtree_event_area_geom WHERE id IN (OLD.fid, NEW.fid); END;;
CREATE TRIGGER rtree_event_area_geom_delete AFTER DELETE ON event_area WHEN OLD.geom NOT NULL BEGIN DELETE FROM rtree_event_area_geom WHERE id = OLD.fid; END;;
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL);;
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);;
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', NULL);;
INSERT INTO gpkg_contents VALUES ('event', 'features', 'event', 'Events, current state; the point is as exact as uncertainty_m says', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 4326);;
INSERT INTO gpkg_contents VALUES ('event_area', 'features', 'event_area', 'Areas of uncertainty, regions and routes of the events of the same fid', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 4326);;
INSERT INTO gpkg_contents VALUES ('event_version', 'attributes', 'event_version', 'Every version of every event as GeoJSON', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 0);;
INSERT INTO gpkg_contents VALUES ('report', 'attributes', 'report', 'Reports as received, with their working text', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 0);;
INSERT INTO gpkg_contents VALUES ('report_bytes', 'attributes', 'report_bytes', 'The bytes of reports as received', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 0);;
INSERT INTO gpkg_contents VALUES ('omission', 'attributes', 'omission', 'Passages that look like events and were left out, with the reason', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 0);;
INSERT INTO gpkg_contents VALUES ('meta', 'attributes', 'meta', 'Versions of this file', '2025-04-09T00:00:00Z', NULL, NULL, NULL, NULL, 0);;
INSERT INTO gpkg_geometry_columns VALUES ('event', 'geom', 'POINT', 4326, 0, 0);;
INSERT INTO gpkg_geometry_columns VALUES ('event_area', 'geom', 'GEOMETRY', 4326, 0, 0);;
INSERT INTO gpkg_extensions VALUES ('event', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');;
INSERT INTO gpkg_extensions VALUES ('event_area', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');;
INSERT INTO meta VALUES (1, 'schema_version', 1);;
INSERT INTO meta VALUES (2, 'data_version', 1);;
