package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.demo.DemoContents.AuthorityRow;
import uk.thinkuknow.demo.DemoContents.SchoolRow;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.calendars.CalendarWriter;
import uk.thinkuknow.schools.school.SchoolRecordWriter;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Gives an authority of the demo another half term, a school Saturdays on which it teaches, and a school of a kind
 * without a roll in the register the roll that a manager recorded.
 */
@Singleton
@Priority(95)
class DemoCalendars implements DemoPart {
    private static final int WEEKS_EARLIER = 1;
    private static final int MORE_THAN_REGISTER = 12;

    private final SchoolService schools;
    private final SchoolRecordWriter register;
    private final CalendarWriter calendars;
    private final PeopleService people;

    DemoCalendars(SchoolService schools, SchoolRecordWriter register, CalendarWriter calendars, PeopleService people) {
        this.schools = schools;
        this.register = register;
        this.calendars = calendars;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var contents = demo.contents();
        for (var year : demo.years()) {
            contents.authorities().stream()
                    .filter(AuthorityRow::ownHalfTerm)
                    .forEach(authority -> calendars.keepHolidays(authority.key(), year.key(), holidays(year)));
            contents.schools().stream()
                    .filter(school -> school.register().saturdays())
                    .forEach(school -> calendars.openOnSaturdays(
                            idOf(school),
                            year.firstDay(),
                            year.lastDay(),
                            Words.of("demo.saturdays"),
                            school.teacher().name()));
        }
        contents.schools().stream()
                .filter(school -> school.register().kind() != null)
                .forEach(school -> withoutRoll(school, demo));
    }

    private List<Holiday> holidays(Year year) {
        return schools.holidaysOf("england", year.key()).stream()
                .map(each -> new Holiday(
                        each.key(),
                        each.firstDay().minusWeeks(isHalfTerm(each) ? WEEKS_EARLIER : 0),
                        each.lastDay().minusWeeks(isHalfTerm(each) ? WEEKS_EARLIER : 0)))
                .toList();
    }

    private static boolean isHalfTerm(Holiday holiday) {
        return holiday.key().equals("autumn-half-term");
    }

    private void withoutRoll(SchoolRow school, Demo demo) {
        long id = idOf(school);
        register.changeSchools(
                List.of("kind"),
                List.of(List.of(String.valueOf(school.register().kind()), id)));
        calendars.recordRoll(
                id,
                demo.years().getLast().firstDay(),
                school.register().roll() + MORE_THAN_REGISTER,
                Words.of("demo.rollSource"),
                demo.contents().staff().getFirst().name());
    }

    private long idOf(SchoolRow school) {
        return people.byUsername(school.teacher().username())
                .orElseThrow(NotFound::new)
                .school();
    }
}
