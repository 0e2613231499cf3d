package uk.thinkuknow.web;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the column headings made from names in code, and that no text begins a formula. */
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

    @Test
    void whatASpreadsheetMayReadAsAFormulaGetsAnApostropheAndOtherTextNone() {
        for (var text : List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1",
                " =1",
                "\t=1",
                "\tname",
                "\0name",
                "\0=1",
                "\u00a0=1",
                "\ufeff=1")) {
            assertEquals("'" + text, SpreadsheetText.harmless(text));
        }
        for (var text : List.of("", "5B", "a=1", "'=1", " name")) {
            assertEquals(text, SpreadsheetText.harmless(text));
        }
    }
}
