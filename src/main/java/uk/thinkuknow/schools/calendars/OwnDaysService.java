package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.OwnDaysAccess.Changes;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Shows a school's days, and adds and removes its own days. */
@Singleton
class OwnDaysService {
    private static final int SPANS_AT_MOST = 200;
    private static final int LONGEST_SPAN = 366;
    private static final int YEARS_AROUND = 3;

    private final OwnDaySpans spans;
    private final SchoolDays schoolDays;
    private final OwnDaysAccess access;
    private final PeopleService people;
    private final Clock clock;

    OwnDaysService(OwnDaySpans spans, SchoolDays schoolDays, OwnDaysAccess access, PeopleService people, Clock clock) {
        this.spans = spans;
        this.schoolDays = schoolDays;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** Everything on the page of a school's days: its own, the calendar of this year, and what the reader may change. */
    record DaysSheet(
            SchoolFacts school, Changes changes, List<OwnDaySpan> spans, TeachingCalendar calendar, LocalDate today) {}

    /** @throws NotFound if the person may not see the school */
    @Transactional
    DaysSheet sheet(StaffMember me, PublicId schoolId) {
        var school = access.school(me, schoolId);
        var today = London.today(clock);
        return new DaysSheet(
                school,
                access.changes(me, school),
                spans.since(school.id(), LocalDate.EPOCH),
                schoolDays.calendarOn(school.id(), today),
                today);
    }

    /**
     * Adds a span of days.
     *
     * @throws NotFound if the person may not see the school
     * @throws Refused if they may not change these days, or the span is too long, too far away or there already
     */
    @Transactional
    void add(StaffMember me, PublicId schoolId, OwnDays days, String why) {
        var school = access.school(me, schoolId);
        var today = London.today(clock);
        requireMayChange(access.changes(me, school), days.first(), today);
        requireSensible(days, today);
        var present = spans.since(school.id(), LocalDate.EPOCH);
        if (present.size() >= SPANS_AT_MOST) {
            throw new Refused("calendars.tooMany", SPANS_AT_MOST);
        }
        if (present.stream().anyMatch(each -> each.days().equals(days))) {
            throw new Refused("calendars.thereAlready");
        }
        spans.persist(new OwnDaySpan(school.id(), days, why, me.name(), clock.instant()));
        note(me, school, "calendars.actAdded", days, why);
    }

    /**
     * Removes a span of days; where an administrator of the school removes a span that has begun, its past days stay.
     *
     * @return what was done, in a sentence
     * @throws NotFound if the person may not see the school, or it has no such span
     * @throws Refused if they may not change any of its days
     */
    @Transactional
    String remove(StaffMember me, PublicId schoolId, PublicId spanId) {
        var school = access.school(me, schoolId);
        var changes = access.changes(me, school);
        var span = spans.of(school.id(), spanId).orElseThrow(NotFound::new);
        var days = span.days();
        var today = London.today(clock);
        requireMayChange(changes, days.last(), today);
        if (changes == Changes.ALL || !days.first().isBefore(today)) {
            spans.delete(span);
            note(me, school, "calendars.actRemoved", days, span.why());
            return Words.of("calendars.removed");
        }
        span.endOn(today.minusDays(1));
        note(me, school, "calendars.actEnded", span.days(), span.why());
        return Words.of("calendars.ended");
    }

    private static void requireMayChange(Changes changes, LocalDate day, LocalDate today) {
        if (changes == Changes.NONE) {
            throw new Refused("calendars.administratorsOnly");
        }
        if (changes == Changes.FROM_TODAY && day.isBefore(today)) {
            throw new Refused("calendars.pastDays");
        }
    }

    private static void requireSensible(OwnDays days, LocalDate today) {
        if (days.last().isBefore(days.first())) {
            throw new Refused("calendars.lastBeforeFirst");
        }
        if (ChronoUnit.DAYS.between(days.first(), days.last()) >= LONGEST_SPAN) {
            throw new Refused("calendars.tooLong");
        }
        if (days.first().isBefore(today.minusYears(YEARS_AROUND))
                || days.last().isAfter(today.plusYears(YEARS_AROUND))) {
            throw new Refused("calendars.tooFar", YEARS_AROUND);
        }
    }

    private void note(StaffMember me, SchoolFacts school, String act, OwnDays days, String why) {
        people.note(
                me.name(),
                Words.of(act),
                MembershipService.subject(school),
                Words.of("calendars.inAudit", DayWords.openOrClosed(days), DayWords.span(days), why));
    }
}
