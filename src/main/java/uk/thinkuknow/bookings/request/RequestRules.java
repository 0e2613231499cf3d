package uk.thinkuknow.bookings.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.SchoolService;

/** Checks the lesson, classes, numbers and dates of a school's request, and refuses it with the reason. */
@Singleton
public class RequestRules {
    public static final int DATES_AT_MOST = 3;
    private static final int HEADS_AT_MOST = 2000;
    private static final int SHORTEST = 10;
    static final int LONGEST = 480;
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 30);

    private final CurriculumService curriculum;
    private final SchoolService schools;
    private final Clock clock;

    RequestRules(CurriculumService curriculum, SchoolService schools, Clock clock) {
        this.curriculum = curriculum;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * @throws BookingRefused with the reason and what to do
     * @throws NotFound if there is no such lesson
     */
    public void check(long schoolId, SessionRequest wish) {
        var asked = wish.asked();
        var audience = asked.audience();
        checkLesson(asked.moduleKey(), audience);
        if (audience.hasClasses()) {
            checkClasses(wish.classes());
        } else {
            checkedHeads(Objects.requireNonNullElse(asked.heads(), 0));
        }
        checkedMinutes(asked.minutes());
        checkSome(wish.starts());
        if (wish.starts().size() > DATES_AT_MOST) {
            throw new BookingRefused("Give at most three dates.");
        }
        if (new HashSet<>(wish.starts()).size() < wish.starts().size()) {
            throw new BookingRefused("Two of your dates are the same. Change one, or leave it out.");
        }
        wish.starts().forEach(start -> checkTime(schoolId, start, asked.minutes()));
    }

    void checkLesson(String moduleKey, Audience audience) {
        var lesson = curriculum.current(moduleKey).lesson();
        if (audience == Audience.ASSEMBLY && lesson.lessonOnly()) {
            throw new BookingRefused(
                    "“" + lesson.title()
                            + "” is for lessons only. In an assembly children cannot ask, talk or be looked after one by one, so this lesson is not given there. Book it for one class after another, or choose another lesson for the assembly.");
        }
    }

    void checkClasses(List<BookedClass> classes) {
        if (classes.isEmpty()) {
            throw new BookingRefused("Choose at least one class for the lesson.");
        }
    }

    int checkedHeads(int heads) {
        if (heads < 1 || heads > HEADS_AT_MOST) {
            throw new BookingRefused("Say how many people you expect: a number from 1 to " + HEADS_AT_MOST + ".");
        }
        return heads;
    }

    int checkedMinutes(int minutes) {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new BookingRefused("Say how long it may take: " + SHORTEST + " to " + LONGEST + " minutes.");
        }
        return minutes;
    }

    void checkSome(List<Instant> starts) {
        if (starts.isEmpty()) {
            throw new BookingRefused("Give at least one date and time.");
        }
    }

    /**
     * @throws BookingRefused unless the time is in the next 366 days, from 7:00 to 21:30, on a working day that is no
     *     fixed public holiday, and in a term of the school's nation
     */
    public void checkTime(long schoolId, Instant start, int minutes) {
        var now = clock.instant();
        if (!start.isAfter(now)) {
            throw new BookingRefused(London.inWords(start) + " has gone by. Give a date that lies ahead.");
        }
        if (start.isAfter(now.plus(Duration.ofDays(366)))) {
            throw new BookingRefused(London.inWords(start) + " is more than a year ahead. Give a nearer date.");
        }
        var from = London.localTimeAt(start);
        var to = London.localTimeAt(start.plus(Duration.ofMinutes(minutes)));
        if (from.toLocalTime().isBefore(MORNING)
                || to.isAfter(from.toLocalDate().atTime(NIGHT))) {
            throw new BookingRefused(London.inWords(start)
                    + " is at night. Sessions begin at 7:00 at the earliest and are over by 21:30.");
        }
        if (from.getDayOfWeek() == DayOfWeek.SATURDAY || from.getDayOfWeek() == DayOfWeek.SUNDAY) {
            throw new BookingRefused(London.inWords(start)
                    + " is at a weekend, when schools are closed. Give a day from Monday to Friday.");
        }
        if (PublicHolidays.include(from.toLocalDate())) {
            throw new BookingRefused(London.inWords(start) + " is a public holiday. Give another day.");
        }
        if (schools.termOn(schools.school(schoolId).nation(), London.dateOf(start))
                .isEmpty()) {
            throw new BookingRefused("There is no term on " + London.inWords(start)
                    + " in the calendar of your nation. Ask the programme to add it.");
        }
    }
}
