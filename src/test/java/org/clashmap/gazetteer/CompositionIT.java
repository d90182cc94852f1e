package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base and layers together; all places are invented, or moved from where they are. */
class CompositionIT {
    @TempDir
    Path folder;

    private Path geodata;
    private Path layers;

    @BeforeEach
    void writeBase() throws IOException {
        geodata = SmallGeodata.base(folder.resolve("geodata")).write();
        layers = folder.resolve("layers");
    }

    private Path layer(String name, String... rows) throws IOException {
        return new SmallGeodata(layers.resolve(name), "0123456789")
                .layer('l', name, "Survey of " + name, "ODbL")
                .table("UA", rows)
                .write();
    }

    private Gazetteer load() {
        return CompactGazetteer.load(geodata, layers);
    }

    private static List<String> placeIds(Hierarchy.Page page) {
        return page.places().stream().map(Place::id).toList();
    }

    private static Place find(Gazetteer gazetteer, String id) {
        return gazetteer.find(id).orElseThrow(() -> new AssertionError("no place " + id));
    }

    @Test
    void sameNameWithinThreeKilometresIsOnePlaceWithTheLayersPoint() throws IOException {
        layer("survey", "@05\t\t", "user:1\tPPL\t48.36\t37.56\t70\tpl\tTarasivka|Taraszovka|+Тарасівка|=Тарасія");
        Gazetteer gazetteer = load();
        Place place = find(gazetteer, "gn:102");
        assertEquals(new LonLat(37.56, 48.36), place.point());
        assertEquals("survey", place.layer());
        assertEquals(70, place.population(), "the base knew none");
        assertEquals("gn:UA.05.1412", place.admin().admin2());
        assertEquals(place, find(gazetteer, "user:1"), "by either id");
        for (String name : List.of("Tarasivka", "Taraszovka", "Тарасія", "Тарасовка")) {
            assertEquals(List.of("gn:102"), ids(gazetteer.lookup(name, Language.UK)), name);
        }
    }

    @Test
    void sameNameFartherAwayIsAnotherPlace() throws IOException {
        layer("survey", "@05\t\t", "user:1\tPPL\t48.39\t37.5527\t\tpl\tTarasivka");
        Gazetteer gazetteer = load();
        assertEquals(List.of("gn:102", "user:1"), ids(gazetteer.lookup("Tarasivka", Language.EN)));
        assertEquals(new LonLat(37.5527, 48.35), find(gazetteer, "gn:102").point());
    }

    @Test
    void otherNameAtTheSameSpotIsAnotherPlace() throws IOException {
        layer("survey", "@05\t\t", "user:1\tPPL\t48.35\t37.5527\t\tpl\tStepove");
        assertEquals(List.of("user:1"), ids(load().lookup("Stepove", Language.EN)));
    }

    @Test
    void sameIdIsBelievedNearbyAndFartherAwayOnlyWithTheSameName() throws IOException {
        layer(
                "survey",
                "@05\t\t",
                "101\tPPL\t48.75\t37.6\t\tpl\tKramatorskaia",
                "102\tPPL\t48.65\t37.5527\t\tpl\tTarasivka",
                "@14\t\t",
                "103\tPPL\t49.4\t38.2482\t\tpl\tNova Balka");
        Gazetteer gazetteer = load();
        assertEquals("survey", find(gazetteer, "gn:101").layer());
        assertEquals(new LonLat(37.5527, 48.65), find(gazetteer, "gn:102").point());
        assertEquals("Bilohorivka", find(gazetteer, "gn:103").name());
        assertEquals("geonames", find(gazetteer, "gn:103").layer());
        assertEquals(
                List.of("survey:gn:103"),
                ids(gazetteer.lookup("Nova Balka", Language.EN)),
                "a wrong id loses no place");
    }

    @Test
    void placeKnownToItsRaionGetsTheLayersPointWhenItIsTheOnlyOne() throws IOException {
        layer("survey", "@05\t1412\t", "user:1\tPPL\t48.8\t37.3\t\tpl\tRozdol|+Роздол");
        Place place = find(load(), "gnp:UA-1-rozdol");
        assertEquals(PlacePrecision.POINT, place.precision());
        assertEquals(new LonLat(37.3, 48.8), place.point());
        assertEquals("survey", place.layer());
    }

    @Test
    void placeKnownToItsRaionStaysSoWhereTheLayerHasTwoOrNoneInIt() throws IOException {
        layer(
                "survey",
                "@05\t1412\t",
                "user:1\tPPL\t48.8\t37.3\t\tpl\tRozdol",
                "user:2\tPPL\t48.5\t37.9\t\tpl\tRozdol",
                "@14\t\t",
                "user:3\tPPL\t49\t38.5\t\tpl\tZarichne");
        Gazetteer gazetteer = load();
        assertEquals(PlacePrecision.ADMIN2, find(gazetteer, "gnp:UA-1-rozdol").precision());
        assertEquals(PlacePrecision.ADMIN2, find(gazetteer, "gnp:UA-2-zarichne").precision());
        assertEquals(List.of("gnp:UA-1-rozdol", "user:1", "user:2"), ids(gazetteer.lookup("Rozdol", Language.EN)));
    }

