package uk.thinkuknow.web;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the column headings made from names in code. */
class SpreadsheetTextTest {
    @Test
    void aColumnIsHeadedByTheWordsOfItsName() {
        assertEquals(
                List.of(
                        "Key",
                        "Reach upper",
                        "As at",
                        "Grade A",
                        "Picked on a device",
                        "Ticked by a grown up",
                        "How many"),
                SpreadsheetText.headings(List.of(
                        "key", "reachUpper", "asAt", "gradeA", "pickedOnADevice", "tickedByAGrownUp", "how many")));
    }
}
