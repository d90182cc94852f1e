package org.clashmap.exchange.incoming;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.clashmap.notice.Notice;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Imports files: finds the layout, reads row by row, codes each row and keeps them in batches, while the next batch is
 * read. Memory does not grow with the file. A batch is kept whole or not at all; an import that was cut off is taken up
 * again by running it again, since records that are stored are left as they are.
 */
public final class Importer {
    private final Presets presets;
    private final PlaceFinder finder;
    private final InstantSource clock;
    private final Consumer<Notice> notices;

    /**
     * @param finder places rows without coordinates
     * @param notices told at once about every row that is left out or has something passed over
     */
    public Importer(Presets presets, PlaceFinder finder, InstantSource clock, Consumer<Notice> notices) {
        this.presets = presets;
        this.finder = finder;
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * Imports a file.
     *
     * @throws ImportException when its layout cannot be found out; a file that breaks off later is kept so far and told
     */
    public ImportSummary read(ImportRequest request, ImportTarget target) {
        ImportFile file = ImportFile.open(request.file(), request.encoding());
        Detector.Found found =
                withDates(new Detector(file, presets).detect(request.preset()), file, request.dayFirst());
        Receipt receipt = receipt(file, request.dataset());
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Report report = report(file, receipt, found);
        try (ImportRun run = new ImportRun(found.preset(), receipt, report, target, notices)) {
            try {
                if (found.preset().form() == Preset.Form.OWN) {
                    new JsonReader(file).forEach(run::own);
                } else {
                    RowCoder coder = new RowCoder(found.preset(), receipt, finder, today);
                    rows(file, found, run.rows(coder, layout(found)));
                }
            } catch (ImportException brokenOff) {
                run.breakOff(brokenOff);
            }
            return run.finish();
        }
    }

    private static Layout layout(Detector.Found found) {
        Preset preset = found.preset();
        return new Layout(preset, isTable(preset) ? found.columns() : new Columns(Detector.paths(preset)));
    }

    private static boolean isTable(Preset preset) {
        return preset.form() == Preset.Form.TABLE;
    }

    private static void rows(ImportFile file, Detector.Found found, RowSink sink) {
        Preset preset = found.preset();
        if (isTable(preset)) {
            new TableReader(file, found.separator(), preset.table().quotes())
                    .read(found.columns(), found.header(), sink);
        } else {
            new JsonReader(file).read(Detector.paths(preset), sink);
        }
    }

    private static Detector.Found withDates(Detector.Found found, ImportFile file, @Nullable Boolean told) {
        if (!DateOrder.isOpen(found.preset())) {
            return found;
        }
        boolean dayFirst;
        if (told == null) {
            DateOrder order = new DateOrder();
            Layout layout = layout(found);
            rows(file, found, new RowSink() {
                @Override
                public void accept(Row row) {
                    order.see(layout, row);
                }

                @Override
                public void reject(long line, RowProblem problem) {
                    // Told when the rows are read for good.
                }
            });
            dayFirst = order.isDayFirst(file.name());
        } else {
            dayFirst = told;
        }
        Preset preset = DateOrder.with(found.preset(), dayFirst);
        return new Detector.Found(preset, found.columns(), found.header(), found.separator());
    }

    private Receipt receipt(ImportFile file, @Nullable String dataset) {
        String name = file.name();
        String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return new Receipt(
                "rep-" + file.sha256().substring(0, 16),
                file.sha256(),
                name,
                RowCoder.plain((dataset == null ? base : dataset).toLowerCase(Locale.ROOT)),
                clock.instant().toString());
    }

    /** The file as a report: what it was and how it came; its rows are kept with the events. */
    private static Report report(ImportFile file, Receipt receipt, Detector.Found found) {
        Preset preset = found.preset();
        StringBuilder text = new StringBuilder("Imported file ")
                .append(file.name())
                .append(", read as ")
                .append(preset.name())
                .append(" (")
                .append(preset.title())
                .append(").");
        if (preset.terms().licence() != null) {
            text.append("\nLicence: ").append(preset.terms().licence()).append('.');
        }
        List<String> names = found.columns().names();
        if (!names.isEmpty()) {
            text.append("\nColumns: ").append(String.join(String.valueOf(found.separator()), names));
        }
        return new Report(
                receipt.reportId(),
                text.toString(),
                Language.EN,
                null,
                new Report.Source(preset.terms().publisher(), file.name(), null),
                new Report.Receipt(
                        file.sha256(),
                        isTable(preset) ? "text/csv" : "application/json",
                        file.sizeBytes(),
                        receipt.collectedAt(),
                        "import"));
    }
}
