package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;

/** Reads, with one query for any number of bookings, what a list of bookings shows of each. */
@Singleton
class BookingRowQuery {
    private final Session database;
    private final CurriculumService curriculum;

    BookingRowQuery(Session database, CurriculumService curriculum) {
        this.database = database;
        this.curriculum = curriculum;
    }

    /** The rows of these bookings, in the same order. */
    List<BookingPages.BookingRow> of(List<Booking> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var modules = new HashMap<String, Optional<PublishedModule>>();
        var rows = new HashMap<Long, BookingPages.BookingRow>();
        database.createNativeQuery("""
                        select b.id, b.public_id, b.module_key, b.audience,
                               (select group_concat(c.name order by c.name separator ' and ')
                                from booking_class bc join class_group_v c on c.id = bc.class_id where bc.booking_id = b.id),
                               b.starts_at,
                               (select bc.starts_at from booking_choice bc where bc.booking_id = b.id and bc.preference = 1),
                               s.name, b.state
                        from booking b join school_v s on s.id = b.school_id
                        where b.id in ?1""", Object[].class)
                .setParameter(1, found.stream().map(Booking::id).toList())
                .getResultList()
                .forEach(row -> rows.put(((Number) row[0]).longValue(), row(row, modules)));
        return found.stream()
                .map(booking -> Objects.requireNonNull(rows.get(booking.id())))
                .toList();
    }

    private BookingPages.BookingRow row(Object[] row, Map<String, Optional<PublishedModule>> modules) {
        var lesson =
                modules.computeIfAbsent((String) row[2], curriculum::newest).map(PublishedModule::lesson);
        var classes = (String) row[4];
        var startsAt = row[5] == null ? Words.of("booking.askedFor", words(row[6])) : words(row[5]);
        return new BookingPages.BookingRow(
                (String) row[1],
                lesson.map(Lesson::title).orElse((String) row[2]),
                lesson.map(Lesson::band).orElse(""),
                classes == null ? Audience.valueOf((String) row[3]).words() : classes,
                startsAt,
                (String) row[7],
                BookingState.valueOf((String) row[8]));
    }

    private static String words(@Nullable Object value) {
        return value == null ? Words.of("booking.noDateYet") : London.inWords(instant(value));
    }

    private static Instant instant(Object value) {
        return ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }
}
