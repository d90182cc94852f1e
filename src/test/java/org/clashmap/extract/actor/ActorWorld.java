package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Hierarchy;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlaceName;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.SearchHit;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.locationtech.jts.geom.Geometry;

/** A gazetteer of a few countries, capitals and peoples for the tests of actors; all at one point, which none of them uses. */
public final class ActorWorld implements Gazetteer {
    /** iso2; country names; capital names; words for the people and their adjectives. A star ends a stem. */
    private static final List<String> ROWS = List.of(
            "CO;Colombia,Колумбі*,Колумби*;Bogotá,Bogota,Богота;Colombian,Colombians,колумбійськ*,колумбийск*",
            "SD;Sudan,Судан*;Khartoum,Хартум*;Sudanese,суданськ*,суданск*",
            "UA;Ukraine,Україн*,Украин*;Kyiv,Kiev,Київ,Києв*,Киев*;Ukrainian,Ukrainians,українськ*,украинск*,українц*,украинц*",
            "RU;Russia,Росі*,Росси*;Moscow,Москв*;Russian,Russians,російськ*,российск*,росіян*,россиян*",
            "CN;China,Китай,Кита*;Beijing,Пекін*,Пекин*;Chinese,китайськ*,китайск*",
            "KR;South Korea;Seoul,Сеул*;South Korean,South Koreans,південнокорейськ*,южнокорейск*",
            "KP;North Korea;Pyongyang,Пхеньян*;North Korean,North Koreans,північнокорейськ*,северокорейск*",
            "IL;Israel,Ізраїл*,Израил*;Jerusalem,Єрусалим*,Иерусалим*;Israeli,Israelis,ізраїльськ*,израильск*",
            "AE;United Arab Emirates;Abu Dhabi;Emirati,Emiratis",
            "US;United States;Washington,Вашингтон*;American,Americans,американськ*,американск*",
            "ML;Mali,Малі,Мали;Bamako,Бамако;Malian,Malians,малійськ*,малийск*",
            "IN;India;New Delhi;Indian,Indians,індійськ*,индийск*",
            "PK;Pakistan,Пакистан*;Islamabad;Pakistani,Pakistanis,пакистанськ*,пакистанск*",
            "SY;Syria,Сирі*,Сири*;Damascus,Дамаск*;Syrian,Syrians,сирійськ*,сирийск*",
            "RW;Rwanda,Руанд*;Kigali;Rwandan,Rwandans,руандійськ*,руандийск*",
            "CD;Democratic Republic of the Congo;Kinshasa;Congolese,конголезьк*,конголезск*",
            "TR;Turkey,Туреччин*,Турци*;Ankara,Анкар*;Turkish,турецьк*,турецк*",
            "SV;El Salvador;San Salvador;Salvadoran,Salvadorans",
            "ET;Ethiopia;Addis Ababa;Ethiopian,Ethiopians",
            "SO;Somalia,Сомалі,Сомали;Mogadishu,Могадішо;Somali,Somalis,сомалійськ*,сомалийск*",
            "NG;Nigeria;Abuja;Nigerian,Nigerians",
            "MM;Myanmar;Naypyidaw;Burmese",
            "HT;Haiti;Port-au-Prince;Haitian,Haitians",
            "QA;Qatar;Doha,Доха;Qatari",
            "YE;Yemen,Ємен*,Йемен*;Sanaa;Yemeni,Yemenis");

    private final List<Place> countries = new ArrayList<>();

    public ActorWorld() {
        for (int i = 0; i < ROWS.size(); i++) {
            countries.add(place(i, cell(i, 0), "PCLI"));
        }
    }

    @Override
    public List<NameMatch> lookup(CharSequence name, Language language) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (holds(cell(i, 1), name)) {
                return List.of(match(countries.get(i), name));
            }
            if (holds(cell(i, 2), name)) {
                return List.of(match(place(i, cell(i, 0), "PPLC"), name));
            }
        }
        return List.of();
    }

    @Override
    public Optional<Place> findByDemonym(CharSequence word, Language language) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (holds(cell(i, 3), word)) {
                return Optional.of(countries.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String cell, CharSequence word) {
        String wanted = word.toString().toLowerCase(Locale.ROOT);
        for (String name : cell.toLowerCase(Locale.ROOT).split(",", -1)) {
            boolean stem = name.endsWith("*");
            if (stem
                    ? wanted.indexOf(' ') < 0 && wanted.startsWith(name.substring(0, name.length() - 1))
                    : wanted.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String cell(int row, int column) {
        return ROWS.get(row).split(";", -1)[column];
    }

    private static Place place(int index, String iso2, String code) {
        char featureClass = code.startsWith("PCL") ? 'A' : 'P';
        return new Place(
                index,
                "user:" + iso2 + code,
                iso2,
                new LonLat(0, 0),
                new Place.Feature(featureClass, code),
                new Place.Admin(iso2, null, null),
                1,
                PlacePrecision.POINT,
                "test");
    }

    private static NameMatch match(Place place, CharSequence name) {
        return new NameMatch(place, name.toString(), NameMatch.Kind.OFFICIAL, NameMatch.Level.FOLDED);
    }

    @Override
    public List<NameMatch> lookupWithin(CharSequence name, Language language, String withinId) {
        return List.of();
    }

    @Override
    public List<NameMatch> lookupAdjective(CharSequence adjective, Language language) {
        return List.of();
    }

    @Override
    public boolean isNamePrefix(CharSequence name) {
        return true;
    }

    @Override
    public Optional<Place> find(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> findCountry(String iso2) {
        return countries.stream()
                .filter(place -> place.admin().country().equals(iso2))
                .findFirst();
    }

    @Override
    public Optional<String> findIso3(String iso2) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> findCapital(String iso2) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> findAdmin1At(LonLat position) {
        return Optional.empty();
    }

    @Override
    public Optional<Geometry> findOutline(String id) {
        return Optional.empty();
    }

    @Override
    public List<Place> near(LonLat position, double radiusMeters, int limit) {
        return List.of();
    }

    @Override
    public List<Place> listWithin(BoundingBox box) {
        return List.of();
    }

    @Override
    public List<SearchHit> search(SearchQuery query) {
        return List.of();
    }

    @Override
    public List<String> names(Place place, Language language) {
        return List.of(place.name());
    }

    @Override
    public List<PlaceName> listNames(Place place) {
        return List.of();
    }

    @Override
    public Hierarchy hierarchy() {
        throw new UnsupportedOperationException("this world has no hierarchy");
    }

    @Override
    public String version() {
        return "test";
    }

    @Override
    public List<Credit> credits() {
        return List.of();
    }
}
