package org.clashmap.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.extract.Act;
import org.clashmap.extract.ToponymRole;
import org.clashmap.extract.TriggerMention;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.Relation;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;

/**
 * Finds where an act happened among the place phrases of a report: in the clause of its trigger first, then in the sentence,
 * then through a word such as "the city" that points back. Places that belong to a speaker or to a movement's ends are not
 * the act's.
 */
final class DraftPlaces {
    private static final Pattern LIST_GAP = Pattern.compile(
            "(?iu)\\s*(?:[,;]|[,;]?\\s*(?:and|or|as well as|and also|та|і|й|и|а також|а также|також|также))\\s*(?:(?:also|the)\\s+)*");
    private static final Pattern POINTS_BACK =
            Pattern.compile("(?iu)(?<![\\p{L}])(?:(?<near>near|around|outside|on the outskirts of"
                    + "|on the edge of|на околицях|на околиці|біля|поблизу|на окраинах|на окраине|под|около)\\s+)?"
                    + "(?:(?:in|at|inside|into|of|across|over|у|в|по)\\s+)?(?:(?:the|this)\\s+(?:city|town|village|settlement|camp)|(?<here>this\\s+capital)|there"
                    + "|міста|місті|місту|місто|села|селі|селу|селища|селищі|города|городе|городу|город|села|селе|селу|посёлка"
                    + "|поселка|посёлке|поселке)(?![\\p{L}])(?!\\s+(?:of|council|hall|centre|center|authorities|'s))");
    private static final Pattern RELATIVE = Pattern.compile("(?iu)[\\s–—,-]*(?:where|де|где)(?![\\p{L}])");
    private static final int OPENS_WITHIN = 12;
    private static final int INSIDE_SUBJECT = 40;
    private static final Pattern HOME =
            Pattern.compile("(?iu)(?:\\b(?:based|headquartered|stationed|garrisoned|quartered|born"
                    + "|raised|registered|seated|deported|resident|living|lives|lived|treated|hospitali[sz]ed|buried)"
                    + "|базу\\p{L}*ться|дислокован\\p{L}*|базиру\\p{L}+|дислоцирован\\p{L}*|уродж\\p{L}+|родом"
                    + "|госпіталізован\\p{L}*|госпитализирован\\p{L}*"
                    + "|(?:taken|rushed|flown|airlifted|transferred) to (?:an? |the )?(?:[\\p{L}-]+ ){0,2}(?:hospital|clinic)s?"
                    + "|(?:bound|heading) for|en route|on (?:its|his|her|their) way"
                    + "|доставлен\\p{L}*|доставили|увезли|отвезли|перевезен\\p{L}*|перевезли|відвезли"
                    + "|partis?|parties?|venu\\p{L}*|provenant|se (?:dirige|dirigeai|rendai|rend)\\p{L}*"
                    + "|volv\\p{L}+|regres\\p{L}+|se dirig\\p{L}+|rumbo|procedente)\\s+(?:(?:out of|to)\\s+)?$");
    /** "In B they amputated his foot": where the wounded are treated is not where they were hurt. */
    private static final Pattern TREATED =
            Pattern.compile("(?iu)^\\s*(?:[\\p{L}’']+\\s+)?(?:ампут|прооперув|прооперир)\\p{L}+");

    private static final Pattern MOVEMENT_END =
            Pattern.compile("(?iu)^(?:from|to|into|towards?|до|з|із|зі|в бік|у бік|из|в сторону)\\s.*");

    private final Reading reading;

    DraftPlaces(Reading reading) {
        this.reading = reading;
    }

    /** The places of a trigger within its own sentence, as the text lists them; empty when there are none. */
    List<PlacePhrase> find(TriggerMention trigger, Sentence sentence, List<TriggerMention> others) {
        List<PlacePhrase> inSentence = usable(sentence, trigger);
        List<PlacePhrase> inClause = inSentence.stream()
                .filter(p -> trigger.clause().overlaps(anchors(p)))
                .toList();
        List<PlacePhrase> pool = inClause.isEmpty() ? unowned(inSentence, trigger, others) : inClause;
        return best(pool, trigger).map(p -> withListed(p, pool)).orElse(List.of());
    }

