package org.clashmap.map;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of a page as columns of little-endian numbers, for browsers that draw many of them. Layout: the number
 * {@link #MAGIC}, the length of a JSON header, the header, zeros up to a multiple of 8; then the body: the columns, each at
 * a multiple of 8, and the ids as lines of UTF-8. Offsets in the header count from the start of the body. Codes are places
 * in the dictionaries of the header, whose first entry, the empty text, stands for "unknown".
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
public final class ColumnTable {
    public static final String MEDIA_TYPE = "application/vnd.clashmap.columns";

    static final int MAGIC = 0x434D4331;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TYPES =
            Arrays.stream(EventType.values()).map(EventType::label).toList();
    private static final List<String> SUB_TYPES =
            Arrays.stream(SubEventType.values()).map(SubEventType::label).toList();

    private final Page page;
    private final Vocabulary.Names names;
    private final Map<String, List<String>> dictionaries = new LinkedHashMap<>();
    private final List<Map<String, Object>> columns = new ArrayList<>();
    private final List<byte[]> body = new ArrayList<>();
    private int length;

    private ColumnTable(Page page) {
        this.page = page;
        names = page.view().names();
    }

    /** Writes the events of a page. */
    public static void write(Page page, OutputStream out) throws IOException {
        ColumnTable table = new ColumnTable(page);
        table.addPlaces();
        table.addTimes();
        table.addCodes();
        table.addFigures();
        table.writeTo(out);
    }

    private void addPlaces() {
        addInts("lon", IntColumn.LON);
        addInts("lat", IntColumn.LAT);
        add("west", 4, "i32", place -> bound(place, shape -> shape.west()));
        add("south", 4, "i32", place -> bound(place, shape -> shape.south()));
        add("east", 4, "i32", place -> bound(place, shape -> shape.east()));
        add("north", 4, "i32", place -> bound(place, shape -> shape.north()));
    }

    @FunctionalInterface
    private interface Side {
        int of(Shapes.Shape shape);
    }

    private int bound(int place, Side side) {
        int shape = page.segment(place).value(IntColumn.SHAPE, page.row(place));
        return shape < 0 ? Segment.NONE : side.of(page.view().shapes()[shape]);
    }

    private void addTimes() {
        addInts("day", IntColumn.DAY);
        addInts("start", IntColumn.START);
        add("end", 4, "i32", place -> {
            int end = page.segment(place).value(IntColumn.END, page.row(place));
            return end == Integer.MAX_VALUE ? Segment.NONE : end;
        });
    }

    private void addCodes() {
        dictionaries.put("event_type", TYPES);
        dictionaries.put("sub_event_type", SUB_TYPES);
        add("sub_event_type", 1, "u8", place -> value(ByteColumn.SUB_EVENT_TYPE, place));
        add(
                "event_type",
                1,
                "u8",
                place -> SubEventType.values()[value(ByteColumn.SUB_EVENT_TYPE, place)]
                        .type()
                        .ordinal());
        addSmall("precision", ByteColumn.PRECISION, names.precisions());
        addSmall("review_status", ByteColumn.STATUS, names.statuses());
        addCoded("country", "country", IntColumn.COUNTRY, names.countries());
        addCoded("admin1", "admin1", IntColumn.ADMIN1, names.admin1s());
        // Both columns share one dictionary, which holds what either of them uses.
        Recoding actors = new Recoding(names.actors().single());
        int[] first = actors.recode(page, IntColumn.ACTOR1);
        int[] second = actors.recode(page, IntColumn.ACTOR2);
        dictionaries.put("actor", actors.values());
        add("actor1", 4, "u32", place -> first[place]);
        add("actor2", 4, "u32", place -> second[place]);
        addCoded("source", "source", IntColumn.SOURCE, names.sources());
        addCoded("language", "language", IntColumn.LANGUAGE, names.languages());
    }

    private void addFigures() {
        add("tier", 1, "u8", place -> value(ByteColumn.TIER, place));
        addInts("uncertainty", IntColumn.UNCERTAINTY_METERS);
        add(
                "sources",
                2,
                "u16",
                place -> Math.min(0xFFFF, page.segment(place).value(IntColumn.INDEPENDENT_SOURCES, page.row(place))));
        addInts("fatalities", IntColumn.FATALITIES);
        add("candidates", 1, "u8", place -> value(ByteColumn.CANDIDATES, place));
        add("flags", 1, "u8", place -> value(ByteColumn.FLAGS, place));
    }

    private int value(ByteColumn column, int place) {
        return page.segment(place).value(column, page.row(place));
    }

    private void addInts(String name, IntColumn column) {
        add(
                name,
                4,
                name.equals("uncertainty") ? "u32" : "i32",
                place -> page.segment(place).value(column, page.row(place)));
    }

    private void addSmall(String name, ByteColumn column, Dictionary.Values values) {
        dictionaries.put(name, values.list());
        add(name, 1, "u8", place -> value(column, place));
    }

    /** A column whose dictionary holds only what the page uses; as narrow as that allows. */
    private void addCoded(String name, String dictionary, IntColumn column, Dictionary.Values values) {
        Recoding recoding = new Recoding(values);
        int[] codes = recoding.recode(page, column);
        dictionaries.put(dictionary, recoding.values());
        int size = recoding.values().size();
        int width = name.equals("source") ? 4 : name.equals("language") && size <= 256 ? 1 : size <= 65_536 ? 2 : 4;
        add(name, width, "u" + width * 8, place -> codes[place]);
    }

    /** New codes in the order of first use, after the empty text. */
    private static final class Recoding {
        private final Dictionary.Values from;
        private final int[] codes;
        private final List<String> values = new ArrayList<>(List.of(""));

        Recoding(Dictionary.Values from) {
            this.from = from;
            codes = new int[from.size()];
        }

        int[] recode(Page page, IntColumn column) {
            int[] recoded = new int[page.size()];
            for (int i = 0; i < recoded.length; i++) {
                int code = page.segment(i).value(column, page.row(i));
                if (code != 0 && codes[code] == 0) {
                    codes[code] = values.size();
                    values.add(from.get(code));
                }
                recoded[i] = codes[code];
            }
            return recoded;
        }

        List<String> values() {
            return values;
        }
    }

    private void add(String name, int width, String type, IntUnaryOperator value) {
        int rows = page.size();
        ByteBuffer buffer = ByteBuffer.allocate(padded(rows * width)).order(ByteOrder.LITTLE_ENDIAN);
        for (int place = 0; place < rows; place++) {
            switch (width) {
                case 1 -> buffer.put((byte) value.applyAsInt(place));
                case 2 -> buffer.putShort((short) value.applyAsInt(place));
                default -> buffer.putInt(value.applyAsInt(place));
            }
        }
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("type", type);
        column.put("offset", length);
        columns.add(column);
        body.add(buffer.array());
        length = Math.addExact(length, buffer.capacity());
    }

    private static int padded(int bytes) {
        return (bytes + 7) / 8 * 8;
    }

    private void writeTo(OutputStream out) throws IOException {
        byte[] ids = String.join("\n", page.ids()).getBytes(StandardCharsets.UTF_8);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("count", page.size());
        header.put("data_version", page.view().dataVersion());
        header.put("matched", page.matched());
        header.put("dictionaries", dictionaries);
        header.put("columns", columns);
        Map<String, Object> idPlace = new LinkedHashMap<>();
        idPlace.put("offset", length);
        idPlace.put("length", ids.length);
        header.put("ids", idPlace);
        byte[] json = JSON.writeValueAsBytes(header);
        ByteBuffer start = ByteBuffer.allocate(padded(8 + json.length)).order(ByteOrder.LITTLE_ENDIAN);
        start.putInt(MAGIC).putInt(json.length).put(json);
        out.write(start.array());
        for (byte[] column : body) {
            out.write(column);
        }
        out.write(ids);
    }
}
