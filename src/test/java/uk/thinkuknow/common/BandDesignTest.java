package uk.thinkuknow.common;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the keys of age bands and the design that a band has. */
class BandDesignTest {
    @ParameterizedTest
    @CsvSource({
        "4-7,4-7",
        "8-10,8-10",
        "11-13,11-13",
        "14-18,14-18",
        "14-16,14-18",
        "17-18,14-18",
        "3-5,4-7",
        "9-12,8-10",
        "5-11,4-7"
    })
    void aBandHasTheDesignOfItsYoungestChildren(String band, String design) {
        assertEquals(Optional.of(design), BandDesign.of(band).map(BandDesign::key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "16 plus", "8", "10-8", "8-8", "08-10", "2-7", "14-20", "8–10", "8-10 "})
    void whatIsNotTwoAgesInOrderIsNoBand(String key) {
        assertEquals(Optional.empty(), AgeRange.of(key));
        assertEquals(Optional.empty(), BandDesign.of(key));
    }

    @Test
    void bandsAreOrderedByAgeAndOtherWordsComeLast() {
        assertEquals(
                List.of("4-7", "8-10", "14-16", "14-18", "17-18", "all"),
                Stream.of("all", "17-18", "14-18", "8-10", "14-16", "4-7")
                        .sorted(AgeRange.OF_KEYS)
                        .toList());
    }

    @Test
    void rangesOverlapIfAChildCanBeInBoth() {
        assertTrue(new AgeRange(16, 18).overlaps(new AgeRange(14, 16)));
        assertFalse(new AgeRange(17, 18).overlaps(new AgeRange(14, 16)));
    }
}
