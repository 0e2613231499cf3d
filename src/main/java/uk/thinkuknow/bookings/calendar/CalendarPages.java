package uk.thinkuknow.bookings.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingDiary;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.bookings.booking.DiaryEntry;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Builds the calendar page of a school, a trainer or an area. For an area, each day of a month or week shows a count
 * and links to the day's list.
 */
@Singleton
class CalendarPages {
    private static final int IN_A_DAY_OF_A_REGION = 4;
    private static final int ON_A_PAGE = 50;

    private final BookingDiary diary;
    private final SchoolService schools;
    private final Clock clock;

    CalendarPages(BookingDiary diary, SchoolService schools, Clock clock) {
        this.diary = diary;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * The calendar page of a school, a trainer or an area.
     *
     * @param whose school, trainer or programme
     * @param days days with their sessions; a list leaves out empty days
     */
    @CheckedTemplate(basePath = "bookings/calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CalendarPage(
            CalendarHeader frame,
            String whose,
            boolean empty,
            List<Day> days,
            @Nullable String older,
            @Nullable String newer)
            implements TemplateInstance {}

    /** The heading, tabs and navigation above the days. */
    record CalendarHeader(
            String caption, String title, String kind, boolean grid, List<Tab> tabs, CalendarLinks around) {
        public List<String> weekdays() {
            return Stream.of(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK))
                    .toList();
        }
    }

    /** Links to the previous and next period and to today. */
    record CalendarLinks(String previous, String today, String next) {}

    /** A link to another kind of view. */
    record Tab(String words, String href, boolean chosen) {}

    /**
     * One day of the calendar.
     *
     * @param outside whether it is a day of the next or previous month that fills the grid
     * @param count the number of sessions in words, on a day of an area's month or week; else null
     */
    record Day(
            String name,
            int number,
            boolean outside,
            boolean today,
            List<Item> items,
            @Nullable String count,
            String href) {
        public boolean isEmpty() {
            return items.isEmpty() && count == null;
        }
    }

    /** A session on a day of the calendar. */
    record Item(String href, String from, String to, String title, String lesson, String people, StateTag stands) {}

    /** The booking's state in words, and the colour of its tag. */
    record StateTag(String words, String tone) {}

    @Transactional
    CalendarPage show(StaffMember me, @Nullable String view, @Nullable String on, int page) {
        var today = London.today(clock);
        var shown = CalendarView.of(view, on, today);
        if (me.is(Role.TRAINER)) {
            return whole(
                    shown,
                    "trainer",
                    Words.of("calendar.yourSessions"),
                    diary.ofTrainer(me.id(), shown.first(), shown.last()));
        }
        if (me.is(Role.MANAGER)) {
            return ofArea(me.scope(), shown, page);
        }
        var school = schools.school(me.school());
        return whole(shown, "school", school.name(), diary.ofSchool(school.id(), shown.first(), shown.last()));
    }

    private CalendarPage whole(CalendarView shown, String whose, String caption, List<DiaryEntry> entries) {
        var byDay = byDay(entries);
        var days = days(shown)
                .map(day -> day(shown, day, items(byDay.getOrDefault(day, List.of()), whose), null))
                .filter(day -> shown.isGrid() || !day.isEmpty())
                .toList();
        return new CalendarPage(frame(shown, caption), whose, entries.isEmpty(), days, null, null);
    }

