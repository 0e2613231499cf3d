package uk.thinkuknow.common.facts;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how facts are inserted into texts, which of them are due for a check, and their hash. */
class FactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final String FILE = """
            facts:
              - key: line
                kind: service
                title: The Line
                number: "0800 000"
                page: https://www.line.example/
                hours: free, day and night
                for: anyone under 19
                note: Nobody gives a name.
                from: 2020-01-01
                source: https://www.line.example/contact/
                check-by: 2026-11-28
                confirmed-on: 2026-09-01
                confirmed-by: A. Person
                cy: {title: Y Llinell, hours: am ddim}
              - key: text
                kind: service
                title: Text line
                number: text HELLO to 12345
                page: https://text.example/
                from: 2020-01-01
                source: https://text.example/
                check-by: 2027-03-31
                confirmed-on:
                confirmed-by:
              - key: law
                kind: law
                title: A law
                text: This is forbidden (Act, section 1).
                nations: [england, wales]
                from: 2020-01-01
                source: https://law.example/
                check-by: 2027-03-31
                confirmed-on: 2026-10-01
                confirmed-by: A. Person
              - key: law
                kind: law
                title: A law
                text: This is allowed.
                nations: [northern-ireland]
                from: 2020-01-01
                source: https://law.example/
                check-by: 2027-03-31
                confirmed-on: 2026-10-01
                confirmed-by: A. Person
            """;
    private static final Facts FACTS = ConfirmedFacts.read(FILE);

    @Test
    void aTextRefersToAFactOrToAPartOfIt() {
        assertEquals("Call 0800 000.", told("Call {line.number}."));
        assertEquals(
                "Free, day and night: The Line, for anyone under 19",
                told("{line.Hours}: {line.title}, for {line.for}"));
        assertEquals(
                "**The Line** 0800 000 (free, day and night; for anyone under 19). Nobody gives a name.",
                told("{line}"));
        assertEquals("**Text line** text HELLO to 12345.", told("{text}"));
    }

    @Test
    void aLawIsShownByNation() {
        assertEquals(
                "**A law.** *England and Wales:* This is forbidden (Act, section 1).  \n*Northern Ireland:* This is allowed.",
                told("{law}"));
        assertEquals(
                "This is allowed.",
                FACTS.of("law", "northern-ireland")
                        .orElseThrow()
                        .in(Language.ENGLISH)
                        .text());
        assertTrue(FACTS.of("law", "scotland").isEmpty());
        assertEquals(
                "the United Kingdom", FACTS.of("line", "scotland").orElseThrow().where());
    }

    @Test
    void aWelshTextUsesWelshWordsAndMissingOnesAreReported() {
        var told = FACTS.in("{line.title}, {line.number}, {line.hours}. {line.for}", Language.WELSH);
        assertEquals("Y Llinell, 0800 000, am ddim. {line.for}", told.text());
        assertEquals(List.of("{line.for}"), told.unknown());
    }

    @Test
    void anUnknownReferenceStaysAndIsReported() {
        var told = FACTS.in("{lime.number} {line.colour} {line.number} {Otter}", Language.ENGLISH);
        assertEquals(List.of("{lime.number}", "{line.colour}"), told.unknown());
        assertEquals("{lime.number} {line.colour} 0800 000 {Otter}", told.text());
        assertEquals(List.of("line"), List.copyOf(told.used()));
    }

    @Test
    void aPhoneNumberIsLinkedForCallsAndOtherwiseThePage() {
        assertEquals("tel:0800000", FACTS.named("line").getFirst().address());
        assertEquals("https://text.example/", FACTS.named("text").getFirst().address());
    }

    @Test
    void unconfirmedAndOverdueFactsAreListedForACheckAndConfirmingNeedsADayAndAName() {
        assertEquals(
                List.of("line", "text"),
                FACTS.toCheck(TODAY).stream().map(Fact::key).toList());
        assertEquals(
                List.of("text"),
                FACTS.toCheck(TODAY.minusDays(1)).stream().map(Fact::key).toList());
        assertTrue(FACTS.named("line").getFirst().isConfirmed());
        assertFalse(FACTS.named("text").getFirst().isConfirmed());
        assertFalse(
                ConfirmedFacts.read(FILE.replace("confirmed-by: A. Person", "confirmed-by:"))
                        .named("line")
                        .getFirst()
                        .isConfirmed(),
                "a day without a name");
        assertFalse(
                ConfirmedFacts.read(FILE.replace("confirmed-on: 2026-09-01", "confirmed-on:"))
                        .named("line")
                        .getFirst()
                        .isConfirmed(),
                "a name without a day");
    }

    @Test
    void theHashCoversTextAndNationsOfTheGivenFactsAndNotTheirCheckOrConfirmation() {
        var keys = List.of("line", "law", "grown-up");
        var hash = FACTS.hash(keys);
        assertEquals(hash, FACTS.hash(List.of("law", "line")));
        assertEquals(
                hash,
                ConfirmedFacts.of(FILE.replace("2026-11-28", "2027-11-28")).hash(keys));
        assertEquals("", FACTS.hash(List.of("grown-up")));
        for (var change : List.of(
                "0800 000/0800 111",
                "day and night/by day",
                "under 19/under 18",
                "a name/an address",
                "The Line/A Line",
                "[northern-ireland]/[scotland]")) {
            var words = change.split("/");
            assertNotEquals(
                    hash, ConfirmedFacts.read(FILE.replace(words[0], words[1])).hash(keys), change);
        }
        assertEquals(hash, ConfirmedFacts.read(FILE.replace("HELLO", "HALLO")).hash(keys), "another fact");
    }

    @Test
    void anUnknownFieldIsRefusedWithItsLine() {
        var refused = assertThrows(
                UncheckedIOException.class, () -> ConfirmedFacts.read(FILE.replace("check-by", "check-until")));
        assertTrue(refused.getMessage().contains("check-until"), refused.getMessage());
        assertTrue(refused.getMessage().contains("line: 16"), refused.getMessage());
    }

    private static String told(String text) {
        return FACTS.in(text, Language.ENGLISH).text();
    }
}
