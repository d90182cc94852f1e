package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers by the command line: added, listed, found, removed. */
class GazetteerLayersIT {
    @TempDir
    private Path folder;

    private CommandLineRun gazetteer(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "gazetteer";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = folder.resolve("data").toString();
        return CommandLineRun.of(all);
    }

    private String villages() throws IOException {
        return Files.writeString(
                        folder.resolve("villages.csv"),
                        "name,lat,lon,name_uk\nVydumanenkove,47.61,37.61,Видуманенькове\n")
                .toString();
    }

    @Test
    void aLayerIsFoundOnceAddedAndGoneOnceRemoved() throws IOException {
        CommandLineRun added = gazetteer("add", villages(), "--private");
        assertEquals(ExitCode.DONE, added.exitCode(), added.err());
        assertTrue(added.lines().contains("layer\tcsv-villages\tadded"), added.out());
        assertTrue(added.lines().contains("stored\t1 places, 2 names"), added.out());

        CommandLineRun found = gazetteer("search", "Видуманенькове");
        assertTrue(found.out().startsWith("user:csv-villages:"), found.out());
        String credit = "csv-villages\t1 places\tprivate\tprivate\t";
        assertTrue(gazetteer("info").lines().contains(credit), gazetteer("info").out());

        CommandLineRun listed = gazetteer("list");
        assertTrue(listed.lines().getFirst().startsWith("csv-villages\t1 places\t2 names\tprivate\t"), listed.out());
        assertTrue(listed.lines().get(1).startsWith("\tvillages.csv\t"), listed.out());
        assertTrue(listed.lines().get(1).contains("sha256 "), listed.out());

        assertEquals(ExitCode.DONE, gazetteer("remove", "csv-villages").exitCode());
        assertEquals("", gazetteer("search", "Видуманенькове").out());
        assertEquals("", gazetteer("list").out());
        try (var left = Files.walk(folder.resolve("data"))) {
            assertFalse(left.anyMatch(
                    file -> Files.isRegularFile(file) && file.toString().endsWith(".snapshot")));
        }
    }

    @Test
    void rejectedRowsAreToldByLineAndTheRestIsStored() throws IOException {
        Path table = Files.writeString(
                folder.resolve("villages.csv"), "name,lat,lon\nVydumanenkove,47.61,37.61\n=1+1,47.6,37.6\n");
        CommandLineRun run = gazetteer(
                "add", table.toString(), "--licence", "CC BY 4.0", "--attribution", "Village survey", "--name", "mine");
        assertEquals(ExitCode.SOME_FAILED, run.exitCode());
        assertTrue(run.err().contains("villages.csv line 3"), run.err());
        assertTrue(run.err().contains("rejected.tsv"), run.err());
        assertTrue(run.lines().contains("rejected\t1 rows\tname missing or unusable"), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add | --fetch",
                "add VILLAGES | --licence",
                "add VILLAGES --licence CC0 | --attribution",
                "add VILLAGES --private --licence CC0 | exclude",
                "add VILLAGES --fetch UA | not both",
                "add VILLAGES --private --name ../x | name of a layer",
                "add VILLAGES --private --format xml | wof",
                "add VILLAGES --private --encoding klingon | windows-1251",
                "add absent.csv | absent.csv",
                "add --fetch Ukraine | two-letter",
                "remove absent | no layer",
            })
    void wrongUsageNamesTheValueAndChangesNothing(String arguments, String expected) throws IOException {
        CommandLineRun run = gazetteer(arguments.replace("VILLAGES", villages()).split(" "));
        assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertEquals("", gazetteer("list").out());
    }

    @Test
    void aDamagedFileCannotRunAndSaysSo() throws IOException {
        Path zip = Files.write(folder.resolve("UA.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        CommandLineRun run = gazetteer("add", zip.toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("nothing was changed") && run.err().contains("get it again"), run.err());
    }

    @Test
    void aDumpIsFetchedAndItsAddressKept() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("UA.txt"));
            zip.write(("99000001\tVydumanenkove\tVydumanenkove\tВидуманенькове\t47.61\t37.61\tP\tPPL\tUA\t\t05\t1404"
                            + "\t\t\t0\t\t\tEurope/Kyiv\t2026-01-01\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dump/UA.zip", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.size());
                exchange.getResponseBody().write(bytes.toByteArray());
            }
        });
        server.start();
        String from = "http://127.0.0.1:" + server.getAddress().getPort() + "/dump/";
        try {
            CommandLineRun run = gazetteer("add", "--fetch", "UA", "--from", from);
            assertEquals(ExitCode.DONE, run.exitCode(), run.err());
            assertTrue(run.lines().contains("layer\tgeonames-ua\tadded"), run.out());
        } finally {
            server.stop(0);
        }
        assertTrue(
                gazetteer("list").out().contains("\t" + from + "UA.zip\t"),
                gazetteer("list").out());
        assertTrue(gazetteer("search", "Vydumanenkove").out().startsWith("gn:99000001\t"));
        try (var left = Files.list(folder.resolve("data/gazetteer/.fetch"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aBrokenLayerIsListedWithTheWayOut() throws IOException {
        gazetteer("add", villages(), "--private");
        Files.writeString(folder.resolve("data/gazetteer/csv-villages/manifest.tsv"), "format\t1\n");
        CommandLineRun run = gazetteer("list");
        assertEquals(ExitCode.SOME_FAILED, run.exitCode());
        assertTrue(run.err().contains("gazetteer remove csv-villages"), run.err());
        assertEquals(ExitCode.DONE, gazetteer("remove", "csv-villages").exitCode());
    }
}
