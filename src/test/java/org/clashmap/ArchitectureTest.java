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
            Map.entry("exchange", Set.of("notice", "geo", "text", "report", "event")),
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

    /**
     * Which packages below {@code extract} each of them may use; {@code extract} itself, which all may use, stands first and
     * uses none.
     */
    private static final Map<String, Set<String>> READERS_MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("number", Set.of("", "table")),
            Map.entry("time", Set.of("", "table", "number")),
            Map.entry("count", Set.of("", "table", "number", "time")),
            Map.entry("clause", Set.of("", "table")),
            Map.entry("trigger", Set.of("", "table", "clause")),
            Map.entry("actor", Set.of("", "table")),
            Map.entry("speech", Set.of("", "table", "actor")),
            Map.entry("toponym", Set.of("", "table"))));

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
    void readersUseOnlyWhatTheirTableAllows() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            if (!roomOf(from.getPackageName()).equals("extract")) {
                continue;
            }
            String source = readerOf(from.getPackageName());
            Set<String> allowed = READERS_MAY_USE.get(source);
            if (allowed == null) {
                violations.add(from.getPackageName() + " is not in the table");
                continue;
            }
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target = dependency.getTargetClass().getPackageName();
                if (roomOf(target).equals("extract")
                        && !readerOf(target).equals(source)
                        && !allowed.contains(readerOf(target))) {
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
        onlyIn("org.apache.pdfbox..", "org.clashmap.report.pdf..");
        onlyIn("org.apache.james..", "org.clashmap.report..");
        onlyIn("org.apache.lucene..");
        onlyIn("picocli..", "org.clashmap.app..");
        onlyIn("de.siegmar.fastcsv..", "org.clashmap.gazetteer.layer..", "org.clashmap.exchange..");
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

    /** What follows "org.clashmap.extract." in a package name; empty for that package itself. */
    private static String readerOf(String packageName) {
        String root = "org.clashmap.extract";
        return packageName.length() == root.length() ? "" : packageName.substring(root.length() + 1);
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
