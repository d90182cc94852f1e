package org.clashmap.gazetteer;

/** What a spelling is to its place; in the stored tables the mark stands before the spelling. */
public enum NameMark {
    /** A spelling of no stated language. */
    PLAIN(""),
    UKRAINIAN("+"),
    RUSSIAN("*"),
    /** The same in Ukrainian and Russian. */
    BOTH("="),
    HISTORIC("-"),
    OCCUPATION("!");

    private final String prefix;

    NameMark(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** True for a mark that tells the language of a name in force. */
    public boolean isLanguage() {
        return this == UKRAINIAN || this == RUSSIAN || this == BOTH;
    }

    /** False for former names and those of an occupier. */
    public boolean isCurrent() {
        return this != HISTORIC && this != OCCUPATION;
    }

    /** The mark of a spelling that is known under both. */
    public NameMark with(NameMark other) {
        boolean bothLanguages = isLanguage() && other.isLanguage() && this != other;
        if (bothLanguages) {
            return BOTH;
        }
        return this == PLAIN ? other : this;
    }

    /** The mark that a stored spelling begins with. */
    static NameMark ofStored(String stored) {
        for (NameMark mark : values()) {
            if (mark != PLAIN && stored.startsWith(mark.prefix)) {
                return mark;
            }
        }
        return PLAIN;
    }
}
