package uk.thinkuknow.bookings.calendar;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.bookings.booking.DiaryEntry;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeContent;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Lists a person's next sessions on their home page. */
@Singleton
@Priority(800)
class CalendarHome implements HomeContent {
    private static final int DAYS = 90;
    private static final int AT_MOST = 5;

    private final BookingDiary diary;
    private final Clock clock;

    CalendarHome(BookingDiary diary, Clock clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @Override
    public HomeParts parts(StaffMember me) {
        if (!me.is(Role.TRAINER) && !me.is(Role.TEACHER) && !me.is(Role.DSL)) {
            return HomeParts.NONE;
        }
        var today = London.today(clock);
        var next = diary.ofPerson(me.id(), today, today.plusDays(DAYS)).stream()
                .filter(each -> each.state() != BookingState.DELIVERED)
                .limit(AT_MOST)
                .map(each -> line(each, me.is(Role.TRAINER)))
                .toList();
        return next.isEmpty()
                ? HomeParts.NONE
                : new HomeParts(
                        List.of(),
                        List.of(new HomeList(
                                Words.of("calendar.comingUp"), "/calendar", Words.of("calendar.wholeCalendar"), next)));
    }

    private static HomeLine line(DiaryEntry entry, boolean travels) {
        var people = entry.people();
        var where = entry.where();
        return new HomeLine(
                Words.of(
                        "calendar.lessonWith",
                        entry.lesson().title(),
                        entry.lesson().forWhom()),
                "/bookings/" + entry.id(),
                travels
                        ? Words.of(
                                "calendar.whenAndWhere",
                                London.inWords(entry.when().startsAt()),
                                where.school(),
                                where.town())
                        : Words.of(
                                "calendar.whenAndWho",
                                London.inWords(entry.when().startsAt()),
                                Objects.requireNonNullElseGet(
                                        people.trainer(), () -> Words.of("calendar.taughtBySchool"))),
                CalendarPages.words(entry.state()),
                entry.state().tone(),
                "");
    }
}