    /** The place that "the city", "the village" in a sentence points back to. */
    Optional<PlacePhrase> findPointedBack(TriggerMention trigger, Sentence sentence) {
        Matcher matcher = POINTS_BACK
                .matcher(reading.text().text())
                .region(sentence.span().start(), sentence.span().end());
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            if (trigger.clause().overlaps(span)
                    || Math.abs(span.start() - trigger.span().start()) < 60) {
                Relation relation = matcher.group("near") == null ? Relation.AT : Relation.NEAR;
                Optional<Toponym> seat = matcher.group("here") == null ? Optional.empty() : dateline();
                return seat.or(() -> lastSettlementBefore(span.start()))
                        .map(t -> new PlacePhrase(span, relation, List.of(t), List.of(), null, null));
            }
        }
        return Optional.empty();
    }

    /** "in Kursk, where they …": the place right before the clause of the trigger. */
    Optional<PlacePhrase> findRelative(TriggerMention trigger, Sentence sentence) {
        String text = reading.text().text();
        String clause = trigger.clause().of(text);
        if (!RELATIVE.matcher(clause).lookingAt()) {
            return Optional.empty();
        }
        return reading.phrases().stream()
                .filter(p -> sentence.span().contains(anchors(p))
                        && p.span().end() <= trigger.clause().start() + 1
                        && trigger.clause().start() - p.span().end() < 6)
                .reduce((first, second) -> second);
    }

    /** Where the report was written: "this capital" is that city. */
    private Optional<Toponym> dateline() {
        return reading.toponyms().stream()
                .filter(t -> t.mention().role() == ToponymRole.DATELINE)
                .findFirst();
    }

    private Optional<Toponym> lastSettlementBefore(int offset) {
        Toponym last = null;
        for (Toponym toponym : reading.toponyms()) {
            boolean settlement = toponym.mention().isLiteral()
                    && toponym.resolution()
                            .findBest()
                            .map(p -> p.feature().isPopulatedPlace())
                            .orElse(false);
            if (settlement && toponym.mention().span().end() <= offset) {
                last = toponym;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The place phrases of a sentence, whatever they are about. */
    List<PlacePhrase> listIn(Sentence sentence) {
        return reading.phrases().stream()
                .filter(p -> sentence.span().contains(anchors(p)))
                .toList();
    }

    private List<PlacePhrase> usable(Sentence sentence, TriggerMention trigger) {
        List<PlacePhrase> usable = new ArrayList<>();
        for (PlacePhrase phrase : reading.phrases()) {
            if (sentence.span().contains(anchors(phrase))
                    && !reading.isSpeaker(anchors(phrase))
                    && !isHome(phrase)
                    && !isMovementEnd(phrase, trigger)) {
                usable.add(phrase);
            }
        }
        return usable;
    }

    /** "Which is based in A", "who was born in A": where somebody belongs, not where the act was. */
    private boolean isHome(PlacePhrase phrase) {
        int start = phrase.span().start();
        String text = reading.text().text();
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(
                phrase.span().end(), Math.min(text.length(), phrase.span().end() + 40));
        return HOME.matcher(before).find() || TREATED.matcher(after).find();
    }

    private boolean isMovementEnd(PlacePhrase phrase, TriggerMention trigger) {
        boolean movement = trigger.act() == Act.DISPLACEMENT
                || trigger.act() == Act.DEPLOYMENT
                || trigger.act() == Act.RECRUITMENT;
        return phrase.relation() == Relation.AT
                && movement
                && MOVEMENT_END.matcher(phrase.span().of(reading.text().text())).matches();
    }

    /** Phrases of the sentence that stand in no other act's clause. */
    private static List<PlacePhrase> unowned(
            List<PlacePhrase> phrases, TriggerMention trigger, List<TriggerMention> others) {
        return phrases.stream()
                .filter(p -> others.stream()
                        .filter(o -> !o.clause().equals(trigger.clause()) && isActOfItsOwn(o))
                        .noneMatch(o -> o.clause().contains(anchors(p))))
                .toList();
    }

    /** Not a saying, and not an effect ("and wounded 11 at a tea shop in A"), which goes with the act beside it. */
    private static boolean isActOfItsOwn(TriggerMention trigger) {
        Family family = ActCodes.of(trigger.act()).family();
        return family != Family.SPEECH && family != Family.EFFECT;
    }

    private Optional<PlacePhrase> best(List<PlacePhrase> pool, TriggerMention trigger) {
        return pool.stream()
                .min(Comparator.comparingInt((PlacePhrase p) -> vagueness(p))
                        .thenComparingInt(p -> distance(p, trigger))
                        .thenComparingInt(p -> p.span().start()));
    }

    private static int vagueness(PlacePhrase phrase) {
        if (phrase.isOnlyRegion()) {
            boolean country = phrase.anchors()
                    .getFirst()
                    .resolution()
                    .findBest()
                    .map(p -> p.feature().isCountry())
                    .orElse(false);
            return country ? 3 : 2;
        }
        return phrase.relation() == Relation.FRONT_SECTOR ? 1 : 0;
    }

    /**
     * Characters between phrase and trigger; a place before its act is a little farther than one after it, and farther
     * still inside the subject ("two men wanted for a robbery near A were arrested in B").
     */
    private int distance(PlacePhrase phrase, TriggerMention trigger) {
        if (phrase.span().start() >= trigger.span().end()) {
            return phrase.span().start() - trigger.span().end();
        }
        boolean opens = phrase.span().start() - trigger.clause().start() <= OPENS_WITHIN;
        int inside = trigger.form() == TriggerMention.Form.NOUN || opens ? 0 : INSIDE_SUBJECT;
        return 10 + inside + Math.max(0, trigger.span().start() - phrase.span().end());
    }

    /** A phrase with those that the text lists beside it: "A in D, B in E and C". */
    private List<PlacePhrase> withListed(PlacePhrase phrase, List<PlacePhrase> pool) {
        List<PlacePhrase> listed = new ArrayList<>(List.of(phrase));
        List<PlacePhrase> sorted = pool.stream()
                .sorted(Comparator.comparingInt(p -> p.span().start()))
                .toList();
        int at = sorted.indexOf(phrase);
        for (int i = at + 1; i < sorted.size() && isListed(sorted.get(i - 1), sorted.get(i)); i++) {
            listed.add(sorted.get(i));
        }
        for (int i = at - 1; i >= 0 && isListed(sorted.get(i), sorted.get(i + 1)); i--) {
            listed.addFirst(sorted.get(i));
        }
        return listed;
    }

    private boolean isListed(PlacePhrase left, PlacePhrase right) {
        return left.span().end() <= right.span().start()
                && vagueness(left) == vagueness(right)
                && !isLocator(left, right)
                && LIST_GAP.matcher(reading.text()
                                .text()
                                .substring(left.span().end(), right.span().start()))
                        .matches();
    }

    /** "In A, 5 km east of B", "in A, near B": the second says where the first lies. */
    private boolean isLocator(PlacePhrase left, PlacePhrase right) {
        String gap =
                reading.text().text().substring(left.span().end(), right.span().start());
        return gap.strip().equals(",")
                && left.relation() == Relation.AT
                && (right.relation() == Relation.NEAR
                        || right.bearingDegrees() != null
                        || right.distanceMeters() != null);
    }

    /** From the first anchor to the last, without the words of the relation. */
    static Span anchors(PlacePhrase phrase) {
        return new Span(
                phrase.anchors().getFirst().mention().span().start(),
                phrase.anchors().getLast().mention().span().end());
    }
}
