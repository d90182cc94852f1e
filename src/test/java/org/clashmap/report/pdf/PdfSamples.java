package org.clashmap.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** PDF files for tests, each made by what a test is about. */
public final class PdfSamples {
    private PdfSamples() {}

    /** Pages of lines; an empty line leaves a gap as between paragraphs. */
    public static byte[] pages(List<List<String>> pages) throws IOException {
        try (PDDocument document = draw(pages)) {
            return bytes(document);
        }
    }

    public static byte[] locked(String password) throws IOException {
        try (PDDocument document = draw(List.of(List.of("A secret.")))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return bytes(document);
        }
    }

    /** A page whose content is unpacked to that many megabytes of drawing steps that draw nothing. */
    public static byte[] inflating(int megabytes) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSStream stream = document.getDocument().createCOSStream();
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < megabytes; i++) {
                    out.write(spaces);
                }
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            return bytes(document);
        }
    }

    /** A form that draws another ten times, which draws another ten times, and so on: ten to the power of the depth. */
    public static byte[] multiplying(int depth) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDFormXObject inner = form(document, null);
            for (int i = 0; i < depth; i++) {
                inner = form(document, inner);
            }
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), inner);
            page.setResources(resources);
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write("/F Do".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            return bytes(document);
        }
    }

    private static PDFormXObject form(PDDocument document, @org.jspecify.annotations.Nullable PDFormXObject inner)
            throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        String steps = inner == null ? "q Q" : "/F Do ".repeat(10);
        try (var out = form.getStream().createOutputStream()) {
            out.write(steps.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return form;
    }

    private static PDDocument draw(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        try (InputStream letters =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDType0Font font = PDType0Font.load(document, letters, true);
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(14);
                    content.newLineAtOffset(60, 780);
                    for (String line : lines) {
                        if (!line.isEmpty()) {
                            content.showText(line);
                        }
                        content.newLine();
                    }
                    content.endText();
                }
            }
        }
        Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        created.clear();
        created.set(2025, Calendar.APRIL, 9, 8, 0, 0);
        document.getDocumentInformation().setCreationDate(created);
        document.getDocumentInformation().setTitle("Day 40");
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
