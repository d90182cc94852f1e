package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Token;

/**
 * What can be seen of a name the rules found, for {@link NameModel}: what they say of it, the words beside it and their
 * shape, what the tables have under it, and how the report uses it elsewhere. Each feature is a word with its value; the
 * name itself is none of them.
 */
final class NameFeatures {
    private static final int LONGEST = 8;
    private static final int MOST = 3;

    private NameFeatures() {}

    /**
     * The features of a mention.
     *
     * @param same how often the report has the same name
     * @param person it is part of a person's name elsewhere in the report
     */
    static List<String> of(AnalysedText text, ToponymMention mention, int same, boolean person) {
        List<Token> tokens = text.sentenceAt(mention.span().start()).tokens();
        int first = 0;
        while (first < tokens.size() - 1
                && tokens.get(first).end() <= mention.span().start()) {
            first++;
        }
        int last = first;
        while (last < tokens.size() - 1
                && tokens.get(last + 1).start() < mention.span().end()) {
            last++;
        }
        List<String> features = new ArrayList<>();
        String before = word(tokens, first - 1);
        String after = word(tokens, last + 1);
        String shapes = shape(before) + "/" + shape(after);
        features.add("role=" + mention.role().wire());
        features.add("reason=" + mention.reason());
        features.add("kind=" + mention.expected());
        features.add("reason+shapes=" + mention.reason() + "/" + shapes);
        features.add("shapes=" + shapes);
        addWord("before", before, features);
        addWord("after", after, features);
        addWord("before2", word(tokens, first - 2), features);
        addWord("after2", word(tokens, last + 2), features);
        features.add("words=" + Math.min(MOST, last - first + 1));
        features.add("opens=" + (first == 0));
        features.add("closes=" + (last >= tokens.size() - 2));
        features.add("same=" + Math.min(MOST, same));
        features.add("person=" + person);
        features.add("length=" + Math.min(LONGEST, mention.text().length()));
        addPlace(mention, shapes, features);
        return features;
    }

    private static void addWord(String place, String word, List<String> features) {
        features.add(place + "=" + word.toLowerCase(Locale.ROOT));
        features.add(place + "-shape=" + shape(word));
    }

    private static void addPlace(ToponymMention mention, String shapes, List<String> features) {
        List<NameMatch> matches = mention.matches();
        features.add("homonyms=" + Math.min(4, (int) (Math.log(1 + matches.size()) / Math.log(2))));
        if (matches.isEmpty()) {
            features.add("place=none");
            return;
        }
        NameMatch match = matches.getFirst();
        Place place = match.place();
        String size = place.feature().featureClass() + "" + (int) Math.log10(1.0 + place.population());
        features.add("place=" + place.feature().code());
        features.add("size=" + size);
        features.add("role+size=" + mention.role().wire() + "/" + size);
        features.add("shapes+class=" + place.feature().featureClass() + "/" + shapes);
        features.add("match=" + match.kind() + "/" + match.level());
    }

    private static String word(List<Token> tokens, int index) {
        return index < 0
                ? "<start>"
                : index >= tokens.size() ? "<end>" : tokens.get(index).text();
    }

    private static String shape(String word) {
        char first = word.charAt(0);
        if (Character.isUpperCase(first)) {
            return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) ? "CAPITALS" : "Capital";
        }
        return Character.isLowerCase(first)
                ? "lower"
                : Character.isDigit(first) ? "number" : word.length() > 2 ? word : word.substring(0, 1);
    }
}
