package org.clashmap.bench;

import com.novetta.clavin.GeoParser;
import com.novetta.clavin.GeoParserFactory;
import java.util.function.ToIntFunction;

/**
 * CLAVIN as it comes: OpenNLP's English location model, one candidate and one name of context, no fuzzy matching. To be
 * loaded only by {@link Clavin}'s class loader, since CLAVIN's Lucene is older than ours. For one thread.
 */
public final class ClavinParser implements ToIntFunction<String> {
    private final GeoParser parser;

    /** @param index the folder that CLAVIN's index builder wrote */
    public ClavinParser(String index) throws Exception {
        this.parser = GeoParserFactory.getDefault(index);
    }

    /** How many place names CLAVIN found and resolved. */
    @Override
    public int applyAsInt(String text) {
        try {
            return parser.parse(text).size();
        } catch (Exception e) {
            throw new IllegalStateException("CLAVIN failed on a text that begins \"" + beginning(text) + '"', e);
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
