package uk.thinkuknow.courses.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/** Encodes revoked certificates as a W3C Bitstring Status List: one bit each, so that a lookup reveals no holder. */
final class RevocationList {
    /** Bits in a list: the minimum that the standard allows. */
    static final int PLACES = 131_072;

    private RevocationList() {}

    /** Number of the list that contains a badge. */
    static long numberOf(long badge) {
        return badge / PLACES;
    }

    /** Place of a badge's bit in its list, from 0. */
    static int placeOf(long badge) {
        return (int) (badge % PLACES);
    }

    /** Bit 0 is the highest bit of the first byte; gzip, then base64url with Multibase prefix "u". */
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
