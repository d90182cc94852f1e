package org.clashmap.api;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.json.JsonMapper;
import io.javalin.util.JavalinBindException;
import java.lang.reflect.Type;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.api.access.Role;
import org.clashmap.map.EventIndex;
import org.slf4j.LoggerFactory;

/**
 * The running server: the API, the map's files and the base map, on virtual threads. Answers are compressed at a fast level.
 * Closing it stops it; the store stays open.
 */
public final class ApiServer implements AutoCloseable {
    /** A fast level: a higher one costs three times the time for a tenth of the size. */
    private static final int GZIP_LEVEL = 1;

    private static final tools.jackson.databind.json.JsonMapper JSON =
            tools.jackson.databind.json.JsonMapper.builder().build();

    private final Javalin javalin;
    private final String host;
    private final LiveEvents live;
    private final EventIndex index;

    private ApiServer(Javalin javalin, String host, LiveEvents live, EventIndex index) {
        this.index = index;
        this.javalin = javalin;
        this.host = host;
        this.live = live;
    }

    /**
     * Where the server listens and where its files are.
     *
     * @param port 0 for any free one
     * @param webFolder the map's files
     * @param geodata the folder that holds {@code basemap/}
     */
    public record Settings(String host, int port, Path webFolder, Path geodata) {
        public Settings {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
            }
        }
    }

    /** @throws BindException when the port is taken or the host is not an address of this machine */
    public static ApiServer start(Holdings holdings, Settings settings) throws BindException {
        EntityTags tags = new EntityTags(
                holdings.store(),
                holdings.clock().instant(),
                () -> holdings.index().turns());
        LiveEvents live = new LiveEvents(holdings);
        List<Route> routes = Routes.of(holdings, tags, live);
        Role exactFor = Role.parse(holdings.guard().publisher().rules().exactFor());
        Access access = new Access(holdings.guard().tokens(), exactFor, holdings.clock());
        Javalin javalin = Javalin.create(config -> configure(config, routes, settings, tags, access));
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException taken) {
            live.close();
            BindException plain = new BindException(String.valueOf(taken.getMessage()));
            plain.initCause(taken);
            throw plain;
        }
        Thread.ofPlatform().daemon().name("map-index").start(() -> follow(holdings.index()));
        return new ApiServer(javalin, settings.host(), live, holdings.index());
    }

    /** So that nobody's first request waits for the index to be made. */
    private static void follow(EventIndex index) {
        try {
            index.start();
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(ApiServer.class)
                    .error("the map index could not be made; it is tried again", failure);
        }
    }

    public int port() {
        return javalin.port();
    }

    /** The address to open in a browser on this machine. */
    public String address() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port() + "/";
    }

    @Override
    public void close() {
        live.close();
        javalin.stop();
        index.close();
    }

    private static void configure(
            JavalinConfig config, List<Route> routes, Settings settings, EntityTags tags, Access access) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jsonMapper(new JsonMapper() {
            @Override
            public String toJsonString(Object document, Type type) {
                return JSON.writeValueAsString(document);
            }
        });
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler(new MalformedRequests()));
        Problems.register(config.routes);
        config.routes.before(ctx -> {
            SecurityHeaders.add(ctx);
            ctx.header("Vary", "Accept-Encoding, Authorization");
            access.identify(ctx);
        });
        routes.forEach(route -> add(config.routes, route));
        addFiles(config.routes, settings, tags);
        config.routes.options("/<path>", SecurityHeaders::preflight);
    }

    /** HEAD is answered as GET is; Jetty leaves the body out. */
    private static void add(RoutesConfig routes, Route route) {
        add(routes, route, route.path());
        if (route.path().equals("/api")) {
            // The document's server with its path "/".
            add(routes, route, "/api/");
        }
    }

    private static void add(RoutesConfig routes, Route route, String path) {
        routes.addHttpHandler(route.method(), path, route.handler());
        if (route.method().equals(HandlerType.GET)) {
            routes.head(path, route.handler());
        }
    }

    private static void addFiles(RoutesConfig routes, Settings settings, EntityTags tags) {
        StaticFiles web = new StaticFiles(settings.webFolder(), tags);
        StaticFiles basemap = new StaticFiles(settings.geodata().resolve("basemap"), tags);
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.HEAD)) {
            routes.addHttpHandler(method, "/api/pages.css", ctx -> Pages.writeStyle(ctx, tags));
            routes.addHttpHandler(method, "/webjars/<path>", web::writeWebjar);
            routes.addHttpHandler(method, "/geodata/basemap/<path>", ctx -> basemap.write(ctx, ctx.pathParam("path")));
            routes.addHttpHandler(method, "/", ctx -> web.write(ctx, "index.html"));
            routes.addHttpHandler(method, "/embed", ctx -> {
                SecurityHeaders.allowFraming(ctx);
                web.write(ctx, "embed.html");
            });
            routes.addHttpHandler(method, "/geoparse", ctx -> web.write(ctx, "geoparse.html"));
            routes.addHttpHandler(method, "/review", ctx -> web.write(ctx, "review.html"));
            routes.addHttpHandler(method, "/scores", ctx -> web.write(ctx, "scores.html"));
            routes.addHttpHandler(method, "/<path>", ctx -> web.write(ctx, ctx.pathParam("path")));
        }
    }
}
