package org.clashmap.event.publish;

import java.util.ArrayList;
import java.util.List;

/** Says in words what is not shown of an event, and why. */
final class Notices {
    private Notices() {}

    /** One or two sentences, or a line that says that nothing had to be hidden. */
    static String of(Terms terms, boolean moved) {
        List<String> hidden = new ArrayList<>();
        if (terms.date() != Coarseness.DAY) {
            hidden.add("the day is shown to the " + (terms.date() == Coarseness.WEEK ? "week" : "month"));
        }
        List<String> facts = terms.withheld().stream()
                .filter(fact -> fact != Fact.EVENT)
                .sorted()
                .map(Fact::words)
                .toList();
        if (!facts.isEmpty()) {
            hidden.add(listed(facts) + (facts.size() == 1 && facts.getFirst().equals("source") ? " is" : " are")
                    + " withheld");
        }
        if (moved) {
            hidden.addFirst("the place is shown " + placeWords(terms.blur()));
        }
        String because = terms.because().isEmpty() ? "" : ", " + String.join("; ", terms.because());
        if (hidden.isEmpty()) {
            return "Shown " + placeWords(terms.blur()) + " at best" + because + ".";
        }
        return upper(String.join("; ", hidden)) + because + ".";
    }

    /** For the place alone, where the reason for it stands in the format. */
    static String ofPlace(Terms terms) {
        return "The place is shown " + placeWords(terms.blur()) + ".";
    }

    private static String placeWords(Blur blur) {
        return switch (blur) {
            case NONE -> "as it is known";
            case SETTLEMENT -> "by its settlement";
            case GRID_5KM -> "to about 5 km";
            case GRID_20KM -> "to about 20 km";
            case DISTRICT -> "by its district";
            case PROVINCE -> "by its province";
        };
    }

    private static String listed(List<String> words) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
