package uk.thinkuknow.curriculum.help;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the help that children of every age band and nation are shown, in English and Welsh. */
class HelpBookTest {
    private static final HelpBook BOOK = new HelpBook(Facts.packaged());
    private static final List<String> NATIONS = List.of("", "england", "wales", "scotland", "northern-ireland");

    @Test
    void exceptForTheYoungestTheHelpInEveryNationIsDangerThenAGrownUpThenChildline() {
        for (var nation : NATIONS) {
            for (var band : List.of("", "8-10", "11-13", "14-18")) {
                var help = BOOK.of(band, nation);
                assertEquals("tel:999", help.danger().address());
                assertEquals(List.of("grown-up", "childline"), keys(help).subList(0, 2), band + " in " + nation);
                assertEquals("0800 1111", help.lines().get(1).label());
                assertEquals("tel:08001111", help.lines().get(1).address());
            }
        }
    }

    @Test
    void exceptForTheYoungestEachBandIsShownTheFurtherServicesItMayUse() {
        assertEquals(List.of("grown-up", "childline"), keys(help("", "england")));
        assertEquals(List.of("grown-up", "childline", "ceop"), keys(help("8-10", "england")));
        assertEquals(List.of("grown-up", "childline", "ceop", "report-remove"), keys(help("11-13", "england")));
        assertEquals(
                List.of("grown-up", "childline", "ceop", "report-remove", "stop-ncii"), keys(help("14-18", "england")));
    }

    @Test
    void theYoungestAreShownPeopleAndTheGrownUpBesideThemTheNumbers() {
        for (var nation : NATIONS) {
            var help = BOOK.of("4-7", nation);
            assertTrue(help.peopleOnly());
            assertEquals(List.of("hand", "home", "teacher"), keys(help));
            assertTrue(help.lines().stream().allMatch(line -> line.address() == null), "nothing to ring or open");
            assertEquals(
                    List.of("danger", "reader", "childline", "ceop", "nspcc"),
                    help.grownUp().stream()
                            .map(HelpLine::key)
                            .filter(key -> !key.equals("meic"))
                            .toList());
        }
        assertFalse(help("8-10", "england").peopleOnly());
    }

    @Test
    void theSafeguardingLeadHasTheTitleUsedInTheNation() {
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
    void theWelshHelpOfEveryBandHasTheLinesAndNumbersOfTheEnglish() {
        for (var nation : NATIONS) {
            for (var band : List.of("", "4-7", "8-10", "11-13", "14-18")) {
                var english = BOOK.of(band, nation);
                var welsh = BOOK.of(band, nation, Language.WELSH);
                assertEquals(addresses(english.lines()), addresses(welsh.lines()), band + " in " + nation);
                assertEquals(addresses(english.grownUp()), addresses(welsh.grownUp()), band + " in " + nation);
                assertEquals(english.danger().address(), welsh.danger().address());
                assertEquals(english.waits().isEmpty(), welsh.waits().isEmpty(), band);
                assertFalse(welsh.heading().equals(english.heading()), band);
            }
        }
    }

    @Test
    void childrenInWalesFromAgeEightAreShownTheHelplineMeicToo() {
        assertEquals(List.of("grown-up", "childline", "meic", "ceop"), keys(help("8-10", "wales")));
        assertFalse(keys(help("8-10", "england")).contains("meic"));
        assertEquals("080880 23456", help("14-18", "wales").lines().get(2).label());
    }

    private static List<String> addresses(List<HelpLine> lines) {
        return lines.stream().map(line -> line.key() + " " + line.address()).toList();
    }

    @Test
    void noTextHasAnUnfilledPlaceholder() {
        for (var nation : NATIONS) {
            for (var band : List.of("", "4-7", "8-10", "11-13", "14-18")) {
                for (var language : Language.values()) {
                    var help = BOOK.of(band, nation, language).toString();
                    assertFalse(help.contains("{") || help.contains("#"), help);
                }
            }
        }
    }

    @Test
    void theServicesOfABandAreTheEmergencyNumberAndThoseOfItsHelpLines() {
        assertEquals(List.of("emergency", "childline", "ceop", "report-remove"), services("11-13", "scotland"));
        assertEquals(List.of("emergency", "childline", "meic", "ceop"), services("8-10", "wales"));
        assertEquals(List.of("emergency", "childline", "ceop", "nspcc"), services("4-7", "england"));
    }

    private static List<String> services(String band, String nation) {
        return BOOK.services(band, nation).stream().map(Fact::key).toList();
    }

    private static HelpPanel help(String band, String nation) {
        return BOOK.of(band, nation);
    }

    private static List<String> keys(HelpPanel help) {
        return help.lines().stream().map(HelpLine::key).toList();
    }
}
