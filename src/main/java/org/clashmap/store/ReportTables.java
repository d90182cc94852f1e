package org.clashmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.Omission;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads and writes reports, their bytes and what was left out of them. Within the caller's transaction. */
final class ReportTables {
    private static final String COLUMNS =
            "report_id, published, language, publisher, title, url, text, sha256, media_type,"
                    + " size_bytes, collected_at, collected_by";

    private ReportTables() {}

    static boolean exists(Connection connection, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM report WHERE report_id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    static void insert(Connection connection, Report report, byte @Nullable [] received) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO report (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Rows.into(insert)
                    .text(report.id())
                    .date(report.published())
                    .text(report.language().code())
                    .text(report.source().publisher())
                    .text(report.source().title())
                    .text(report.source().url())
                    .text(report.text())
                    .text(report.receipt().sha256())
                    .text(report.receipt().mediaType())
                    .whole(report.receipt().sizeBytes())
                    .text(report.receipt().collectedAt())
                    .text(report.receipt().collectedBy());
            insert.executeUpdate();
        }
        if (received != null) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO report_bytes (report_id, received) VALUES (?, ?)")) {
                Rows.into(insert).text(report.id()).bytes(received);
                insert.executeUpdate();
            }
        }
    }

    static void insertOmissions(Connection connection, String reportId, List<Omission> omissions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO omission (report_id, position, quote, start, \"end\", fields, trap, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < omissions.size(); i++) {
                Omission omission = omissions.get(i);
                Rows.into(insert)
                        .text(reportId)
                        .whole(i)
                        .text(omission.quote().text())
                        .whole(omission.quote().start())
                        .whole(omission.quote().end())
                        .text(String.join(",", omission.quote().fields()))
                        .text(omission.trap())
                        .text(omission.reason());
                insert.executeUpdate();
            }
        }
    }

    static Optional<Report> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM report WHERE report_id = ?")) {
            query.setString(1, id);
            return reports(query).stream().findFirst();
        }
    }

    static List<Report> list(Connection connection, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM report ORDER BY published DESC, report_id LIMIT ?")) {
            query.setInt(1, limit);
            return reports(query);
        }
    }

    private static List<Report> reports(PreparedStatement query) throws SQLException {
        List<Report> reports = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String published = row.getString(2);
                String language = row.getString(3);
                reports.add(new Report(
                        row.getString(1),
                        row.getString(7),
                        Language.find(language)
                                .orElseThrow(() -> new SQLException("unknown report language " + language)),
                        published == null ? null : LocalDate.parse(published),
                        new Report.Source(row.getString(4), row.getString(5), row.getString(6)),
                        new Report.Receipt(
                                row.getString(8),
                                row.getString(9),
                                row.getLong(10),
                                row.getString(11),
                                row.getString(12))));
            }
        }
        return List.copyOf(reports);
    }

    static Optional<byte[]> findReceived(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT received FROM report_bytes WHERE report_id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    static List<Omission> listOmissions(Connection connection, String reportId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT quote, start, \"end\", fields, trap, reason FROM omission WHERE report_id = ?"
                        + " ORDER BY start, position")) {
            query.setString(1, reportId);
            List<Omission> omissions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String fields = row.getString(4);
                    omissions.add(new Omission(
                            new Event.Quote(
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getInt(3),
                                    fields.isEmpty() ? List.of() : List.of(fields.split(","))),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return List.copyOf(omissions);
        }
    }
}
