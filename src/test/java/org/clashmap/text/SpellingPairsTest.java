package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Measures the keys on pairs of spellings of one settlement from an independent set that is not part of the project:
 * what share of each class of pairs meets under a key, and how many distinct names of an oblast the key makes equal. The
 * set gives some places a second, unrelated name; a pair counts when at most 40 % of the longer spelling's letters differ,
 * a test that knows nothing of the keys.
 */
class SpellingPairsTest {
    private static final Pattern CYRILLIC = Pattern.compile("[\\u0400-\\u04ff]");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern ONLY_RUSSIAN = Pattern.compile("[ыэъёЫЭЪЁ]");
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`′]");
    private static final Pattern RUSSIAN_END =
            Pattern.compile("(?i)(ovka|evka|ovo|evo|oye|eye|aya|yye|oe|oje|tsy|ovskiy|y[ie]kh|ino|ëvka|ëvo)\\b");
    private static final double DIFFERENT_NAME = 0.4;

    private record Pair(String spelling, String ukrainian) {}

    /** The keys from strict to loose, of a name in Latin letters. */
    private static final List<Function<String, String>> LATIN_KEYS =
            List.of(latin -> latin, NameKeys::skeleton, latin -> NameStems.stem(NameKeys.skeleton(latin)));

    /** Shares measured in November 2026: L2, L3 and L4 of each class; and what must never be missed. */
    private static final Map<String, double[]> FLOOR = new TreeMap<>(Map.of(
            "modern Latin", new double[] {.70, .97, .975},
            "BGN with apostrophes", new double[] {.72, .97, .975},
            "Russian-derived Latin", new double[] {.03, .85, .915},
            "Russian Cyrillic", new double[] {.05, .785, .89}));

    @Test
    void keysMeetAtLeastTheMeasuredSharesOfEachClass() throws IOException {
        Path file = Path.of(System.getProperty("clashmap.shared", "../shared")).resolve("gazetteer/wof_ua.tsv.gz");
        assumeTrue(Files.exists(file), "skipped: the independent settlements are not beside the checkout");
        Map<String, Set<Pair>> classes = pairs(file);
        for (Map.Entry<String, Set<Pair>> entry : classes.entrySet()) {
            double[] floor = FLOOR.getOrDefault(entry.getKey(), new double[LATIN_KEYS.size()]);
            for (int key = 0; key < LATIN_KEYS.size(); key++) {
                double share = share(entry.getValue(), LATIN_KEYS.get(key));
                String measured = String.format(
                        Locale.ROOT,
                        "%s, L%d: %.1f %% of %d",
                        entry.getKey(),
                        key + 2,
                        100 * share,
                        entry.getValue().size());
                System.out.println(measured);
                assertTrue(share >= floor[key], measured);
            }
        }
    }

    private static double share(Set<Pair> pairs, Function<String, String> key) {
        long met = pairs.stream()
                .filter(pair -> {
                    String wanted = key.apply(national(pair.ukrainian));
                    return latin(pair.spelling).stream()
                            .anyMatch(one -> key.apply(one).equals(wanted));
                })
                .count();
        return (double) met / pairs.size();
    }

    /** Names that a key makes equal to another name of their oblast, both of a pair counted. */
    @Test
    void distinctNamesOfAnOblastSeldomShareAKey() throws IOException {
        double[] ceiling = {.0012, .009, .011};
        Map<String, Set<String>> names = ukrainianNamesByOblast();
        for (int key = 0; key < LATIN_KEYS.size(); key++) {
            int all = 0;
            int colliding = 0;
            for (Set<String> oblast : names.values()) {
                Map<String, Set<String>> byKey = new TreeMap<>();
                for (String name : oblast) {
                    byKey.computeIfAbsent(LATIN_KEYS.get(key).apply(national(name)), absent -> new HashSet<>())
                            .add(NameKeys.fold(name));
                }
                for (Set<String> together : byKey.values()) {
                    all += together.size();
                    colliding += together.size() > 1 ? together.size() : 0;
                }
            }
            String measured = String.format(
                    Locale.ROOT, "L%d: %.2f %% of %d names collide", key + 2, 100.0 * colliding / all, all);
            System.out.println(measured);
            assertTrue(all > 20_000, measured);
            assertTrue(colliding <= ceiling[key] * all, measured);
        }
    }

    private static String national(String ukrainian) {
        return NameKeys.fold(Romanisation.ukrainian(ukrainian));
    }

    private static Set<String> latin(String spelling) {
        String key = NameKeys.fold(spelling);
        if (!isCyrillic(spelling)) {
            return Set.of(key);
        }
        Set<String> latin = new LinkedHashSet<>();
        Romanisation.of(key, Language.RU).forEach(one -> latin.add(NameKeys.fold(one)));
        return latin;
    }

    private static Map<String, Set<Pair>> pairs(Path file) throws IOException {
        Map<String, Set<Pair>> classes = new TreeMap<>();
        List<String> lines = lines(file);
        List<String> header = List.of(lines.getFirst().split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Function<String, List<String>> column = name -> List.of(cells[header.indexOf(name)].split("\\|", -1));
            String ukrainian = firstUkrainian(column);
            boolean current = column.apply("placetype").contains("locality")
                    && column.apply("deprecated").contains("");
            if (!current || ukrainian.isEmpty()) {
                continue;
            }
            for (String name : List.of("name", "eng", "ukr", "eng_v", "ukr_v", "rus", "rus_v")) {
                for (String spelling : column.apply(name)) {
                    boolean russian = name.startsWith("rus");
                    if (isCyrillic(spelling) == russian && isSameName(spelling, ukrainian)) {
                        classes.computeIfAbsent(classOf(spelling, ukrainian), absent -> new LinkedHashSet<>())
                                .add(new Pair(spelling, ukrainian));
                    }
                }
            }
        }
        return classes;
    }

    private static String classOf(String spelling, String ukrainian) {
        if (isCyrillic(spelling)) {
            return "Russian Cyrillic";
        }
        boolean hard = spelling.toLowerCase(Locale.ROOT).matches(".*g(?!h).*")
                && !ukrainian.toLowerCase(Locale.ROOT).contains("ґ");
        if (hard || RUSSIAN_END.matcher(spelling).find()) {
            return "Russian-derived Latin";
        }
        return APOSTROPHE.matcher(spelling).find() ? "BGN with apostrophes" : "modern Latin";
    }

    private static String firstUkrainian(Function<String, List<String>> column) {
        List<String> names = new ArrayList<>(column.apply("ukr"));
        names.addAll(column.apply("ukr_v"));
        return names.stream()
                .filter(name -> isCyrillic(name) && !ONLY_RUSSIAN.matcher(name).find())
                .findFirst()
                .orElse("");
    }

    private static boolean isCyrillic(String name) {
        return CYRILLIC.matcher(name).find();
    }

    private static boolean isSameName(String spelling, String ukrainian) {
        boolean other = !NameKeys.fold(spelling).equals(NameKeys.fold(ukrainian));
        boolean letters = isCyrillic(spelling) || LATIN.matcher(spelling).find();
        String national = national(ukrainian);
        return other
                && letters
                && latin(spelling).stream()
                        .anyMatch(latin ->
                                edits(latin, national) <= DIFFERENT_NAME * Math.max(latin.length(), national.length()));
    }

    /** Levenshtein's distance. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, changed);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** The Ukrainian names of settlements of the project's own tables. */
    private static Map<String, Set<String>> ukrainianNamesByOblast() throws IOException {
        Map<String, Set<String>> names = new TreeMap<>();
        String oblast = "";
        for (String line : lines(Path.of("geodata/places/UA.tsv.gz"))) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("@")) {
                oblast = cells[0];
            } else if (cells[1].startsWith("PPL")) {
                for (String name : cells[6].split("\\|", -1)) {
                    if (name.startsWith("+")) {
                        names.computeIfAbsent(oblast, absent -> new TreeSet<>()).add(name.substring(1));
                    }
                }
            }
        }
        return names;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
