package uk.thinkuknow.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.util.ClassPathUtils;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Serves the style sheets, scripts, fonts and pictures. They are read and compressed once, and their URL holds a hash
 * of them all, so that browsers may cache them for ever and a new version has a new URL.
 */
@Singleton
@Startup
@PathTraits(
        value = Trait.FOR_CHILDREN,
        importance = Importance.ANSWER,
        paths = {"/assets/", "/lesson-worker.js"})
public class Assets {
    private static final String FOLDER = "assets";
    private static final String WORKER = "/lesson-worker.js";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Asset> byPath;
    private final String version;

    Assets() {
        byPath = read();
        version = hashOf(byPath);
    }

    /** The URL of an asset, for example {@code css/child.css}, in this build. */
    public String url(String path) {
        if (!byPath.containsKey(path)) {
            throw new IllegalArgumentException("no such asset: " + path);
        }
        return "/assets/" + version + "/" + path;
    }

    /** The bytes of an asset that a page embeds. */
    public byte[] bytes(String path) {
        var asset = byPath.get(path);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + path);
        }
        return asset.plain();
    }

    void route(@Observes Router router) {
        router.route("/assets/:version/*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::serve);
        // a service worker controls only pages at and below its own URL, and browsers look for updates at that same URL
        router.get(WORKER).handler(this::serveWorker);
    }

    private void serveWorker(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get("js"))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(Buffer.buffer(bytes("js" + WORKER)));
    }

    private void serve(RoutingContext request) {
        var asset = (isLive() ? read() : byPath).get(request.pathParam("*"));
        if (asset == null || !version.equals(request.pathParam("version"))) {
            request.response().setStatusCode(404).end();
            return;
        }
        var response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, isLive() ? "no-store" : "public, max-age=31536000, immutable")
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        var accepts = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        var body = asset.plain();
        if (asset.gzip() != null && accepts != null && accepts.contains("gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = asset.gzip();
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, "" + body.length);
        response.end(Buffer.buffer(body));
    }

    /** With live reload the files may change while the application runs. */
    private static boolean isLive() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    private static Map<String, Asset> read() {
        var assets = new HashMap<String, Asset>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, folder -> add(assets, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assets;
    }

    private static void add(Map<String, Asset> assets, Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString();
                assets.put(path, asset(path, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset asset(String path, byte[] plain) {
        var type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        var compressible = !type.startsWith("font/") && !type.equals("image/png");
        return new Asset(type, plain, compressible ? Gzip.of(plain) : null);
    }

    private static String hashOf(Map<String, Asset> assets) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(assets).forEach((path, asset) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.plain());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes {@code {asset:url('css/staff.css')}} available to templates. */
    @TemplateExtension(namespace = "asset")
    static class OnPages {
        private OnPages() {}

        static String url(String path) {
            return Arc.container().instance(Assets.class).get().url(path);
        }
    }

    /** A file in memory; {@code gzip} is null for types that do not compress. */
    private record Asset(String type, byte[] plain, byte @Nullable [] gzip) {}
}
