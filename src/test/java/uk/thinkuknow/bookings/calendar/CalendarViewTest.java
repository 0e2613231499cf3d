package uk.thinkuknow.bookings.calendar;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.calendar.CalendarView.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the periods that the calendar shows, and the links between them. */
class CalendarViewTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    @Test
    void aWeekBeginsOnMondayAndMayContainTheTurnOfTheYear() {
        var week = CalendarView.of("week", "2026-12-31", TODAY);
        assertEquals(LocalDate.parse("2026-12-28"), week.first());
        assertEquals(LocalDate.parse("2027-01-03"), week.last());
        assertEquals("28 December to 3 January 2027", week.words());
        assertEquals("/calendar?view=week&on=2027-01-04", week.next().href());
    }

    @Test
    void goingForwardAndBackLeadsToTheSamePeriodInEveryView() {
        for (var kind : Kind.values()) {
            var view = CalendarView.at(kind, LocalDate.parse("2027-03-31"));
            assertEquals(view, view.next().previous());
            assertEquals(view, view.previous().next());
        }
    }

    @Test
    void switchingTheViewShowsTodayIfItIsInThePeriodAndElseTheSamePeriod() {
        assertEquals(
                "/calendar?view=week&on=2026-11-23",
                CalendarView.of("month", null, TODAY).as(Kind.WEEK, TODAY).href());
        assertEquals(
                "/calendar?view=list&on=2027-02",
                CalendarView.of("month", "2027-02", TODAY).as(Kind.LIST, TODAY).href());
    }
}
