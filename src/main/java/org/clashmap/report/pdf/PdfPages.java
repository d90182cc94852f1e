package org.clashmap.report.pdf;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * The program that opens one PDF: standard input in, pages out. Run by {@link PdfProcess}, which holds it to its memory and
 * time; besides, it counts pages, drawing steps and letters, so that a form that draws itself a thousand times a thousand
 * times ends soon. Nothing in the file is run or fetched.
 */
public final class PdfPages {
    /** Stands between the lines of two paragraphs. */
    public static final char PARAGRAPH = '\u2029';

    static final int MOST_PAGES = 3000;
    static final long MOST_STEPS = 5_000_000;
    static final int MOST_LETTERS = 10_000_000;

    static final int PAGES = 0;
    static final int LOCKED = 1;
    static final int BROKEN = 2;
    static final int TOO_MUCH = 3;

    private PdfPages() {}

    public static void main(String... arguments) throws IOException {
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        byte[] bytes = System.in.readAllBytes();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out))) {
            write(data, read(bytes));
        }
    }

    static PdfContent read(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return new PdfContent.TooMuch("more than " + MOST_PAGES + " pages");
            }
            CountingStripper stripper = new CountingStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return new PdfContent.Pages(
                    pages,
                    document.getDocumentInformation().getTitle(),
                    day(document.getDocumentInformation().getCreationDate()));
        } catch (InvalidPasswordException locked) {
            return new PdfContent.Locked();
        } catch (TooMuchWork much) {
            return new PdfContent.TooMuch(String.valueOf(much.getMessage()));
        } catch (StackOverflowError deep) {
            return new PdfContent.TooMuch("a nesting without end");
        } catch (IOException | RuntimeException broken) {
            return new PdfContent.Broken(
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static @Nullable String day(@Nullable Calendar created) {
        return created == null
                ? null
                : LocalDate.ofInstant(
                                created.toInstant(),
                                created.getTimeZone() == null
                                        ? ZoneOffset.UTC
                                        : created.getTimeZone().toZoneId())
                        .toString();
    }

    private static void write(DataOutputStream data, PdfContent content) throws IOException {
        switch (content) {
            case PdfContent.Pages pages -> {
                data.writeByte(PAGES);
                text(data, pages.title());
                text(data, pages.created());
                data.writeInt(pages.pages().size());
                for (String page : pages.pages()) {
                    text(data, page);
                }
            }
            case PdfContent.Locked locked -> data.writeByte(LOCKED);
            case PdfContent.Broken broken -> {
                data.writeByte(BROKEN);
                text(data, broken.why());
            }
            case PdfContent.TooMuch much -> {
                data.writeByte(TOO_MUCH);
                text(data, much.what());
            }
        }
    }

    private static void text(DataOutputStream data, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    /** Thrown out of PDFBox when a limit is reached. */
    private static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchWork(String what) {
            super(what);
        }
    }

    private static final class CountingStripper extends PDFTextStripper {
        private long steps;
        private int letters;

        CountingStripper() {
            setLineSeparator("\n");
            setParagraphEnd(String.valueOf(PARAGRAPH));
            setPageEnd("\n");
            setSuppressDuplicateOverlappingText(true);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++steps > MOST_STEPS) {
                throw new TooMuchWork("more than " + MOST_STEPS + " drawing steps");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++letters > MOST_LETTERS) {
                throw new TooMuchWork("more than " + MOST_LETTERS + " letters");
            }
            super.processTextPosition(text);
        }
    }
}
