package uk.thinkuknow.classroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import uk.thinkuknow.web.Gzip;

/**
 * A page that is the same for every child, rendered and compressed once.
 *
 * @param etag the hash of the page, in quotes, as the header wants it
 */
record RenderedLesson(byte[] html, byte[] gzip, String etag) {
    static RenderedLesson of(String page) {
        var html = page.getBytes(StandardCharsets.UTF_8);
        return new RenderedLesson(html, Gzip.of(html), "\"" + hash(html) + "\"");
    }

    private static String hash(byte[] html) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(html), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
