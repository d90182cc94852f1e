package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.jspecify.annotations.Nullable;

/**
 * Ukrainian and Russian inflection: a rule gives stems, the ending tells tense and voice. Stems are written out for each
 * change of sound ({@code знищи|знище|знищ}), so that no rules of sound are needed; unknown endings are no match.
 */
final class TriggerSlavicForms implements TriggerForms {
    private static final Set<String> PAST =
            Set.of("в", "ла", "ло", "ли", "л", "вши", "вший", "вшая", "вшие", "вшего", "вших", "");
    private static final Set<String> PASSIVE = Set.of(
            "но", "то", "н", "на", "ны", "т", "та", "ты", "ний", "не", "ні", "тий", "те", "ті", "ен", "ена", "ено",
            "ены", "ений", "ене", "ені", "єно", "єна", "єні", "єний", "ён", "ана", "ано", "ані", "аний", "ан", "аны",
            "ято");
    private static final Set<String> ATTRIBUTIVE = Set.of(
            "нный", "нная", "нное", "нные", "нного", "нной", "нных", "нным", "нными", "нном", "нную", "ного", "ної",
            "них", "ним", "ними", "ному", "ній", "ну", "ною", "того", "тої", "тих", "тим", "тими", "тый", "тая", "тые",
            "тых", "енных", "енные", "енный", "енного", "енной", "енным", "ених", "еного", "еними", "еному", "енную",
            "енная", "енное", "енном", "ваний");
    private static final Set<String> INFINITIVE = Set.of("ти", "ть", "ити", "ати", "іти", "їти", "чь", "ать", "еть");
    private static final Set<String> PRESENT = Set.of(
            "ю", "єш", "є", "ємо", "єте", "ють", "у", "еш", "е", "емо", "ете", "уть", "ить", "ять", "ите", "имо", "ет",
            "ют", "ут", "ит", "ат", "ят", "ем", "им", "ишь", "ешь", "ує", "ують", "ует", "уют", "їть", "ює", "юють",
            "яє");
    private static final Set<String> ANALYTIC_FUTURE = Set.of("тиме", "тимуть", "тимемо", "тиму");
    private static final Set<String> GERUND = Set.of("ючи", "учи", "вши", "я", "а", "яючи", "ячи", "ив", "ав", "ивши");
    private static final Set<String> NOUN = Set.of(
            "", "а", "у", "ом", "ем", "єм", "і", "и", "ы", "е", "ів", "їв", "ов", "ев", "ам", "ами", "ах", "ям", "ями",
            "ях", "я", "ю", "ї", "й", "ей", "ой", "ою", "ею", "єю", "ь", "ью", "ня", "ню", "нню", "ння", "нням", "ні",
            "ннях", "нями", "нь", "ние", "ния", "нию", "нием", "нии", "ний", "ниям", "ниями", "ниях", "тя", "ття", "тю",
            "ттю", "ттям", "тті", "тие", "тия", "тию", "тием", "тии", "ві", "ові", "еві", "ка", "ки", "ку", "кою",
            "кой", "ок", "ці", "ке", "кам", "ками", "ках", "ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях", "ія",
            "ії", "ію", "ією", "ій", "іям", "іями", "іях", "их", "им", "ими", "ость", "ости", "ість", "істю", "ець",
            "ців", "цем", "ця");

    private record Entry(TriggerRule rule, boolean whole, boolean present, boolean afterVowel) {}

    private final ClauseGrammar grammar;
    private final TriggerIndex<Entry> index = new TriggerIndex<>();

    TriggerSlavicForms(List<TriggerRule> rules, ClauseGrammar grammar) {
        this.grammar = grammar;
        for (TriggerRule rule : rules) {
            TriggerRule.Kind kind = rule.head().kind();
            for (String stem : List.of(rule.head().word().split("\\|", -1))) {
                if (kind != TriggerRule.Kind.W && kind != TriggerRule.Kind.NW) {
                    index.fileStem(stem, new Entry(rule, false, false, isVowel(stem.charAt(stem.length() - 1))));
                    filePresent(stem, rule);
                } else if (stem.endsWith("*")) {
                    index.fileStem(stem.substring(0, stem.length() - 1), new Entry(rule, true, false, false));
                } else {
                    index.fileWord(stem, new Entry(rule, true, false, false));
                }
            }
        }
    }

    private static boolean isVowel(char letter) {
        return "аеиіоуыэюяєїё".indexOf(letter) >= 0;
    }

    /** The stem of the present where it differs: захвати-ть, захват-ят; атакова-ть, атаку-ет. */
    private void filePresent(String stem, TriggerRule rule) {
        if (rule.head().kind() == TriggerRule.Kind.N) {
            return;
        }
        Entry present = new Entry(rule, false, true, true);
        if (stem.endsWith("и")) {
            index.fileStem(stem.substring(0, stem.length() - 1), present);
        } else if (stem.endsWith("ова") || stem.endsWith("ува")) {
            index.fileStem(stem.substring(0, stem.length() - 3) + "у", present);
        }
    }

    @Override
    public List<TriggerHit> hits(ClauseSentence sentence, int token) {
        String word = sentence.lower(token);
        if (word.length() < 2 || !Character.isLetter(word.charAt(0))) {
            return List.of();
        }
        List<TriggerHit> hits = new ArrayList<>();
        for (Entry entry : index.underWord(word)) {
            hits.add(new TriggerHit(entry.rule(), entry.rule().head().kind().asItStands()));
        }
        for (int end = word.length(); end > 1; end--) {
            for (Entry entry : index.underStem(word.substring(0, end))) {
                TriggerReading reading = reading(entry, word.substring(end));
                boolean lookAlike = reading != TriggerReading.NOUN && grammar.is("never_verb", word);
                if (reading != null && !lookAlike) {
                    hits.add(new TriggerHit(entry.rule(), reading));
                }
            }
        }
        hits.sort(Comparator.comparingInt(hit -> hit.rule().order()));
        return hits;
    }

    private static @Nullable TriggerReading reading(Entry entry, String ending) {
        if (entry.whole()) {
            return entry.rule().head().kind().asItStands();
        }
        if (entry.rule().head().kind() == TriggerRule.Kind.N) {
            return NOUN.contains(ending) ? TriggerReading.NOUN : null;
        }
        if (entry.present() && !PRESENT.contains(ending)) {
            return null;
        }
        boolean reflexive = ending.endsWith("ся") || ending.endsWith("сь");
        String plain = reflexive ? ending.substring(0, ending.length() - 2) : ending;
        boolean perfective = entry.rule().head().kind() == TriggerRule.Kind.PF;
        if (PAST.contains(plain) && !(plain.isEmpty() && entry.afterVowel())) {
            return TriggerReading.ACTIVE;
        }
        if (INFINITIVE.contains(plain)) {
            return TriggerReading.INFINITIVE;
        }
        if (PASSIVE.contains(plain)) {
            return TriggerReading.PASSIVE;
        }
        if (ATTRIBUTIVE.contains(plain)) {
            return TriggerReading.ATTRIBUTIVE;
        }
        if (ANALYTIC_FUTURE.contains(plain)) {
            return TriggerReading.FUTURE;
        }
        if (PRESENT.contains(plain)) {
            return perfective ? TriggerReading.FUTURE : reflexive ? TriggerReading.PASSIVE : TriggerReading.ACTIVE;
        }
        return GERUND.contains(plain) ? TriggerReading.ACTIVE : null;
    }
}
