package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Says in words which holidays apply. */
final class HolidayWords {
    private HolidayWords() {}

    /**
     * The holidays that apply this school year.
     *
     * @param whose whose they are, in a sentence
     * @param bank the bank holidays of the next twelve months
     */
    record View(String whose, List<String> holidays, List<String> bank) {}

    static View of(SchoolFacts school, TeachingCalendar calendar, LocalDate today) {
        var own = !calendar.authority().isEmpty();
        return new View(
                own
                        ? Words.of("calendars.heldByAuthority", school.area().authorityName())
                        : Words.of("calendars.usualOfNation", Nations.name(school.nation())),
                lines(own ? calendar.authority() : named(calendar.nation())),
                lines(calendar.bankHolidays().stream()
                        .filter(each -> !each.firstDay().isBefore(today)
                                && each.firstDay().isBefore(today.plusYears(1)))
                        .toList()));
    }

    /** The usual holidays of a nation with their names. */
    static List<Holiday> named(List<Holiday> usual) {
        return usual.stream()
                .map(each -> new Holiday(Words.of("calendars.holiday." + each.key()), each.firstDay(), each.lastDay()))
                .toList();
    }

    /** "Christmas: 19 December 2026 to 3 January 2027" for each. */
    static List<String> lines(List<Holiday> holidays) {
        return holidays.stream()
                .map(each ->
                        Words.of("calendars.holidayLine", each.key(), DayWords.span(each.firstDay(), each.lastDay())))
                .toList();
    }
}
