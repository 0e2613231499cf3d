package uk.thinkuknow.classroom.player;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.Gzip;

/**
 * A page that is the same for every child, rendered and compressed once.
 *
 * @param etag hash of the page in quotes, as the header needs it
 */
public record RenderedPage(byte[] html, byte[] gzip, String etag) {
    static RenderedPage of(String page) {
        var html = page.getBytes(StandardCharsets.UTF_8);
        return new RenderedPage(html, Gzip.of(html), "\"" + hash(html) + "\"");
    }

    /** The HTTP answer with this page: 304 if the browser has it already, compressed if the browser accepts that. */
    public Response answer(@Nullable String accepts, @Nullable String known) {
        boolean has = known != null && known.contains(etag);
        boolean zipped = !has && accepts != null && accepts.contains("gzip");
        var answer = has ? Response.status(304) : Response.ok(zipped ? gzip : html);
        if (zipped) {
            answer.header("Content-Encoding", "gzip");
        }
        return answer.type("text/html;charset=UTF-8")
                .header("ETag", etag)
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .build();
    }

    private static String hash(byte[] html) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(html), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
