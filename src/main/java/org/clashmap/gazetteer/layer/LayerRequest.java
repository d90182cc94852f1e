package org.clashmap.gazetteer.layer;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.layer.LayerInfo.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is to be added.
 *
 * @param files in any order
 * @param name of the layer, or null to have it made of the files' names
 * @param format of all files, or null to find it out
 * @param encoding of all files, or null for UTF-8
 * @param terms what the user declares, or null for what the source grants
 * @param urls where files were fetched
 */
public record LayerRequest(
        List<Path> files,
        @Nullable String name,
        @Nullable LayerFormat format,
        @Nullable Charset encoding,
        @Nullable Terms terms,
        Map<Path, String> urls) {
    public LayerRequest {
        files = List.copyOf(files);
        urls = Map.copyOf(urls);
    }
}
