package org.clashmap.report.fetch;

import java.net.URI;

/** A page as it came over the network. Holds the bytes it is given without copying them. */
public final class Fetched {
    private final URI address;
    private final String mediaType;
    private final byte[] bytes;

    Fetched(URI address, String mediaType, byte[] bytes) {
        this.address = address;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** Where it was in the end, after redirects. */
    public URI address() {
        return address;
    }

    /** As the server calls it, without parameters; empty when it does not. */
    public String mediaType() {
        return mediaType;
    }

    /** Unpacked when the server packed them for the journey. */
    public byte[] bytes() {
        return bytes;
    }
}
