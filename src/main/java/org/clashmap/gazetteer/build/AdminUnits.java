package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.build.Draft.Layer;
import org.clashmap.text.NameKeys;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes first- and second-order units. The list of units and their codes are GeoNames'; polygons and names in other
 * languages are Natural Earth's, tied to them by {@link UnitShapes}. A polygon that belongs to no unit, such as the old
 * provinces of Kenya, becomes a historic one.
 */
final class AdminUnits {
    /** Words that say what a unit is, to be cut off for its bare name. */
    private static final Pattern ADMIN_WORD = Pattern.compile(
            "(?i)[\\s,]+(oblast'?|obl\\.?|rai?on|rayon|raion|urban raion|kray|krai|department|governorate|province|state|region"
                    + "|district|county|prefecture|municipality|city council|miskrada|mis[’']krada|division)$");

    private static final Pattern ADMIN_START = Pattern.compile(
            "(?i)^(department of|departamento de(l)?|province of|provincia de|state of|republic of|governorate of"
                    + "|muḩāfaz̧at|wilayat|ostān-e|région (de|du|des)|region of|district of)\\s+");

    private static final Pattern GENERIC = Pattern.compile(
            "(?i)(the )?(north|south|east|west|central|centre|center|northern|southern|eastern|western|upper|lower|nord|sud"
                    + "|norte|sur|centro|capital|national capital|federal|plateaux|highlands|lakes|islands|nile|int[eé]rieure?)");

    private final Map<String, Draft> admin1 = new TreeMap<>();
    private final Map<String, Draft> admin2 = new TreeMap<>();
    private final List<Draft> former = new ArrayList<>();
    private final Map<String, List<Geometry>> polygons = new LinkedHashMap<>();
    /** Country and folded main name of every town. */
    private final Set<String> townKeys = new HashSet<>();

    private AdminUnits() {}

    /** Units of the first order by GeoNames code such as UA.05. */
    Map<String, Draft> admin1() {
        return admin1;
    }

    /** Units of the second order by GeoNames code such as UA.05.1412. */
    Map<String, Draft> admin2() {
        return admin2;
    }

    /** Units of older maps. */
    List<Draft> former() {
        return former;
    }

    /** The polygons of units by the id of the unit. */
    Map<String, List<Geometry>> polygons() {
        return polygons;
    }

    static AdminUnits of(
            List<Draft> cities,
            Map<String, String> admin1Names,
            Map<String, String> admin2Names,
            List<NaturalEarthUnit> shapes) {
        AdminUnits units = new AdminUnits();
        Map<String, List<double[]>> pointsOf1 = new TreeMap<>();
        Map<String, List<double[]>> pointsOf2 = new TreeMap<>();
        for (Draft city : cities) {
            double[] point = {city.lon, city.lat};
            if (!city.admin1.isEmpty()) {
                String code = city.country + '.' + city.admin1;
                pointsOf1.computeIfAbsent(code, key -> new ArrayList<>()).add(point);
                if (!city.admin2.isEmpty()) {
                    pointsOf2
                            .computeIfAbsent(code + '.' + city.admin2, key -> new ArrayList<>())
                            .add(point);
                }
            }
        }
        for (Draft city : cities) {
            units.townKeys.add(city.country + NameKeys.fold(city.mainName()));
        }
        Map<String, List<NaturalEarthUnit>> shapesOf = UnitShapes.assign(cities, pointsOf1, admin1Names, shapes);
        units.addFirstOrder(admin1Names, pointsOf1, shapesOf);
        units.addSecondOrder(admin2Names, pointsOf2);
        units.addSecondOrderByName(admin2Names, cities);
        units.addFormer(shapes, shapesOf);
        return units;
    }

    private void addFirstOrder(
            Map<String, String> names,
            Map<String, List<double[]>> points,
            Map<String, List<NaturalEarthUnit>> shapesOf) {
        Map<String, Integer> isoCount = new HashMap<>();
        shapesOf.values().forEach(list -> list.forEach(s -> isoCount.merge(s.iso(), 1, Integer::sum)));
        for (Map.Entry<String, String> entry : names.entrySet()) {
            String code = entry.getKey();
            List<NaturalEarthUnit> shapes = shapesOf.getOrDefault(code, List.of());
            boolean single = shapes.size() == 1;
            double[] point;
            if (single) {
                point = new double[] {shapes.getFirst().lon(), shapes.getFirst().lat()};
            } else if (points.containsKey(code)) {
                point = Distances.median(points.getOrDefault(code, List.of()));
            } else {
                continue;
            }
            boolean iso = single && isoCount.getOrDefault(shapes.getFirst().iso(), 0) == 1;
            String id = iso && !shapes.getFirst().iso().contains("~")
                    ? "ne:" + shapes.getFirst().iso()
                    : "gn:" + code;
            Draft unit = unit(id, "ADM1", code.substring(0, 2), point, code.substring(3));
            addNames(unit, entry.getValue());
            if (single) {
                addNames(unit, shapes.getFirst());
            }
            admin1.put(code, unit);
            if (!shapes.isEmpty()) {
                polygons.put(id, shapes.stream().map(NaturalEarthUnit::polygon).toList());
            }
        }
    }

