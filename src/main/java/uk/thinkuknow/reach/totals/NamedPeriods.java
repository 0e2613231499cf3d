package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FinancialQuarter;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Lists the half terms of England's current school year and the quarters of the financial year in it, as far as they
 * have begun, as named ranges of days. Half terms of other nations differ by a week; any two days can be typed instead.
 */
@Singleton
public class NamedPeriods {
    private static final String REFERENCE = "england";

    private final SchoolService schools;
    private final SchoolCalendar calendar;

    NamedPeriods(SchoolService schools, SchoolCalendar calendar) {
        this.schools = schools;
        this.calendar = calendar;
    }

    /** A half term or quarter: its name and its range of days, both ends included. */
    public record Days(String name, LocalDate from, LocalDate to) {}

    /** Those of the current school year that have begun, oldest first. */
    @Transactional
    public List<Days> days() {
        var today = calendar.today();
        var days = new ArrayList<Days>();
        schools.termBy(REFERENCE, today).ifPresent(now -> {
            var terms = schools.termsOf(REFERENCE, now.yearKey());
            terms.forEach(term -> halves(days, term));
            FinancialQuarter.touching(
                            terms.getFirst().firstDay(), terms.getLast().lastDay())
                    .forEach(each -> days.add(new Days(each.inWords(), each.firstDay(), each.lastDay())));
        });
        return days.stream().filter(each -> !each.from().isAfter(today)).toList();
    }

    /** Splits a term at its half-term holiday; a term without one is left out. */
    private void halves(List<Days> days, NationTerm term) {
        var name = new Period(term.yearKey(), term.termKey()).inWords();
        schools.holidaysOf(REFERENCE, term.yearKey()).stream()
                .filter(each -> each.key().equals(term.termKey() + "-half-term"))
                .findFirst()
                .ifPresent(holiday -> {
                    days.add(new Days(
                            Words.of("totals.firstHalf", name),
                            term.firstDay(),
                            holiday.firstDay().minusDays(1)));
                    days.add(new Days(
                            Words.of("totals.secondHalf", name),
                            holiday.lastDay().plusDays(1),
                            term.lastDay()));
                });
    }
}
