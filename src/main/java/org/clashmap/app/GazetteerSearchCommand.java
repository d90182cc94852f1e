package org.clashmap.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clashmap.api.document.PlaceJson;
import org.clashmap.api.document.PlaceReasons;
import org.clashmap.api.document.PlaceSearch;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.SearchQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Searches places by name. */
@Command(name = "search", description = "Search places by name.", mixinStandardHelpOptions = true, sortOptions = false)
final class GazetteerSearchCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A name in any of the languages, or its beginning.")
    private String name;

    @Option(names = "--near", paramLabel = "LAT,LON", description = "Places near this position first.")
    private @Nullable String near;

    @Option(
            names = "--in",
            paramLabel = "ADMIN",
            description = "Only in this country or unit: an id, a two-letter code or a name.")
    private @Nullable String unit;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "A GeoJSON FeatureCollection instead of lines.")
    private boolean asJson;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Installation installation = Installation.find();
        Gazetteer gazetteer =
                Workshop.open(installation, data.folder(installation), console).gazetteer();
        PlaceJson places = new PlaceJson(gazetteer);
        PlaceSearch search = search(gazetteer);
        List<PlaceSearch.Found> found = search.run(gazetteer);
        if (asJson) {
            List<Map<String, Object>> features =
                    found.stream().map(places::feature).toList();
            console.result("{\"type\":\"FeatureCollection\",\"features\":" + JSON.writeValueAsString(features) + "}");
        } else {
            found.forEach(one -> console.result(line(places, one)));
        }
        if (found.isEmpty()) {
            console.say("No place called \"" + name + "\" is known.");
        }
        search.swapped(found)
                .ifPresent(other -> console.say("note: these lie far from --near " + near + ", but near " + other.lat()
                        + "," + other.lon() + "; latitude comes first."));
        return ExitCode.DONE;
    }

    private PlaceSearch search(Gazetteer gazetteer) {
        try {
            if (limit < 1) {
                throw new IllegalArgumentException("--limit " + limit + " is below 1");
            }
            return new PlaceSearch(new SearchQuery(
                    name,
                    Optional.ofNullable(unit).map(value -> PlaceSearch.unitId(gazetteer, value)),
                    Optional.ofNullable(near).map(value -> PlaceSearch.position(value, true)),
                    Optional.empty(),
                    limit));
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(
                    spec.commandLine(), "The search cannot be made: " + refused.getMessage(), refused);
        }
    }

    /** Id, position, precision, feature code, address and why it was found, separated by tabs. */
    private static String line(PlaceJson places, PlaceSearch.Found found) {
        Place place = found.place();
        String position = String.format(
                Locale.ROOT, "%.4f,%.4f", place.point().lat(), place.point().lon());
        return String.join(
                "\t",
                place.id(),
                position,
                PlaceJson.word(place.precision()),
                place.feature().code(),
                places.address(place),
                String.join("; ", PlaceReasons.of(found)));
    }
}
