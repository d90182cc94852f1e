package org.clashmap.report.fetch;

import java.net.URI;

/**
 * A page as it came over the network.
 *
 * @param address where it was in the end, after redirects
 * @param mediaType as the server calls it, without parameters; empty when it does not
 * @param bytes unpacked when the server packed them for the journey
 */
public record Fetched(URI address, String mediaType, byte[] bytes) {}
