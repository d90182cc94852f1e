package org.clashmap.exchange.incoming;

/** Takes what a reader finds, in the order of the file. */
interface RowSink {
    void accept(Row row);

    void reject(long line, RowProblem problem);
}
