package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The counts of several tellings: low is the lowest and high the highest that is told; best is that of the latest
 * correction or, without one, the figure that most independent voices tell. Nothing is ever added up.
 */
final class TollCombination {
    private final List<Event> tellings;
    private final Optional<Event> correction;
    private final List<String> voices;

    private TollCombination(List<Telling> tellings) {
        // A reprint says again what is said; it is no second figure.
        List<Telling> own = new ArrayList<>();
        for (Telling telling : tellings) {
            if (own.isEmpty() || !telling.isReprint()) {
                own.add(telling);
            }
        }
        this.tellings = own.stream().map(Telling::event).toList();
        this.correction =
                own.stream().filter(Telling::corrects).map(Telling::event).reduce((a, b) -> later(a, b));
        this.voices = this.tellings.stream().map(TollCombination::voice).toList();
    }

    private static Event later(Event left, Event right) {
        return published(right) >= published(left) ? right : left;
    }

    private static long published(Event event) {
        return event.account().sources().stream()
                .flatMap(source -> Optional.ofNullable(source.published()).stream())
                .mapToLong(day -> day.toEpochDay())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static String voice(Event event) {
        return event.account().sources().isEmpty()
                ? "unknown"
                : Outlets.voiceOf(event, event.account().sources().getFirst());
    }

    static Event.Toll of(List<Telling> tellings) {
        return new TollCombination(tellings).toll();
    }

    private Event.Toll toll() {
        Event.Toll first = tellings.getFirst().toll();
        Event.Estimate deaths = deaths();
        Set<String> words = new LinkedHashSet<>();
        tellings.forEach(event -> Optional.ofNullable(event.toll().words()).ifPresent(words::add));
        Integer fatalities = first.fatalities();
        if (deaths != null) {
            fatalities = fatalities(deaths);
        }
        return new Event.Toll(
                fatalities,
                deaths == null ? first.deaths() : deaths,
                range(Event.Toll::injured),
                figure(Event.Toll::captured),
                range(Event.Toll::displaced),
                figure(Event.Toll::attackCount),
                words.isEmpty() ? null : String.join("; ", words));
    }

    /** Null when none tells deaths: zero only says that no deaths are reported. */
    private Event.@Nullable Estimate deaths() {
        List<Event.Estimate> told = new ArrayList<>();
        Map<Integer, Set<String>> voicesByBest = new LinkedHashMap<>();
        for (int i = 0; i < tellings.size(); i++) {
            Event.Estimate deaths = tellings.get(i).toll().deaths();
            if (deaths != null && Likeness.isTold(deaths)) {
                told.add(deaths);
                voicesByBest
                        .computeIfAbsent(deaths.best(), key -> new LinkedHashSet<>())
                        .add(voices.get(i));
            }
        }
        if (told.isEmpty()) {
            return null;
        }
        int low = told.stream().mapToInt(Event.Estimate::low).min().orElseThrow();
        int high = told.stream().mapToInt(Event.Estimate::high).max().orElseThrow();
        int most = voicesByBest.values().stream().mapToInt(Set::size).max().orElseThrow();
        int best = voicesByBest.entrySet().stream()
                .filter(entry -> entry.getValue().size() == most)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Optional<Event.Estimate> corrected =
                correction.map(event -> event.toll().deaths()).filter(Likeness::isTold);
        return new Event.Estimate(low, corrected.map(Event.Estimate::best).orElse(best), high);
    }

    /** The conservative figure; a correction takes the place of what it corrects. */
    private int fatalities(Event.Estimate deaths) {
        Optional<Event> corrected =
                correction.filter(event -> Likeness.isTold(event.toll().deaths()));
        if (corrected.isPresent() && corrected.get().toll().fatalities() != null) {
            return corrected.get().toll().fatalities();
        }
        return tellings.stream()
                .filter(event -> Likeness.isTold(event.toll().deaths()))
                .flatMap(event -> Optional.ofNullable(event.toll().fatalities()).stream())
                .min(Comparator.naturalOrder())
                .orElse(deaths.low());
    }

    private Event.@Nullable Range range(Function<Event.Toll, Event.@Nullable Range> part) {
        List<Event.Range> told = tellings.stream()
                .flatMap(event -> Optional.ofNullable(part.apply(event.toll())).stream())
                .toList();
        return told.isEmpty()
                ? null
                : new Event.Range(
                        told.stream().mapToInt(Event.Range::low).min().orElseThrow(),
                        told.stream().mapToInt(Event.Range::high).max().orElseThrow());
    }

    private @Nullable Integer figure(Function<Event.Toll, @Nullable Integer> part) {
        Optional<Integer> corrected = correction.flatMap(event -> Optional.ofNullable(part.apply(event.toll())));
        return corrected
                .or(() -> tellings.stream()
                        .flatMap(event -> Optional.ofNullable(part.apply(event.toll())).stream())
                        .findFirst())
                .orElse(null);
    }
}
