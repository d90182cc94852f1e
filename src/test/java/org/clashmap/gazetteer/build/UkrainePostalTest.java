package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.notice.Notice;
import org.junit.jupiter.api.Test;

class UkrainePostalTest {
    private static UkrainePostal.Row row(
            int accuracy, double lon, double lat, String name, String raion, String postcode) {
        return new UkrainePostal.Row(accuracy, lon, lat, name, "", "05", raion, postcode);
    }

    private static final List<UkrainePostal.Row> RAION = List.of(
            row(4, 37.0, 48.0, "Одинівка", "Firstskyi", "1"),
            row(4, 37.1, 48.1, "Друга", "Firstskyi", "2"),
            row(4, 37.2, 48.2, "Третя", "Firstskyi", "3"),
            row(4, 39.0, 49.0, "Четверта", "Secondskyi", "4"));

    private static PlacePrecision known(UkrainePostal.Row row) {
        List<UkrainePostal.Row> rows = new ArrayList<>(RAION);
        rows.add(row);
        return UkrainePostal.clean(rows, List.of()).places().stream()
                .filter(place -> place.mainName().equals("Nova"))
                .findFirst()
                .orElseThrow()
                .known;
    }

    @Test
    void accuracyFourNearItsRaionIsAPoint() {
        assertEquals(PlacePrecision.POINT, known(row(4, 37.15, 48.12, "Нова", "Firstskyi", "9")));
    }

    @Test
    void otherAccuracyIsKnownToTheRaionOnly() {
        assertEquals(PlacePrecision.ADMIN2, known(row(1, 37.15, 48.12, "Нова", "Firstskyi", "9")));
        assertEquals(PlacePrecision.ADMIN2, known(row(3, 37.15, 48.12, "Нова", "Firstskyi", "9")));
        assertEquals(PlacePrecision.ADMIN2, known(row(0, 37.15, 48.12, "Нова", "Firstskyi", "9")));
    }

    @Test
    void pointFarFromItsRaionIsAHomonymsAndNotKept() {
        assertEquals(PlacePrecision.ADMIN2, known(row(4, 39.0, 49.1, "Нова", "Firstskyi", "9")));
    }

    @Test
    void coordinateThatAnotherRaionClaimsIsNotKept() {
        assertEquals(PlacePrecision.ADMIN2, known(row(4, 39.0, 49.0, "Нова", "Firstskyi", "9")));
    }

    @Test
    void rowWithoutRaionIsKnownToTheOblast() {
        assertEquals(PlacePrecision.ADMIN1, known(row(1, 37.15, 48.12, "Нова", "", "9")));
    }

    @Test
    void unpointedRowsStandAtTheMedianOfTheirRaion() {
        List<UkrainePostal.Row> rows = new ArrayList<>(RAION);
        rows.add(row(1, 30.0, 50.0, "Нова", "Firstskyi", "9"));
        Draft place = UkrainePostal.clean(rows, List.of()).places().stream()
                .filter(draft -> draft.known == PlacePrecision.ADMIN2)
                .findFirst()
                .orElseThrow();
        assertEquals(37.1, place.lon);
        assertEquals(48.1, place.lat);
    }

    @Test
    void namesLoseTheirCouncilNumberAndLatinLetters() {
        assertEquals("Тарасівка", UkrainePostal.cleanName("Тарасівка (Тарасівська сільська рада)"));
        assertEquals("Шевченківка", UkrainePostal.cleanName("Шевченківка 1 "));
        assertEquals("Богатирівка", UkrainePostal.cleanName("Бoгатирівка"));
        assertEquals("", UkrainePostal.cleanRaion("Donetska"));
    }

