package uk.thinkuknow.courses.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the bits of the list of revoked certificates, and which list a certificate is on. */
class RevocationListTest {
    @Test
    void theFirstBitIsTheLeftmostOfTheFirstByte() throws IOException {
        var bits = decoded(RevocationList.encoded(List.of(0, 9, 131_071)));
        assertEquals(131_072 / 8, bits.length);
        assertEquals((byte) 0x80, bits[0]);
        assertEquals((byte) 0x40, bits[1]);
        assertEquals((byte) 0x01, bits[bits.length - 1]);
    }

    @Test
    void afterTheLastPlaceOfAListTheNextListBegins() {
        assertEquals(0, RevocationList.numberOf(131_071));
        assertEquals(1, RevocationList.numberOf(131_072));
        assertEquals(0, RevocationList.placeOf(131_072));
    }

    static byte[] decoded(String list) throws IOException {
        assertTrue(list.startsWith("u"), "Multibase: base64url without padding");
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(list.substring(1))))) {
            return gzip.readAllBytes();
        }
    }
}
