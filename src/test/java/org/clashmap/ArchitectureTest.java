package org.clashmap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the package table of decision 0001, the doors of outside libraries, and the length of files. */
class ArchitectureTest {
    private static final int LONGEST_FILE_LINES = 500;

    /** Which packages each package may use. A report becomes an event on a map by walking down this list. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("notice", Set.of()),
            Map.entry("geo", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("report", Set.of("notice", "text")),
            Map.entry("gazetteer", Set.of("geo", "text", "notice")),
            Map.entry("extract", Set.of("report", "text", "gazetteer")),
            Map.entry("geocode", Set.of("geo", "text", "gazetteer", "extract")),
            Map.entry("event", Set.of("notice", "geo", "text", "report", "gazetteer", "extract", "geocode")),
            Map.entry("store", Set.of("notice", "geo", "text", "report", "event")),
            Map.entry("map", Set.of("geo", "event")),
            Map.entry("exchange", Set.of("geo", "event", "notice")),
            Map.entry("ingest", Set.of("notice", "text", "report", "extract", "geocode", "event")),
            Map.entry("evaluate", Set.of("geo", "text", "report", "gazetteer", "extract", "geocode", "event")),
            Map.entry(
                    "api",
                    Set.of(
                            "notice",
                            "geo",
                            "text",
                            "report",
                            "gazetteer",
                            "extract",
                            "geocode",
                            "event",
                            "map",
                            "exchange",
                            "ingest",
                            "evaluate")),
            Map.entry(
                    "app",
                    Set.of(
                            "notice",
                            "geo",
                            "text",
                            "report",
                            "gazetteer",
                            "extract",
                            "geocode",
                            "event",
                            "store",
                            "map",
                            "exchange",
                            "ingest",
                            "evaluate",
                            "api"))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.clashmap");

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            String source = roomOf(from.getPackageName());
            Set<String> allowed = MAY_USE.getOrDefault(source, Set.of());
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target = roomOf(dependency.getTargetClass().getPackageName());
                if (!target.isEmpty() && !target.equals(source) && !allowed.contains(target)) {
                    violations.add(source + " -> " + target + ": " + dependency.getDescription());
                }
            });
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> unknown = new HashSet<>();
        CLASSES.forEach(type -> unknown.add(roomOf(type.getPackageName())));
        unknown.removeAll(MAY_USE.keySet());
        assertEquals(Set.of(), unknown);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.clashmap.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void outsideLibrariesStayBehindTheirDoors() {
        onlyIn("io.javalin..", "org.clashmap.api..");
        onlyIn("java.sql..", "org.clashmap.store..");
        onlyIn("org.sqlite..", "org.clashmap.store..");
        onlyIn("org.jsoup..", "org.clashmap.report..");
        onlyIn("org.apache.lucene..", "org.clashmap.gazetteer..");
        onlyIn("picocli..", "org.clashmap.app..");
        noClasses()
                .that()
                .resideOutsideOfPackages("org.clashmap.geo..", "org.clashmap.event..", "org.clashmap.exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "org.opengis..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noPackageIsADrawerForOddments() {
        classes()
                .should()
                .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..dto..")
                .check(CLASSES);
    }

    @Test
    void noSourceFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String root : List.of("src", "web")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(ArchitectureTest::isSource).toList()) {
                    long lines = Files.readAllLines(file).size();
                    if (lines > LONGEST_FILE_LINES) {
                        tooLong.add(file + ": " + lines + " lines, at most " + LONGEST_FILE_LINES);
                    }
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static boolean isSource(Path file) {
        String name = file.toString().replace('\\', '/');
        return !name.contains("node_modules/")
                && (name.endsWith(".java") || name.endsWith(".js") || name.endsWith(".css") || name.endsWith(".html"));
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** The part of a package name after the root: "org.clashmap.gazetteer.build" is in "gazetteer"; others in none. */
    private static String roomOf(String packageName) {
        String root = "org.clashmap.";
        if (!packageName.startsWith(root)) {
            return "";
        }
        String rest = packageName.substring(root.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