    @Test
    void settlementsOfBaseAndLayerLieInTheHromadaThatTheLayerBrings() throws IOException {
        layer(
                "survey",
                "102\t\t\t\t\tnl\t+Тарасівка\t#H1",
                "@05\t1412\t",
                "user:h\tADM3\t48.5\t37.6\t\tal\tVydumana hromada|+Видумана громада\tH1",
                "user:1\tPPL\t48.1\t37.1\t12\tpl\tNova Balka|+Нова Балка\t#H1",
                "user:2\tPPL\t48.2\t37.2\t12\tpl\tStara Balka|+Стара Балка\t#H2");
        Gazetteer gazetteer = load();
        Place ofTheBase = find(gazetteer, "gn:102");
        assertEquals(new Place.Admin("UA", "ne:UA-14", "gn:UA.05.1412", "user:h"), ofTheBase.admin());
        assertEquals(List.of("user:1", "gn:102"), placeIds(gazetteer.hierarchy().contains("user:h", 0, 10)));
        assertEquals(List.of("user:1"), placeIds(gazetteer.hierarchy().siblings(ofTheBase, 0, 10)));
        assertEquals(
                "user:h", gazetteer.hierarchy().parents(ofTheBase).getFirst().id());
        assertEquals(List.of("user:1"), ids(gazetteer.lookupWithin("Нова Балка", Language.UK, "user:h")));
        assertNull(find(gazetteer, "user:2").admin().admin3(), "a code that no unit has ties to nothing");
    }

    @Test
    void placesOfTheLayerAloneLieInTheUnitsOfTheBaseAndInItsOwn() throws IOException {
        layer(
                "survey",
                "user:r\tADM1\t46.5\t32\t\tal\tKherson|+Херсонська область\t08",
                "@05\t\t",
                "user:1\tPPL\t48.1\t37.1\t12\tpl\tNova Balka|+Нова Балка",
                "@08\t\t",
                "user:2\tPPL\t46.6\t32.1\t\tpl\tStepove|+Степове");
        Gazetteer gazetteer = load();
        assertEquals(
                new Place.Admin("UA", "ne:UA-14", null),
                find(gazetteer, "user:1").admin());
        assertEquals(
                new Place.Admin("UA", "user:r", null), find(gazetteer, "user:2").admin());
        assertEquals(List.of("user:1"), ids(gazetteer.lookupWithin("Нова Балка", Language.UK, "ne:UA-14")));
        assertTrue(gazetteer.isNamePrefix("Нова"));
        assertEquals(List.of("Нова Балка"), gazetteer.names(find(gazetteer, "user:1"), Language.UK));
    }

    @Test
    void namesAloneGoToTheirPlaceOrNowhere() throws IOException {
        layer("more-names", "103\t\t\t\t\tnl\t-Verkhnia Bila^1890-1924|+Білогорівка", "999\t\t\t\t\tnl\tNowhere");
        Gazetteer gazetteer = load();
        NameMatch match = gazetteer.lookup("Verkhnia Bila", Language.EN).getFirst();
        assertEquals("gn:103", match.place().id());
        assertEquals(NameMatch.Kind.HISTORIC, match.kind());
        assertEquals(new Validity(1890, 1924), match.validity());
        assertEquals("geonames", match.place().layer());
        assertEquals(List.of(), ids(gazetteer.lookup("Nowhere", Language.EN)));
        assertFalse(gazetteer.find("gn:999").isPresent());
    }

    @Test
    void whatALayerTellsOfANameIsKeptForTheNameThatIsThere() throws IOException {
        layer(
                "names",
                "103\t\t\t\t\tnl\t-Bilohorivka^1850-1900|Білогорівка^1900-|Stara Bila",
                "102\t\t\t\t\tnl\t!Tarasivka");
        Gazetteer gazetteer = load();
        NameMatch main = gazetteer.lookup("Bilohorivka", Language.EN).getFirst();
        assertEquals(NameMatch.Kind.OFFICIAL, main.kind(), "once before does not end the name in force");
        assertEquals(Validity.UNKNOWN, main.validity());
        NameMatch ukrainian = gazetteer.lookup("Білогорівка", Language.UK).getFirst();
        assertEquals(new Validity(1900, 0), ukrainian.validity());
        NameMatch former = gazetteer.lookup("Stara Bila", Language.EN).getFirst();
        assertEquals(NameMatch.Kind.HISTORIC, former.kind());
        assertEquals(new Validity(1924, 2016), former.validity());
        assertEquals("Tarasivka", find(gazetteer, "gn:102").name());
    }

