package org.clashmap.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads bodies within limits: no more bytes than a route allows, and no longer than a minute however slowly they come. */
final class RequestBody {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int PIECE_BYTES = 16 * 1024;

    private RequestBody() {}

    /**
     * The bytes of a body.
     *
     * @param advice what to do with a larger one, as a sentence
     * @throws ProblemException 413 or 408
     */
    static byte[] readBytes(Context ctx, int largestBytes, String advice) throws IOException {
        if (ctx.req().getContentLengthLong() > largestBytes) {
            throw tooLarge(largestBytes, advice);
        }
        return read(ctx.bodyInputStream(), largestBytes, advice, System::nanoTime);
    }

    /**
     * A body in UTF-8.
     *
     * @throws ProblemException 400, 413 or 408
     */
    static String readText(Context ctx, int largestBytes, String advice) throws IOException {
        byte[] bytes = readBytes(ctx, largestBytes, advice);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.of(400, "The body is not UTF-8. Convert it, for instance with iconv -t UTF-8.");
        }
    }

    static byte[] read(InputStream body, int largestBytes, String advice, LongSupplier nanos) throws IOException {
        long start = nanos.getAsLong();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE_BYTES];
        try {
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                bytes.write(piece, 0, count);
                if (bytes.size() > largestBytes) {
                    throw tooLarge(largestBytes, advice);
                }
                if (nanos.getAsLong() - start > LONGEST.toNanos()) {
                    throw tooSlow();
                }
            }
        } catch (IOException failure) {
            if (isTimeout(failure)) {
                throw tooSlow();
            }
            throw failure;
        }
        return bytes.toByteArray();
    }

    private static boolean isTimeout(@Nullable Throwable failure) {
        return failure != null && (failure instanceof TimeoutException || isTimeout(failure.getCause()));
    }

    private static ProblemException tooLarge(int largestBytes, String advice) {
        return ProblemException.of(413, "The body is larger than " + largestBytes + " bytes. " + advice)
                .with("limit_bytes", largestBytes);
    }

    private static ProblemException tooSlow() {
        return ProblemException.of(
                        408, "The body did not come whole within " + LONGEST.toSeconds() + " seconds. Send it again.")
                .with("limit_seconds", LONGEST.toSeconds());
    }
}