    @Test
    void readsAJavaScriptArrayWithBlanksAndReportsBadRows() throws IOException {
        String source =
                "module.exports=[[\"4\",,,\"UA\",\"48.33\",\"37.49\",\"Нова\",\"Firstskyi\",,\"Donetska\",\"05\",\"85180\"],"
                        + "[,,,\"UA\",\"x\",\"37\",\"Крива\",\"Firstskyi\",,\"Donetska\",\"05\",\"1\"],[\"4\",,\"UA\"]];";
        List<Notice> notices = new ArrayList<>();
        List<UkrainePostal.Row> rows =
                UkrainePostalReader.read(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)), notices);
        assertEquals(List.of(new UkrainePostal.Row(4, 37.49, 48.33, "Нова", "", "05", "Firstskyi", "85180")), rows);
        assertEquals(2, notices.size());
        assertEquals("@z1p/ua row 2", notices.getFirst().where());
    }

    @Test
    void sharedCoordinateStaysWithTheRaionItLiesIn() {
        List<UkrainePostal.Row> rows = new ArrayList<>(RAION);
        rows.add(row(4, 37.15, 48.12, "Нова", "Secondskyi", "8"));
        assertEquals(PlacePrecision.ADMIN2, knownAmong(rows, "Secondskyi"));
        rows.add(row(4, 37.15, 48.12, "Нова", "Firstskyi", "9"));
        assertEquals(PlacePrecision.POINT, knownAmong(rows, "Firstskyi"));
        assertEquals(PlacePrecision.ADMIN2, knownAmong(rows, "Secondskyi"));
    }

    private static PlacePrecision knownAmong(List<UkrainePostal.Row> rows, String raion) {
        return UkrainePostal.clean(rows, List.of()).places().stream()
                .filter(place -> place.mainName().equals("Nova") && place.formerAdmin2.equals(raion))
                .findFirst()
                .orElseThrow()
                .known;
    }

    @Test
    void villageStandsAtTheSeatOfItsCouncil() {
        List<UkrainePostal.Row> rows = new ArrayList<>(RAION);
        rows.add(new UkrainePostal.Row(1, 30, 50, "Нова", "Одинівська", "05", "Firstskyi", "9"));
        List<Draft> places = UkrainePostal.clean(rows, List.of()).places();
        Vicinities.locate(places);
        Draft place = places.stream()
                .filter(draft -> draft.mainName().equals("Nova"))
                .findFirst()
                .orElseThrow();
        assertEquals(PlacePrecision.ADMIN2, place.known, "near the seat, but nobody knows where");
        assertEquals(37.0, place.lon);
        assertEquals("9", place.code, "kilometres");
    }

    @Test
    void raionWithoutPointsLiesWhereItsTownsLie() {
        List<UkrainePostal.Row> rows = new ArrayList<>(RAION);
        rows.add(row(1, 30, 50, "Нова", "Thirdskyi", "9"));
        rows.add(row(1, 30, 50, "Стара", "Thirdskyi", "9"));
        Draft town = new Draft("gn:1", "PPL", "UA", 36.5, 47.5);
        town.admin1 = "05";
        town.name(NameMark.PLAIN, "Stara").name(NameMark.PLAIN, "Стара");
        Draft place = UkrainePostal.clean(rows, List.of(town)).places().stream()
                .filter(draft -> draft.mainName().equals("Nova"))
                .findFirst()
                .orElseThrow();
        assertEquals(PlacePrecision.ADMIN2, place.known);
        assertEquals(36.5, place.lon);
        assertEquals("Thirdskyi", town.formerAdmin2);
    }

    @Test
    void councilIsReadWithoutItsWords() {
        assertEquals("Тарасівська", UkrainePostal.cleanCouncil("Тарасівка (Тарасівська сільська рада)"));
        assertEquals("Ладижинська", UkrainePostal.cleanCouncil("Ружицьке (Ладижинська міська рада"));
        assertEquals("Лоцкинська", UkrainePostal.cleanCouncil("Перемога (Лоцкинська)"));
        assertEquals("", UkrainePostal.cleanCouncil("Тарасівка"));
    }
}
