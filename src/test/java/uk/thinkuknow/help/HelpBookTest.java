package uk.thinkuknow.help;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.shared.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HelpBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final List<String> NATIONS = List.of("", "england", "wales", "scotland", "northern-ireland");

    @Test
    void everyBandInEveryNationIsToldOfDangerFirstThenAGrownUpThenChildline() {
        for (var nation : NATIONS) {
            for (var band : List.of("", "8-10", "11-13", "14-18")) {
                var help = HelpBook.of(band, nation, DAY);
                assertEquals("tel:999", help.danger().address());
                assertEquals(List.of("grown-up", "childline"), keys(help).subList(0, 2), band + " in " + nation);
                assertEquals("0800 1111", help.lines().get(1).label());
                assertEquals("tel:08001111", help.lines().get(1).address());
            }
        }
    }

    @Test
    void afterThatEachBandIsToldWhatItMayUse() {
        assertEquals(List.of("grown-up", "childline"), keys(help("", "england")));
        assertEquals(List.of("grown-up", "childline", "ceop"), keys(help("8-10", "england")));
        assertEquals(List.of("grown-up", "childline", "ceop", "report-remove"), keys(help("11-13", "england")));
        assertEquals(List.of("grown-up", "childline", "ceop", "report-remove"), keys(help("14-18", "england")));
    }

    @Test
    void theYoungestAreShownPeopleAndTheGrownUpBesideThemTheNumbers() {
        for (var nation : NATIONS) {
            var help = HelpBook.of("4-7", nation, DAY);
            assertTrue(help.peopleOnly());
            assertEquals(List.of("hand", "home", "teacher"), keys(help));
            assertTrue(help.lines().stream().allMatch(line -> line.address() == null), "nothing to ring or open");
            assertEquals(
                    List.of("danger", "reader", "childline", "ceop"),
                    help.grownUp().stream()
                            .map(HelpLine::key)
                            .filter(key -> !key.equals("meic"))
                            .toList());
        }
        assertFalse(help("8-10", "england").peopleOnly());
    }

    @Test
    void whoReadsIsCalledAsTheNationCallsThem() {
        assertEquals("designated safeguarding lead", help("14-18", "england").reader());
        assertEquals("designated senior person", help("14-18", "wales").reader());
        assertEquals("child protection coordinator", help("14-18", "scotland").reader());
        assertEquals("designated teacher", help("14-18", "northern-ireland").reader());
        assertEquals("safeguarding lead", help("14-18", "").reader());
        assertEquals(
                "Your teacher now, or the designated teacher at your school.",
                help("11-13", "northern-ireland").lines().getFirst().text());
    }

    @Test
    void inWelshEveryBandIsToldTheSameInTheSameOrderWithTheSameNumbers() {
        for (var nation : NATIONS) {
            for (var band : List.of("", "4-7", "8-10", "11-13", "14-18")) {
                var english = HelpBook.of(band, nation, DAY);
                var welsh = HelpBook.of(band, nation, DAY, Language.WELSH);
                assertEquals(addresses(english.lines()), addresses(welsh.lines()), band + " in " + nation);
                assertEquals(addresses(english.grownUp()), addresses(welsh.grownUp()), band + " in " + nation);
                assertEquals(english.danger().address(), welsh.danger().address());
                assertEquals(english.waits().isEmpty(), welsh.waits().isEmpty(), band);
                assertFalse(welsh.heading().equals(english.heading()), band);
            }
        }
    }

    @Test
    void childrenInWalesAreToldOfMeicToo() {
        assertEquals(List.of("grown-up", "childline", "meic", "ceop"), keys(help("8-10", "wales")));
        assertFalse(keys(help("8-10", "england")).contains("meic"));
        assertEquals("080880 23456", help("14-18", "wales").lines().get(2).label());
    }

    private static List<String> addresses(List<HelpLine> lines) {
        return lines.stream().map(line -> line.key() + " " + line.address()).toList();
    }

    @Test
    void aRouteIsThereFromItsDayOn() {
        var before = HelpBook.of("14-18", "england", LocalDate.of(2021, 5, 31));
        assertEquals(null, before.lines().getLast().address());
        var after = HelpBook.of("14-18", "england", LocalDate.of(2021, 6, 1));
        assertEquals(
                "https://www.childline.org.uk/remove", after.lines().getLast().address());
    }

    private static Help help(String band, String nation) {
        return HelpBook.of(band, nation, DAY);
    }

    private static List<String> keys(Help help) {
        return help.lines().stream().map(HelpLine::key).toList();
    }
}
