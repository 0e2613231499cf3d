package uk.thinkuknow.curriculum.library;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.web.Gzip;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Serves the pictures of published modules from memory, each under the hash of its bytes, so browsers may cache them
 * for a year.
 */
@Singleton
@PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.ANSWER, paths = "/pictures/")
public class Drawings {
    /** A drawing opened directly in a browser must not run scripts or load anything. */
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Map<String, Drawing> byHash = new ConcurrentHashMap<>();

    /** A picture, plain and compressed, with its media type. */
    private record Drawing(Buffer plain, Buffer gzip, String type) {
        static Drawing of(byte[] bytes) {
            var type = Raster.isPng(bytes)
                    ? "image/png"
                    : Raster.isJpeg(bytes) ? "image/jpeg" : "image/svg+xml; charset=utf-8";
            return new Drawing(Buffer.buffer(bytes), Buffer.buffer(Gzip.of(bytes)), type);
        }
    }

    List<String> unknown(Collection<String> hashes) {
        return hashes.stream().filter(hash -> !byHash.containsKey(hash)).toList();
    }

    void add(PictureFile file) {
        byHash.computeIfAbsent(file.hash(), hash -> Drawing.of(file.content()));
    }

    /** Returns the bytes of a picture. */
    public Optional<byte[]> of(String hash) {
        return Optional.ofNullable(byHash.get(hash))
                .map(drawing -> drawing.plain().getBytes());
    }

    void route(@Observes Router router) {
        router.get("/pictures/:hash").handler(this::serve);
    }

    private void serve(RoutingContext request) {
        var drawing = byHash.get(request.pathParam("hash"));
        if (drawing == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        var response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, drawing.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        var accepts = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepts != null && accepts.contains("gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(drawing.gzip());
        } else {
            response.end(drawing.plain());
        }
    }
}
