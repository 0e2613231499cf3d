package uk.thinkuknow.curriculum.library;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Serves films, sound and captions of published modules from memory, each under the hash of its bytes. Supports range
 * requests (status 206), without which Safari plays nothing.
 */
@Singleton
@PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.ANSWER, paths = "/media/")
class Recordings {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    private final Map<String, Buffer> byHash = new ConcurrentHashMap<>();

    List<String> unknown(Collection<String> hashes) {
        return hashes.stream().filter(hash -> !byHash.containsKey(hash)).toList();
    }

    void add(RecordingFile file) {
        byHash.computeIfAbsent(file.hash(), hash -> Buffer.buffer(file.content()));
    }

    void route(@Observes Router router) {
        router.get("/media/:file").handler(this::serve);
        router.head("/media/:file").handler(this::serve);
    }

    private void serve(RoutingContext request) {
        var file = request.pathParam("file");
        var type = type(file);
        var content = byHash.get(file.replaceAll("\\..*", ""));
        var response = request.response();
        if (content == null || type.isEmpty()) {
            response.setStatusCode(404).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        var range = request.request().getHeader("Range");
        var asked = range == null ? null : RANGE.matcher(range);
        if (asked == null
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            response.end(content);
        } else {
            part(response, content, asked);
        }
    }

    private static void part(HttpServerResponse response, Buffer content, Matcher asked) {
        int length = content.length();
        boolean last = asked.group(1).isEmpty();
        int from = last ? Math.max(0, length - Integer.parseInt(asked.group(2))) : Integer.parseInt(asked.group(1));
        int to = last || asked.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Integer.parseInt(asked.group(2)));
        if (from > to) {
            response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + length)
                    .end();
            return;
        }
        response.setStatusCode(206)
                .putHeader("Content-Range", "bytes " + from + "-" + to + "/" + length)
                .end(content.slice(from, to + 1));
    }

    private static String type(String file) {
        return switch (file.replaceAll("^.*\\.", "")) {
            case "mp4" -> "video/mp4";
            case "m4a" -> "audio/mp4";
            case "mp3" -> "audio/mpeg";
            case "wav" -> "audio/wav";
            case "vtt" -> "text/vtt; charset=utf-8";
            default -> "";
        };
    }
}
