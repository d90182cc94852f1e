package org.clashmap.gazetteer.layer;

/** A spelling of a place and what it is to it. */
public record LayerName(String spelling, Mark mark) {
    /** What a spelling is; the text is what stands before the spelling in the stored tables. */
    public enum Mark {
        PLAIN(""),
        UKRAINIAN("+"),
        RUSSIAN("*"),
        /** The same in Ukrainian and Russian. */
        BOTH("="),
        HISTORIC("-"),
        OCCUPATION("!");

        private final String prefix;

        Mark(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        static Mark ofStored(String stored) {
            for (Mark mark : values()) {
                if (mark != PLAIN && stored.startsWith(mark.prefix)) {
                    return mark;
                }
            }
            return PLAIN;
        }
    }

    static LayerName plain(String spelling) {
        return new LayerName(spelling, Mark.PLAIN);
    }

    static LayerName parse(String stored) {
        Mark mark = Mark.ofStored(stored);
        return new LayerName(stored.substring(mark.prefix.length()), mark);
    }

    String stored() {
        return mark.prefix + spelling;
    }
}
