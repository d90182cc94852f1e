package org.clashmap.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of received bytes: a byte order mark, UTF-16 by its zeros, an encoding that HTML or XML declares,
 * UTF-8 where it holds, and else the most likely of windows-1251, KOI8-U and windows-1252. Linear time.
 */
final class TextDecoder {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset KOI8_U = Charset.forName("KOI8-U");
    private static final int HEAD_BYTES = 2048;
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);

    private TextDecoder() {}

    /** What kind of file the bytes are when they are no text at all; empty for text. */
    static Optional<String> findBinaryKind(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8")) {
            return Optional.of("a picture");
        }
        if (head.startsWith("\u001f\u008b")) {
            return Optional.of("a gzip archive");
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of("an office document of the old kind (such as .doc)");
        }
        if (findUtf16(bytes) != null || hasUtf16Mark(bytes)) {
            return Optional.empty();
        }
        int zeros = 0;
        int controls = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
            controls += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        return zeros > 0 || controls * 100L > bytes.length ? Optional.of("a binary file") : Optional.empty();
    }

    /** Decodes text of any encoding. */
    static Decoded decode(byte[] bytes) {
        return decode(bytes, null);
    }

    /** Decodes HTML or XML, which may declare its encoding; UTF-8 and a byte order mark go before it. */
    static Decoded decodeMarkup(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (declared.find() && Charset.isSupported(declared.group(1))) {
            return decode(bytes, Charset.forName(declared.group(1)));
        }
        return decode(bytes, null);
    }

    /** Decodes text whose encoding is named outside it; UTF-8 and a byte order mark go before the name. */
    static Decoded decodeAs(byte[] bytes, Charset declared) {
        return decode(bytes, declared);
    }

    private static Decoded decode(byte[] bytes, @Nullable Charset declared) {
        if (hasUtf16Mark(bytes)) {
            return new Decoded(plain(bytes, StandardCharsets.UTF_16), null);
        }
        Charset utf16 = findUtf16(bytes);
        if (utf16 != null) {
            return new Decoded(plain(bytes, utf16), null);
        }
        int wrong = firstWrongUtf8(bytes);
        if (wrong < 0) {
            return new Decoded(plain(bytes, StandardCharsets.UTF_8), null);
        }
        String at = String.format(Locale.ROOT, "byte 0x%02X at offset %d is not UTF-8", bytes[wrong] & 0xff, wrong);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return new Decoded(plain(bytes, declared), null);
        }
        if (isMostlyUtf8(bytes)) {
            return new Decoded(
                    plain(bytes, StandardCharsets.UTF_8),
                    at + ", though the rest is: the file is damaged or cut. What cannot be read stands as \uFFFD.");
        }
        Charset guess = guess(bytes);
        return new Decoded(
                plain(bytes, guess),
                at + "; read as " + guess.name() + ". If letters look wrong, save it as UTF-8 and try again.");
    }

    private static boolean hasUtf16Mark(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    }

    /**
     * UTF-16 without a mark: in the text's spaces, digits and Latin letters every second byte is zero, always on the same
     * side.
     */
    private static @Nullable Charset findUtf16(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (bytes.length % 2 != 0 || even + odd < bytes.length / 20 || even + odd == 0) {
            return null;
        }
        return even == 0 ? StandardCharsets.UTF_16LE : odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    /** The offset of the first byte that is not UTF-8; -1 when all is. */
    private static int firstWrongUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** At least nine in ten non-ASCII characters read as UTF-8. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 127).count();
        return wrong * 10 < beyondAscii;
    }

    /**
     * Cyrillic words are runs of high bytes, while accents and curly quotes of western text stand alone among ASCII. Text is
     * mostly lower case, and the lower case of windows-1251 (0xE0–0xFF) is the upper case of KOI8.
     */
    private static Charset guess(byte[] bytes) {
        int alone = 0;
        int inRuns = 0;
        int highHalf = 0;
        int lowHalf = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80) {
                continue;
            }
            boolean run = (i > 0 && bytes[i - 1] < 0) || (i + 1 < bytes.length && bytes[i + 1] < 0);
            inRuns += run ? 1 : 0;
            alone += run ? 0 : 1;
            highHalf += b >= 0xe0 ? 1 : 0;
            lowHalf += b >= 0xc0 && b < 0xe0 ? 1 : 0;
        }
        if (alone >= inRuns) {
            return WINDOWS_1252;
        }
        return highHalf >= lowHalf ? WINDOWS_1251 : KOI8_U;
    }

    private static String plain(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
