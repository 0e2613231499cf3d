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
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
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

    private final LessonsAtSchool lessons;
    private final SchoolService schools;
    private final Clock clock;

    RequestRules(LessonsAtSchool lessons, SchoolService schools, Clock clock) {
        this.lessons = lessons;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * @throws BookingRefused with the reason and what to do
     * @throws LessonWithdrawn if the lesson is withdrawn where the school is
     * @throws NotFound if there is no such lesson
     */
    public void check(long schoolId, SessionRequest wish) {
        var asked = wish.asked();
        var audience = asked.audience();
        checkLesson(schoolId, asked.moduleKey(), audience);
        if (audience.hasClasses()) {
            checkClasses(wish.classes());
        } else {
            checkedHeads(Objects.requireNonNullElse(asked.heads(), 0));
        }
        checkedMinutes(asked.minutes());
        checkSome(wish.starts());
        if (wish.starts().size() > DATES_AT_MOST) {
            throw new BookingRefused("request.threeDates");
        }
        if (new HashSet<>(wish.starts()).size() < wish.starts().size()) {
            throw new BookingRefused("request.sameDate");
        }
        wish.starts().forEach(start -> checkTime(schoolId, start, asked.minutes()));
    }

    void checkLesson(long schoolId, String moduleKey, Audience audience) {
        var lesson = lessons.toBook(schoolId, moduleKey).lesson();
        if (audience == Audience.ASSEMBLY && lesson.lessonOnly()) {
            throw new BookingRefused("request.lessonOnly", lesson.title());
        }
    }

    /**
     * Checks that a lesson can take the place of a withdrawn one.
     *
     * @throws BookingRefused if the lesson that was booked is not withdrawn, or the other is not for the same ages and
     *     audience
     */
    public void checkInstead(long schoolId, RequestDetails asked, String moduleKey) {
        if (!lessons.isWithdrawn(schoolId, asked.moduleKey())) {
            throw new BookingRefused("request.lessonInUse");
        }
        if (lessons.insteadOf(schoolId, asked).stream()
                .noneMatch(module -> module.key().equals(moduleKey))) {
            throw new BookingRefused("request.noLesson");
        }
    }

    void checkClasses(List<BookedClass> classes) {
        if (classes.isEmpty()) {
            throw new BookingRefused("request.noClass");
        }
    }

    int checkedHeads(int heads) {
        if (heads < 1 || heads > HEADS_AT_MOST) {
            throw new BookingRefused("request.badHeads", String.valueOf(HEADS_AT_MOST));
        }
        return heads;
    }

    int checkedMinutes(int minutes) {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new BookingRefused("request.badMinutes", SHORTEST, LONGEST);
        }
        return minutes;
    }

    void checkSome(List<Instant> starts) {
        if (starts.isEmpty()) {
            throw new BookingRefused("request.noDate");
        }
    }

    /**
     * @throws BookingRefused unless the time is in the next 366 days, from 7:00 to 21:30, on a working day that is no
     *     fixed public holiday, in a term of the school's nation, and before the school closes
     */
    public void checkTime(long schoolId, Instant start, int minutes) {
        var now = clock.instant();
        if (!start.isAfter(now)) {
            throw new BookingRefused("request.past", London.inWords(start));
        }
        if (start.isAfter(now.plus(Duration.ofDays(366)))) {
            throw new BookingRefused("request.tooFarAhead", London.inWords(start));
        }
        var from = London.localTimeAt(start);
        var to = London.localTimeAt(start.plus(Duration.ofMinutes(minutes)));
        if (from.toLocalTime().isBefore(MORNING)
                || to.isAfter(from.toLocalDate().atTime(NIGHT))) {
            throw new BookingRefused("request.night", London.inWords(start));
        }
        if (from.getDayOfWeek() == DayOfWeek.SATURDAY || from.getDayOfWeek() == DayOfWeek.SUNDAY) {
            throw new BookingRefused("request.weekend", London.inWords(start));
        }
        if (PublicHolidays.include(from.toLocalDate())) {
            throw new BookingRefused("request.holiday", London.inWords(start));
        }
        if (schools.isClosedBefore(schoolId, London.dateOf(start))) {
            throw new BookingRefused("request.schoolClosed", London.inWords(start));
        }
        if (schools.termOn(schools.school(schoolId).nation(), London.dateOf(start))
                .isEmpty()) {
            throw new BookingRefused("request.noTerm", London.inWords(start));
        }
    }
}
