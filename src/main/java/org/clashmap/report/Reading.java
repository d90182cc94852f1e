package org.clashmap.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.jspecify.annotations.Nullable;

/** Collects what one call reads. Not safe for threads; one per call. */
final class Reading {
    private final InstantSource clock;
    private final String name;
    private final Hints hints;
    private final List<Report> reports = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Reading(InstantSource clock, String name, Hints hints) {
        this.clock = clock;
        this.name = name;
        this.hints = hints;
    }

    /** What a document says about itself; null where it does not. */
    record Facts(
            @Nullable LocalDate published,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url,
            @Nullable Language language) {
        static final Facts NONE = new Facts(null, null, null, null, null);
    }

    String name() {
        return name;
    }

    Hints hints() {
        return hints;
    }

    /** The day of reading, one day ahead for the east of the world; nothing read is published later. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    ReadResult result() {
        return new ReadResult(reports, notices);
    }

    void note(String code, Severity severity, String where, String message) {
        notices.add(new Notice(code, severity, where, message));
    }

    void refuse(String code, String where, String message) {
        note(code, Severity.ERROR, where, message);
    }

    /** A document of its own: the hints go before what it says about itself. */
    void addDocument(byte[] received, String mediaType, String text, Facts facts) {
        Facts merged = new Facts(
                first(hints.published(), facts.published()),
                first(hints.publisher(), facts.publisher()),
                first(hints.title(), facts.title()),
                first(hints.url(), facts.url()),
                first(hints.language(), facts.language()));
        add(name, received, mediaType, text, merged);
    }

    /** One of several in a file: what it says about itself goes before the hints. */
    void addEntry(String where, byte[] received, String mediaType, String text, Facts facts) {
        Facts merged = new Facts(
                first(facts.published(), hints.published()),
                first(facts.publisher(), hints.publisher()),
                first(facts.title(), hints.title()),
                first(facts.url(), hints.url()),
                first(facts.language(), hints.language()));
        add(where, received, mediaType, text, merged);
    }

    private void add(String where, byte[] received, String mediaType, String text, Facts facts) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            refuse("report_empty", where, "there is no word in it. Check that the right file was given.");
            return;
        }
        if (facts.published() == null) {
            note(
                    "report_undated",
                    Severity.WARNING,
                    where,
                    "no day of publication is known, so \"on Tuesday\" or \"yesterday\" in it cannot be dated. Give it"
                            + " with --published YYYY-MM-DD.");
        }
        String sha256 = sha256(received);
        reports.add(new Report(
                "rep-" + sha256.substring(0, 16),
                text,
                facts.language() == null ? LanguageGuess.of(text).language() : facts.language(),
                facts.published(),
                new Report.Source(facts.publisher(), facts.title(), facts.url()),
                new Report.Receipt(
                        sha256, mediaType, received.length, clock.instant().toString(), hints.collectedBy())));
    }

    private static <T> @Nullable T first(@Nullable T preferred, @Nullable T otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
