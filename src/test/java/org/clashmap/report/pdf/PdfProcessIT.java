package org.clashmap.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a hostile file costs: its own process, and nothing here. */
class PdfProcessIT {
    @Test
    void aFormThatMultipliesItselfEndsByItsSteps() throws IOException {
        PdfContent content = new PdfProcess().open(PdfSamples.multiplying(12));
        assertEquals(new PdfContent.TooMuch("more than " + PdfPages.MOST_STEPS + " drawing steps"), content);
    }

    @Test
    void aFileThatTakesTooLongIsStopped() throws IOException {
        PdfContent content = new PdfProcess(Duration.ofMillis(1)).open(PdfSamples.multiplying(12));
        assertInstanceOf(PdfContent.TooMuch.class, content);
    }

    @Test
    void aFileThatUnpacksToMoreThanTheMemoryDoesNoHarm() throws IOException {
        byte[] bytes = PdfSamples.inflating(400);
        assertTrue(bytes.length < 1_000_000, "the file is small");
        PdfContent content = new PdfProcess().open(bytes);
        assertTrue(
                content instanceof PdfContent.TooMuch || content instanceof PdfContent.Pages,
                () -> String.valueOf(content));
    }
}
