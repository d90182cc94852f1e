package org.clashmap.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that texts are read in, by their ISO 639-1 code. */
public enum Language {
    EN,
    UK,
    RU;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a tag such as {@code uk} or {@code en-GB}, if it is one that is read. */
    public static Optional<Language> find(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.code().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
