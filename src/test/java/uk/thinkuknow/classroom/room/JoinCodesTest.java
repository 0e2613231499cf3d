package uk.thinkuknow.classroom.room;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how join codes are derived, typed and hashed. */
class JoinCodesTest {
    private final JoinCodes codes = new JoinCodes(new Secret("a-secret-of-thirty-two-characters"));
    private final PublicId session = new PublicId("7k3mxq2b9d");

    @Test
    void codesHaveEightSymbolsOnceNoEarlierVersionRuns() {
        assertEquals(7, JoinCode.lengthAfter(() -> false));
        assertEquals(8, JoinCode.lengthAfter(() -> true));
    }

    @Test
    void theSameSessionGetsTheSameCodeAndTheNextSerialAnother() {
        assertEquals(codes.symbolsOf(session, 1), codes.symbolsOf(session, 1));
        assertNotEquals(codes.symbolsOf(session, 1), codes.symbolsOf(session, 2));
    }

    @Test
    void anotherSecretGivesOtherCodesAndOtherHashes() {
        var others = new JoinCodes(new Secret("b-secret-of-thirty-two-characters"));
        assertNotEquals(codes.symbolsOf(session, 1), others.symbolsOf(session, 1));
        var code = new JoinCode("K7M4PX2C");
        assertNotEquals(codes.hashOf(code), others.hashOf(code));
    }

    @Test
    void aCodeCanBeTypedInAnyCaseWithSpacesAndHyphens() {
        assertEquals(new JoinCode("K7M4PX2C"), JoinCode.typed(" k7m4-px 2c "));
    }

    @Test
    void textThatCannotBeACodeIsRefused() {
        for (var text : new String[] {
            null, "", "K7M4PX", "K7M4PX222", "K7M4PX2O", "K7M4PX20", "K7M4PX21", "K7M4PX2I", "K7M4PX2L"
        }) {
            assertNull(JoinCode.typed(text), String.valueOf(text));
        }
    }

    @Test
    void aScannedCodeHasASealThatNobodyElseCanMake() {
        var codes = new JoinCodes(new Secret("a secret of at least thirty-two characters"));
        var sealed = codes.sealed("K7M4PX2C");
        assertEquals(26, sealed.length());
        assertTrue(
                sealed.length() * Math.log(JoinCode.SYMBOLS.length()) / Math.log(2) >= 128, "bits of a scanned code");
        assertEquals(new JoinCode("K7M4PX2C"), codes.scanned(sealed));
        assertNull(codes.scanned("K7M4PX2D" + sealed.substring(8)));
        assertNull(codes.scanned(sealed.substring(0, 25) + (sealed.endsWith("2") ? "3" : "2")));
        assertNull(codes.scanned("K7M4PX2C"));
        assertNull(codes.scanned(null));
    }

    @Test
    void aCodePrintedBeforeTheLongSealIsStillRead() {
        var codes = new JoinCodes(new Secret("a secret of at least thirty-two characters"));
        var printed = codes.sealedForEarlierVersions("K7M4PX2C");
        assertEquals(21, printed.length());
        assertEquals(new JoinCode("K7M4PX2C"), codes.scanned(printed));
        assertNull(codes.scanned(printed.substring(0, 20) + (printed.endsWith("2") ? "3" : "2")));
        assertNull(codes.scanned(codes.sealed("K7M4PX2C").substring(0, 24)));
    }

    @Test
    void everySymbolIsAboutEquallyLikely() {
        int[] counts = new int[JoinCode.SYMBOLS.length()];
        int draws = 60_000;
        for (int i = 0; i < draws; i++) {
            codes.symbolsOf(new PublicId("session" + i), 1).chars().forEach(c -> counts[JoinCode.SYMBOLS.indexOf(c)]++);
        }
        double expected = (double) draws * JoinCode.LENGTH / counts.length;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertTrue(chiSquare < 50.9, "chi square " + chiSquare + " with 30 degrees of freedom: p below 0.01");
    }

    @Test
    void fiveThousandCodesAreAllDifferent() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            assertTrue(seen.add(codes.symbolsOf(new PublicId("session" + i), 1)));
        }
    }

    @Test
    void aCodeDoesNotShowInItsToString() {
        assertFalse(new JoinCode("K7M4PX2C").toString().contains("K7"));
    }
}
