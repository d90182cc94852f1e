package org.clashmap.exchange.incoming;

/**
 * The imported file as a report, as far as rows need it.
 *
 * @param reportId {@code rep-} and the first 16 digits of the checksum
 * @param file its name
 * @param dataset what ids of rows are unique in, for layouts without a name of their own
 * @param collectedAt ISO 8601 instant
 */
record Receipt(String reportId, String sha256, String file, String dataset, String collectedAt) {}
