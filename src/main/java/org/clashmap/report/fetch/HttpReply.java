package org.clashmap.report.fetch;

import java.util.Map;

/** @param headers by their names in lower case; of several with one name the first */
@SuppressWarnings("ArrayRecordComponent") // of this package only, never compared nor changed
record HttpReply(int status, Map<String, String> headers, byte[] body) {
    HttpReply {
        headers = Map.copyOf(headers);
    }

    /** Empty when there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
