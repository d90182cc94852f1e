package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;

/**
 * Toponym resolution. Every candidate gets a score, the sum of its weighted {@link Evidence}: its name, kind and size, what
 * the text is about, the unit the text puts it in (evidence, not a filter: it fades across the unit's border), and its
 * nearness to the other places of the text. Shares are the soft maximum of the scores, with "none of these" as one more
 * answer. Evidence that depends on the other names is taken anew from the shares of the round before. The cost is linear
 * in the number of mentions, since each looks at a bounded number of neighbours.
 */
final class Resolver {
    private static final int MOST_CANDIDATES = 60;
    private static final int ROUNDS = 3;
    private static final double MOSTLY = 0.3;

    private final Gazetteer gazetteer;
    private final NamedUnits namedUnits;
    private final Weights weights;

    Resolver(Gazetteer gazetteer, Weights weights) {
        this.gazetteer = gazetteer;
        this.namedUnits = new NamedUnits(gazetteer);
        this.weights = weights;
    }

    List<Toponym> resolve(AnalysedText text, List<ToponymMention> mentions, Setting setting) {
        return weigh(text, mentions, setting).stream()
                .map(weighing -> new Toponym(weighing.mention, Verdicts.of(weighing)))
                .toList();
    }

    /** The candidates of each mention with their evidence and shares after the last round. */
    List<Weighing> weigh(AnalysedText text, List<ToponymMention> mentions, Setting setting) {
        Map<Integer, List<Integer>> containers = Containers.find(text, mentions);
        List<Weighing> weighings = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            List<ToponymMention> units = containers.getOrDefault(i, List.of()).stream()
                    .map(mentions::get)
                    .toList();
            weighings.add(begin(text, mentions.get(i), units));
        }
        namedUnits.settle(mentions, containers, weighings);
        for (int round = 0; round < ROUNDS; round++) {
            Senses.agree(weighings);
            TextFocus focus = TextFocus.of(weighings, setting);
            for (Weighing weighing : weighings) {
                weighing.options.forEach(option -> focus.add(weighing, option));
                weighing.none[Evidence.NONE_IN_FOCUSED_TEXT.column()] = focus.strongest(weighing.mention.text());
            }
            Nearness.add(weighings, setting);
            weighings.forEach(weighing -> weighing.share(weights));
        }
        weighings.forEach(this::tellFocus);
        return weighings;
    }

    private Weighing begin(AnalysedText text, ToponymMention mention, List<ToponymMention> units) {
        List<NameMatch> matches = mention.matches();
        if (matches.isEmpty() && mention.isLiteral() && !units.isEmpty()) {
            matches = namedUnits.looseMatches(mention, units, text.language());
        }
        List<Option> options = new ArrayList<>();
        for (NameMatch match : matches) {
            Option option = new Option(match);
            NameEvidence.add(option, mention);
            units.forEach(unit -> namedUnits.addContainment(option, unit));
            options.add(option);
        }
        NameEvidence.addSeats(options);
        Weighing weighing = new Weighing(mention, options);
        weighing.share(weights);
        weighing.keep(MOST_CANDIDATES);
        return weighing;
    }

    private void tellFocus(Weighing weighing) {
        for (Option option : weighing.options) {
            if (option.get(Evidence.COUNTRY_TOLD) > 0) {
                option.reasons.add("lies in the country the report was told to be about");
            } else if (option.get(Evidence.COUNTRY_SHARE) > MOSTLY) {
                option.reasons.add("the report is mostly about " + countryName(option.place()));
            }
        }
    }

    private String countryName(Place place) {
        return gazetteer
                .findCountry(place.admin().country())
                .map(Place::name)
                .orElse(place.admin().country());
    }
}
