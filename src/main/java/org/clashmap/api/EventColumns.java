package org.clashmap.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.clashmap.map.ColumnTable;
import org.clashmap.map.Cursor;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.Page;

/** The events that match as columns of numbers, in the order of items: what a browser draws a hundred thousand of. */
final class EventColumns {
    static final String PATH = "/api/collections/events/columns";

    private static final int LARGEST_LIMIT = 250_000;
    private static final int DEFAULT_LIMIT = 100_000;

    static final List<Parameter> PARAMETERS = FilterParameters.with(
            Parameter.query("limit", "How many events.", Parameter.integer(1, LARGEST_LIMIT, DEFAULT_LIMIT), "1000"),
            ItemsRequest.AFTER);

    private final Holdings holdings;
    private final EntityTags tags;

    EventColumns(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    void write(Context ctx, RequestParameters parameters) throws IOException {
        IndexFilter filter = FilterParameters.read(parameters);
        int limit = parameters.integer("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Cursor after = parameters.parse("after", Cursor::parse).orElse(null);
        ctx.contentType(ColumnTable.MEDIA_TYPE);
        if (tags.isCurrent(ctx)) {
            return;
        }
        Page page = holdings.index().view().page(filter, Access.audienceOf(ctx), new Page.Slice(after, 0, limit));
        page.next()
                .ifPresent(next -> ctx.header(
                        "Link",
                        "<" + Links.withParameter(PATH, parameters.all(), "after", next.text()) + ">; rel=\"next\""));
        ColumnTable.write(page, ctx.outputStream());
    }
}
