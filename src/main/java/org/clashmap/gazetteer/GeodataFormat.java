package org.clashmap.gazetteer;

/** The form of the stored tables, which builder and loader must agree on. */
public final class GeodataFormat {
    /** Counts up whenever the stored tables change in a way that an older or newer loader would misread. */
    public static final int NUMBER = 2;

    /** The form without years of names, which layers that were added earlier have. */
    private static final int OLDEST = 1;

    /** The file that says which form and version the tables have. */
    public static final String MANIFEST = "manifest.tsv";

    private GeodataFormat() {}

    /** True for the forms that can be read. */
    static boolean isRead(String number) {
        return number.equals(Integer.toString(NUMBER)) || number.equals(Integer.toString(OLDEST));
    }
}
