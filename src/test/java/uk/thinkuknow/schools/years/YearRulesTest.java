package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.web.FormError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static uk.thinkuknow.schools.years.GivenYear.LAST;
import static uk.thinkuknow.schools.years.GivenYear.day;

/** Tests what is refused in a school year: gaps, overlaps, wrong order, and days outside the year. */
class YearRulesTest {
    private static final YearPlan NEXT = LAST.proposeNext();

    @Test
    void aYearThatFollowsTheOneBeforeIsRight() {
        assertEquals(List.of(), YearRules.problems(NEXT, LAST, NEXT.proposeNext()));
    }

    @Test
    void aGapAfterTheYearBeforeIsRefused() {
        assertEquals(
                List.of(
                        "autumn: This leaves a gap after 2028-29: 3 September 2029 to 3 September 2029 would be in no term."),
                problems(beginning("2029-09-04"), LAST));
    }

    @Test
    void anOverlapWithTheYearBeforeIsRefused() {
        assertEquals(
                List.of("autumn: This overlaps 2028-29 from 1 September 2029 to 2 September 2029."),
                problems(beginning("2029-09-01"), LAST));
    }

    @Test
    void aYearBetweenTwoOthersKeepsItsEnds() {
        var shorter = years(NEXT.terms(), day("2030-08-30"), List.of());
        assertEquals(
                List.of(
                        "last: This leaves a gap after 2030-31: 31 August 2030 to 1 September 2030 would be in no term."),
                problems(shorter, LAST, NEXT.proposeNext()));
        var longer = years(NEXT.terms(), day("2030-09-02"), List.of());
        assertEquals(
                List.of("last: This overlaps 2030-31 from 2 September 2030 to 2 September 2030."),
                problems(longer, LAST, NEXT.proposeNext()));
    }

    @Test
    void aGapBetweenTermsIsRefused() {
        assertEquals(
                List.of(
                        "spring: This leaves a gap after autumn: 2 January 2030 to 6 January 2030 would be in no term."),
                problems(changed(1, term -> from(term, "2030-01-07")), LAST));
    }

    @Test
    void anOverlapOfTermsIsRefused() {
        assertEquals(
                List.of("spring: This overlaps autumn from 31 December 2029 to 1 January 2030."),
                problems(changed(1, term -> from(term, "2029-12-31")), LAST));
    }

    @Test
    void termsOutOfOrderAreRefused() {
        var plan = YearPlan.of(
                "england",
                "2029-30",
                List.of(day("2029-09-03"), day("2030-04-29"), day("2030-01-02")),
                day("2030-09-01"),
                List.of());
        assertEquals(List.of("summer: The summer term begins before the spring term."), problems(plan, LAST));
    }

    @Test
    void aYearThatEndsBeforeItsLastTermBeginsIsRefused() {
        assertEquals(
                List.of("last: The year ends before its summer term begins."),
                problems(years(NEXT.terms(), day("2030-05-01"), List.of()), LAST));
    }

    @Test
    void aYearHasThreeTerms() {
        var two = new YearPlan("england", "2029-30", NEXT.terms().subList(0, 2), List.of());
        assertEquals(
                List.of("autumn: A year has three terms: autumn, spring and summer, in this order."),
                problems(two, LAST));
    }

    @Test
    void aYearOfTwoYearsIsRefused() {
        assertEquals(
                List.of("last: The year would have 730 days. A school year has 350 to 385."),
                problems(years(NEXT.terms(), day("2031-09-02"), List.of()), LAST));
    }

    @Test
    void aHolidayOutsideTheYearOrBackwardsOrInAnotherIsRefused() {
        assertEquals(
                List.of("christmas-first: Christmas is not within the year."),
                problems(holidays(new Holiday("christmas", day("2028-12-21"), day("2029-01-02"))), LAST));
        assertEquals(
                List.of("christmas-last: The last day of Christmas is before its first."),
                problems(holidays(new Holiday("christmas", day("2029-12-21"), day("2029-12-01"))), LAST));
        assertEquals(
                List.of("easter-first: The first day of Easter is in another holiday: Spring half term."),
                problems(
                        holidays(
                                new Holiday("spring-half-term", day("2030-02-11"), day("2030-04-15")),
                                new Holiday("easter", day("2030-04-15"), day("2030-04-26"))),
                        LAST));
    }

    @Test
    void aFileWithALineThatIsNoTermOrDayIsRefused() {
        assertEquals(
                "Line 2: “2029-9-3” is no day. Write it as 2029-09-03.",
                refusal("# a comment", "term-autumn,2029-9-3,2030-01-01"));
        assertEquals(
                "Line 1: “whitsun,2030-06-10,2030-06-14” is no term and no holiday with its first and last day, such as"
                        + " term-autumn,2029-09-03,2030-01-06.",
                refusal("whitsun,2030-06-10,2030-06-14"));
    }

    private static String refusal(String... lines) {
        return assertThrows(Refused.class, () -> YearFile.read("england", "2029-30", List.of(lines)))
                .why();
    }

    private static YearPlan beginning(String day) {
        return new YearPlan(
                "england", "2029-30", changed(0, term -> from(term, day)).terms(), List.of());
    }

    private static NationTerm from(NationTerm term, String day) {
        return new NationTerm(term.nation(), term.yearKey(), term.termKey(), day(day), term.lastDay());
    }

    private static YearPlan changed(int place, Function<NationTerm, NationTerm> change) {
        var terms = new ArrayList<>(NEXT.terms());
        terms.set(place, change.apply(terms.get(place)));
        return new YearPlan("england", "2029-30", List.copyOf(terms), List.of());
    }

    private static YearPlan years(List<NationTerm> terms, LocalDate last, List<Holiday> holidays) {
        return YearPlan.of(
                "england", "2029-30", terms.stream().map(NationTerm::firstDay).toList(), last, holidays);
    }

    private static YearPlan holidays(Holiday... some) {
        return new YearPlan("england", "2029-30", NEXT.terms(), List.of(some));
    }

    private static List<String> problems(YearPlan plan, YearPlan before) {
        return problems(plan, before, null);
    }

    private static List<String> problems(YearPlan plan, YearPlan before, @Nullable YearPlan next) {
        return YearRules.problems(plan, before, next).stream()
                .map((FormError each) -> each.field() + ": " + each.words())
                .toList();
    }
}
