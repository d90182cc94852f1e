package org.clashmap.gazetteer;

/**
 * A spelling of a place as the stored tables have it: its mark, the spelling, and where they are known a caret and the
 * years in which it was in force, such as {@code -Artemivsk^1924-2016}.
 */
public record StoredName(String spelling, NameMark mark, Validity validity) {
    /** Separates a spelling from its years; no name has it. */
    public static final char YEARS = '^';

    public StoredName(String spelling, NameMark mark) {
        this(spelling, mark, Validity.UNKNOWN);
    }

    public static StoredName plain(String spelling) {
        return new StoredName(spelling, NameMark.PLAIN);
    }

    static StoredName parse(String stored) {
        NameMark mark = NameMark.ofStored(stored);
        int years = stored.indexOf(YEARS);
        String spelling = stored.substring(mark.prefix().length(), years < 0 ? stored.length() : years);
        return new StoredName(
                spelling, mark, years < 0 ? Validity.UNKNOWN : Validity.parse(stored.substring(years + 1)));
    }

    String text() {
        return mark.prefix() + spelling + (validity.isKnown() ? YEARS + validity.text() : "");
    }

    /** This spelling with what another mention of it tells as well; a former use of a name in force adds nothing. */
    public StoredName with(StoredName other) {
        NameMark both = mark.with(other.mark);
        Validity years = both.isCurrent() == other.mark.isCurrent() ? validity.or(other.validity) : validity;
        return new StoredName(spelling, both, years);
    }
}