    @Test
    void layersAreNamedInVersionAndCredits() throws IOException {
        layer("b-layer", "@05\t\t", "user:1\tPPL\t48.1\t37.1\t\tpl\tNova Balka");
        layer("a-layer", "@05\t\t", "user:2\tPPL\t48.1001\t37.1\t\tpl\tNova Balka");
        Gazetteer gazetteer = load();
        assertEquals("1.base+a-layer.0123456789+b-layer.0123456789", gazetteer.version());
        assertEquals(
                List.of("geonames", "geonames-postal", "a-layer", "b-layer"),
                gazetteer.credits().stream().map(Gazetteer.Credit::layer).toList());
        assertEquals("ODbL", gazetteer.credits().getLast().licence());
        assertEquals("b-layer", find(gazetteer, "user:2").layer(), "layers fuse with each other too");
        assertEquals(List.of("user:2"), ids(gazetteer.lookup("Nova Balka", Language.EN)));
    }

    @Test
    void layerTakenAwayLeavesNothingBehind() throws IOException {
        String before = everything(load());
        Path survey = layer(
                "survey",
                "@05\t1412\t",
                "user:1\tPPL\t48.36\t37.56\t70\tpl\tTarasivka|+Тарасія",
                "user:2\tPPL\t48.8\t37.3\t\tpl\tRozdol",
                "user:3\tPPL\t48.1\t37.1\t\tpl\tNova Balka");
        String with = everything(load());
        assertEquals(with, everything(load()), "from the snapshot");
        assertTrue(with.contains("user:3") && !with.equals(before), with);
        try (Stream<Path> all = Files.walk(survey)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertEquals(before, everything(load()));
    }

    @Test
    void preparationMakesWhatTheNextStartTakes() throws IOException {
        layer("before", "@05\t\t", "user:1\tPPL\t48.1\t37.1\t\tpl\tNova Balka");
        layer("zulu", "@05\t\t", "user:3\tPPL\t48.3\t37.3\t\tpl\tZulu");
        try (Preparation preparation = Preparation.begin(geodata, layers, "survey")) {
            layer("survey", "@05\t\t", "user:2\tPPL\t48.2\t37.2\t\tpl\tStepove");
            preparation.finish();
        }
        for (String name : List.of("before", "survey", "zulu")) {
            Files.delete(layers.resolve(name).resolve("places/UA.tsv.gz"));
        }
        Gazetteer gazetteer = load();
        assertEquals(List.of(), gazetteer.notices());
        assertEquals(
                "1.base+before.0123456789+survey.0123456789+zulu.0123456789", gazetteer.version(), "in their order");
        for (String id : List.of("user:1", "user:2", "user:3")) {
            assertTrue(gazetteer.find(id).isPresent(), id);
        }
    }

    @Test
    void preparationOfALayerThatCannotBeReadLeavesItToTheStartToSaySo() throws IOException {
        layer("good", "@05\t\t", "user:1\tPPL\t48.1\t37.1\t\tpl\tNova Balka");
        Files.createDirectories(layers.resolve("no-manifest"));
        Preparation.begin(geodata, layers, "good").finish();
        assertFalse(Files.exists(layers.resolve("gazetteer.snapshot")));
        assertEquals(1, load().notices().size());
    }

    @Test
    void brokenLayerIsLeftOutByNameAndTheRestLoads() throws IOException {
        layer("good", "@05\t\t", "user:1\tPPL\t48.1\t37.1\t\tpl\tNova Balka");
        Path broken = layer("broken", "@05\t\t", "user:2\tPPL\t48.2\t37.2\t\tpl\tStepove");
        Path table = broken.resolve("places/UA.tsv.gz");
        byte[] whole = Files.readAllBytes(table);
        Files.write(table, Arrays.copyOf(whole, whole.length - 9));
        Files.createDirectories(layers.resolve("no-manifest"));
        Files.createDirectories(layers.resolve(".new-unfinished"));
        Files.writeString(layers.resolve("a-file"), "is no layer");
        for (int start = 1; start <= 2; start++) {
            Gazetteer gazetteer = load();
            assertTrue(gazetteer.find("user:1").isPresent());
            assertFalse(gazetteer.find("user:2").isPresent());
            assertEquals("1.base+good.0123456789", gazetteer.version());
            List<String> notices =
                    gazetteer.notices().stream().map(Object::toString).toList();
            assertEquals(2, notices.size(), notices::toString);
            assertTrue(notices.getFirst().contains("layer broken"), notices::toString);
            assertTrue(notices.getFirst().contains("./clashmap gazetteer remove broken"), notices::toString);
            assertTrue(notices.getLast().contains("no-manifest"), notices::toString);
        }
        Files.write(table, whole);
        assertTrue(load().find("user:2").isPresent(), "once repaired, though its manifest is the same");
    }

    private static List<String> ids(List<NameMatch> matches) {
        return matches.stream().map(match -> match.place().id()).toList();
    }

    private static String everything(Gazetteer gazetteer) {
        StringBuilder all = new StringBuilder(gazetteer.version() + gazetteer.credits());
        for (String name : List.of("Tarasivka", "Rozdol", "Nova Balka", "Тарасія", "Bilohorivka", "Kramatorsk")) {
            all.append(gazetteer.lookup(name, Language.UK)).append(gazetteer.isNamePrefix(name));
        }
        all.append(gazetteer.near(new LonLat(37.5, 48.3), 100_000, 50));
        return all.toString();
    }
}