    private void addSecondOrder(Map<String, String> names, Map<String, List<double[]>> points) {
        for (Map.Entry<String, List<double[]>> entry : points.entrySet()) {
            String code = entry.getKey();
            String name = names.get(code);
            if (name == null) {
                continue;
            }
            Draft unit = unit("gn:" + code, "ADM2", code.substring(0, 2), Distances.median(entry.getValue()), "");
            int dot = code.indexOf('.', 3);
            unit.admin1 = code.substring(3, dot);
            unit.code = code.substring(dot + 1);
            addNames(unit, name);
            admin2.put(code, unit);
        }
    }

    private void addSecondOrderByName(Map<String, String> names, List<Draft> towns) {
        Map<String, String> missing = new TreeMap<>(names);
        missing.keySet().removeAll(admin2.keySet());
        UnitsByName.find(missing, towns).forEach((code, found) -> {
            double[] point = {found.town().lon, found.town().lat};
            Draft unit =
                    unit("gn:" + code, "ADM2", code.substring(0, 2), point, code.substring(code.indexOf('.', 3) + 1));
            unit.admin1 = code.substring(3, code.indexOf('.', 3));
            addNames(unit, names.getOrDefault(code, ""));
            if (!found.russian().isEmpty()) {
                String bare = unit.mainName();
                unit.name(NameMark.PLAIN, bare.replaceFirst("iy$", "y") + " District");
                unit.name(NameMark.RUSSIAN, found.russian());
            }
            admin2.put(code, unit);
        });
    }

    private void addFormer(List<NaturalEarthUnit> shapes, Map<String, List<NaturalEarthUnit>> shapesOf) {
        TreeSet<String> seen = new TreeSet<>();
        shapesOf.values().forEach(list -> list.forEach(s -> seen.add(s.iso())));
        for (NaturalEarthUnit shape : shapes) {
            boolean usable = !shape.latinNames().isEmpty()
                    && shape.iso().length() > 3
                    && !shape.iso().contains("~");
            if (!usable || !seen.add(shape.iso())) {
                continue;
            }
            Draft unit = unit(
                    "ne:" + shape.iso(),
                    "ADM1H",
                    shape.country(),
                    new double[] {shape.lon(), shape.lat()},
                    shape.iso());
            unit.layer = Layer.NATURAL_EARTH;
            addNames(unit, shape);
            if (unit.hasNames()) {
                former.add(unit);
                polygons.put(unit.id, List.of(shape.polygon()));
            }
        }
    }

    private static Draft unit(String id, String featureCode, String country, double[] point, String code) {
        Draft unit = new Draft(id, featureCode, country, point[0], point[1]);
        unit.known = PlacePrecision.AREA;
        unit.code = code;
        return unit;
    }

    /** Adds the bare name first and the full one after it: "Donetsk" is how texts and maps call the oblast. */
    static void addNames(Draft unit, String name) {
        String bare = bareName(name);
        unit.name(NameMark.PLAIN, bare).name(NameMark.PLAIN, name);
    }

    /** Of the alternates, those that are a town's name are left out: Natural Earth lists capitals of units there. */
    private void addNames(Draft unit, NaturalEarthUnit shape) {
        for (String name : shape.latinNames()) {
            if (NameFilter.isName(name)) {
                addNames(unit, name);
            }
        }
        for (String name : shape.alternates()) {
            boolean town = townKeys.contains(unit.country + NameKeys.fold(bareName(name)));
            if (NameFilter.isName(name) && !town && !isGeneric(name)) {
                unit.name(NameMark.PLAIN, name);
            }
        }
        unit.name(NameMark.UKRAINIAN, shape.ukrainian()).name(NameMark.RUSSIAN, shape.russian());
        unit.name(NameMark.PLAIN, shape.arabic());
    }

    /** A unit's name without the word that says what it is: "Kramatorskyi Raion" gives "Kramatorskyi". */
    static String bareName(String name) {
        String bare = ADMIN_START.matcher(name).replaceFirst("");
        bare = ADMIN_WORD.matcher(bare).replaceFirst("");
        return bare.isBlank() || isGeneric(bare) ? name : bare.strip();
    }

    /** A mere direction or word of order, which is no name without the word beside it: "South", "Central". */
    private static boolean isGeneric(String name) {
        return GENERIC.matcher(name.strip()).matches();
    }

    /**
     * Drops a spelling of a unit that is the main name of another one of the same country, once all main names are known;
     * maps of different age disagree on which Darfur is the southern one.
     */
    void dropNamesOfOthers() {
        Map<String, Draft> byMainName = new HashMap<>();
        admin1.values().forEach(unit -> byMainName.put(unit.country + NameKeys.fold(unit.mainName()), unit));
        for (Draft unit : admin1.values()) {
            unit.dropKeys(key -> {
                Draft other = byMainName.get(unit.country + key);
                return other != null && other != unit;
            });
        }
    }
}
