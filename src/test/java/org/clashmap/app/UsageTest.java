package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says about itself and about arguments that it cannot take. */
class UsageTest {
    @Test
    void withoutACommandTheUsageIsShownAndNothingDone() {
        CommandLineRun run = CommandLineRun.of();
        assertEquals(ExitCode.WRONG_USAGE, run.exitCode());
        assertEquals("", run.out());
        for (String command : new String[] {"serve", "ingest", "code", "geoparse", "gazetteer", "export"}) {
            assertTrue(run.err().contains("  " + command), command);
        }
    }

    @Test
    void helpIsAResult() {
        CommandLineRun run = CommandLineRun.of("ingest", "--help");
        assertEquals(ExitCode.DONE, run.exitCode());
        assertTrue(run.out().contains("--published"), run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --colour red | --colour",
                "sreve | sreve",
                "serve --port http | http",
                "serve --port 70000 | 70000",
                "ingest | PATH",
                "ingest x.txt --published 8.4.2025 | YYYY-MM-DD",
                "ingest x.txt --published 2025-02-30 | 2025-02-30",
                "ingest x.txt --lang klingon | en, uk, ru, ar, fr or es",
                "code | --jsonl",
                "geoparse | PATH",
                "geoparse a.txt --jsonl b.jsonl | --jsonl",
                "gazetteer | search",
                "gazetteer search | NAME",
                "export | -o",
                "export -o x.csv --format docx | docx",
                "export -o x.json --bbox 1,2,3 | --bbox",
                "export -o x.json --datetime yesterday | yesterday",
            })
    void wrongUsageNamesTheValueAndExitsWithTwo(String arguments, String expected) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" "));
        assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("clashmap: "), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertEquals("", run.out());
    }
}
