package uk.thinkuknow.courses.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/** Which certificates are revoked, as a W3C Bitstring Status List: a bit for each, so that asking gives nobody away. */
final class StatusList {
    /** The least that the standard allows. */
    static final int PLACES = 131_072;

    private StatusList() {}

    /** The list that a badge stands on. */
    static long numberOf(long badge) {
        return badge / PLACES;
    }

    static int placeOf(long badge) {
        return (int) (badge % PLACES);
    }

    /** The first bit is the leftmost of the first byte; packed with gzip, then base64url with the "u" of Multibase. */
    static String encoded(Collection<Integer> set) {
        var bits = new byte[PLACES / 8];
        set.forEach(place -> bits[place / 8] |= (byte) (0x80 >>> (place % 8)));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
