package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.counting.Period;

/**
 * A school year of a nation with its terms and holidays, as it is in force, proposed or typed.
 *
 * @param terms autumn, spring and summer; a term runs to the day before the next one (counting rule 7)
 */
record YearPlan(String nation, String yearKey, List<NationTerm> terms, List<Holiday> holidays) {
    static final List<String> HOLIDAYS =
            List.of("autumn-half-term", "christmas", "spring-half-term", "easter", "summer-half-term", "summer");

    private static final String EASTER = "easter";
    private static final int WEEKS = 52;

    LocalDate firstDay() {
        return terms.getFirst().firstDay();
    }

    LocalDate lastDay() {
        return terms.getLast().lastDay();
    }

    /** The name in the audit: the key of the nation and of the year. */
    String subject() {
        return nation + " " + yearKey;
    }

    /** The key of the year after, for example "2029-30" after "2028-29". */
    String nextKey() {
        int first = Integer.parseInt(yearKey.substring(0, 4)) + 1;
        return first + "-%02d".formatted((first + 1) % 100);
    }

    /**
     * A proposal for the year after: it begins on the day after this one, and all other days move by whole weeks, so
     * that they stay on their weekday; the Easter holiday and the end of the spring term move with Easter.
     */
    YearPlan proposeNext() {
        var holidaysNext = holidays.stream()
                .map(each -> each.key().equals(EASTER)
                        ? new Holiday(EASTER, withEaster(each.firstDay()), withEaster(each.lastDay()))
                        : new Holiday(each.key(), moved(each.firstDay()), moved(each.lastDay())))
                .toList();
        return of(
                nation,
                nextKey(),
                List.of(
                        lastDay().plusDays(1),
                        moved(terms.get(1).firstDay()),
                        withEaster(terms.get(2).firstDay())),
                moved(lastDay()),
                holidaysNext);
    }

    /** A year from the first days of its terms and its last day. A term runs to the day before the next one. */
    static YearPlan of(
            String nation, String yearKey, List<LocalDate> firstDays, LocalDate lastDay, List<Holiday> holidays) {
        return new YearPlan(
                nation,
                yearKey,
                List.of(
                        term(
                                nation,
                                yearKey,
                                0,
                                firstDays.get(0),
                                firstDays.get(1).minusDays(1)),
                        term(
                                nation,
                                yearKey,
                                1,
                                firstDays.get(1),
                                firstDays.get(2).minusDays(1)),
                        term(nation, yearKey, 2, firstDays.get(2), lastDay)),
                holidays);
    }

    private static NationTerm term(String nation, String yearKey, int place, LocalDate first, LocalDate last) {
        return new NationTerm(nation, yearKey, Period.TERMS.get(place), first, last);
    }

    private static LocalDate moved(LocalDate day) {
        return day.plusWeeks(WEEKS);
    }

    private static LocalDate withEaster(LocalDate day) {
        return day.plusDays(
                ChronoUnit.DAYS.between(Easter.sundayOf(day.getYear()), Easter.sundayOf(day.getYear() + 1)));
    }
}
