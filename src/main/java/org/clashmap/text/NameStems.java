package org.clashmap.text;

import java.util.regex.Pattern;

/**
 * The loosest key, for what Ukrainian and Russian made of one stem. On top of the {@linkplain NameKeys#skeleton skeleton}
 * these make no difference: о and і in a closed syllable (Подільськ, Подольск), vowels after sibilants (Комишуваха,
 * Камышеваха), вовк and волк, initial в and г before a vowel (Вугледар, Угледар; Ганнівка, Анновка), роз- and раз-, and a
 * few roots written apart. Only for use within an administrative or distance constraint: one name in a hundred shares its
 * stem with another of the oblast, one in ten nation-wide. Linear time, thread-safe.
 */
public final class NameStems {
    /** Digraphs are one consonant: single letters that no skeleton has stand for them meanwhile. */
    private static final String[][] DIGRAPHS = {{"zh", "j"}, {"ch", "c"}, {"sh", "w"}, {"ts", "q"}};

    /** Roots as Ukrainian and as Russian has them, in the letters of a skeleton whose digraphs are single. */
    private static final String[][] ROOTS = {
        {" vu", " u"},
        {" vilh", " olh"},
        {" vilw", " olw"},
        {"slova", "slava"},
        {"rast", "rost"},
        {" vivc", " ovc"},
        {" hany", " any"},
        {" hanv", " anv"},
        {" al", " ol"},
        {"vovk", "volk"},
        {"vovc", "volc"},
        {" vv", " vol"},
        {"jovt", "jolt"},
        {"dovh", "dolh"},
        {"dovj", "dolj"},
        {"tovst", "tolst"},
        {"sonq", "solnq"},
        {"sonac", "solnic"},
        {"kaman", "kamin"},
        {"dibro", "dubra"},
        {"virhno", "virhni"},
        {"nijno", "nijni"},
        {"sirid", "srid"},
        {"hluboki", "hliboki"},
        {"hlubok", "hlibok"},
        {"piwtov", "pictov"},
        {" pirw", " pirv"},
        {"jsk", "zsk"},
        {"kamiw", "komiw"},
        {"rakit", "rokit"},
        {"wivah", "wuvah"},
        {"zaporo", "zapori"},
    };

    /** An о that is і in the closed syllable of the other language. */
    private static final Pattern CLOSED_O = Pattern.compile("o(?=[bcdfhjklmnpqrstvwz](?:[bcdfhjklmnpqrstvwz]|$| ))");

    private static final Pattern SIBILANT_VOWEL = Pattern.compile("(?<=[jcwq])o");
    private static final Pattern RAZ = Pattern.compile("(?<= )ra(?=[sz])");
    private static final Pattern LONG_END = Pattern.compile("(?<=[jl])a(?= |$)");
    private static final Pattern VAT = Pattern.compile("[io]vat(?=[aik])");

    private NameStems() {}

    /** The stem key of a skeleton. */
    public static String stem(String skeleton) {
        String key = ' ' + skeleton;
        for (String[] digraph : DIGRAPHS) {
            key = key.replace(digraph[0], digraph[1]);
        }
        key = key.replace("jj", "j");
        for (String[] root : ROOTS) {
            key = key.replace(root[0], root[1]);
        }
        key = RAZ.matcher(key).replaceAll("ro");
        key = SIBILANT_VOWEL.matcher(key).replaceAll("i");
        key = VAT.matcher(key).replaceAll("uvat");
        key = CLOSED_O.matcher(key.replace("oi", "i")).replaceAll("i");
        return LONG_END.matcher(key).replaceAll("i").strip();
    }
}