    private CalendarPage ofArea(Scope area, CalendarView shown, int page) {
        var caption = schools.nameOf(area);
        if (shown.isGrid()) {
            var counts = diary.countsOfArea(area, shown.first(), shown.last()).stream()
                    .collect(Collectors.toMap(BookingDiary.DayCount::day, count -> count));
            var days = days(shown)
                    .map(day -> dayOfArea(area, shown, day, counts.get(day)))
                    .toList();
            return new CalendarPage(frame(shown, caption), "programme", counts.isEmpty(), days, null, null);
        }
        var read = diary.ofArea(area, shown.first(), shown.last(), (page - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        boolean more = read.size() > ON_A_PAGE;
        var found = read.stream().limit(ON_A_PAGE).toList();
        var byDay = byDay(found);
        var days = days(shown)
                .filter(byDay::containsKey)
                .map(day -> day(shown, day, items(Objects.requireNonNull(byDay.get(day)), "programme"), null))
                .toList();
        var here = shown.href() + "&page=";
        return new CalendarPage(
                frame(shown, caption),
                "programme",
                found.isEmpty(),
                days,
                page > 1 ? here + (page - 1) : null,
                more ? here + (page + 1) : null);
    }

    private Day dayOfArea(Scope area, CalendarView shown, LocalDate day, BookingDiary.@Nullable DayCount count) {
        if (count == null) {
            return day(shown, day, List.of(), null);
        }
        var words = Words.of("calendar.count", count.sessions(), count.unconfirmed());
        var first = shown.kind() == CalendarView.Kind.WEEK
                ? items(diary.ofArea(area, day, day, 0, IN_A_DAY_OF_A_REGION), "programme")
                : List.<Item>of();
        return day(shown, day, first, words);
    }

    /** The days of a view; a month is filled to whole weeks. */
    private static Stream<LocalDate> days(CalendarView shown) {
        boolean month = shown.kind() == CalendarView.Kind.MONTH;
        var first = month ? shown.first().with(DayOfWeek.MONDAY) : shown.first();
        var last = month ? shown.last().with(DayOfWeek.SUNDAY) : shown.last();
        return first.datesUntil(last.plusDays(1));
    }

    private Day day(CalendarView shown, LocalDate day, List<Item> items, @Nullable String count) {
        return new Day(
                TextFormat.weekday(day),
                day.getDayOfMonth(),
                day.isBefore(shown.first()) || day.isAfter(shown.last()),
                day.equals(London.today(clock)),
                items,
                count,
                CalendarView.at(CalendarView.Kind.DAY, day).href());
    }

    private static Map<LocalDate, List<DiaryEntry>> byDay(List<DiaryEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> London.dateOf(entry.when().startsAt())));
    }

    private static List<Item> items(List<DiaryEntry> entries, String whose) {
        return entries.stream().map(entry -> item(entry, whose)).toList();
    }

    private static Item item(DiaryEntry entry, String whose) {
        boolean atHome = whose.equals("school");
        var lesson = entry.lesson();
        var who = new ArrayList<String>();
        if (!whose.equals("trainer")) {
            who.add(Objects.requireNonNullElseGet(entry.people().trainer(), () -> Words.of("calendar.taughtBySchool")));
        }
        who.add(Words.of("calendar.inChargeIs", entry.people().inCharge()));
        return new Item(
                "/bookings/" + entry.id(),
                London.timeOf(entry.when().startsAt()),
                London.timeOf(entry.when().endsAt()),
                atHome ? lesson.forWhom() : entry.where().school(),
                (atHome ? "" : lesson.forWhom() + ": ") + lesson.title(),
                String.join(", ", who),
                new StateTag(words(entry.state()), entry.state().tone()));
    }

    /** The state of a session on the calendar. */
    static String words(BookingState state) {
        return switch (state) {
            case ACCEPTED -> Words.of("calendar.notConfirmed");
            case DELIVERED -> Words.of("calendar.delivered");
            default -> state.words();
        };
    }

    private CalendarHeader frame(CalendarView shown, String caption) {
        var today = London.today(clock);
        var tabs = Stream.of(CalendarView.Kind.MONTH, CalendarView.Kind.WEEK, CalendarView.Kind.LIST)
                .map(kind -> new Tab(kind.words(), shown.as(kind, today).href(), kind == shown.kind()))
                .toList();
        return new CalendarHeader(
                caption,
                shown.words(),
                shown.kind().key(),
                shown.isGrid(),
                tabs,
                new CalendarLinks(
                        shown.previous().href(),
                        CalendarView.at(shown.kind(), today).href(),
                        shown.next().href()));
    }
}
