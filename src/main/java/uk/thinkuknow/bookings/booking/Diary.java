package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.identity.staff.Scope;

/** The door to what is booked when: sessions with a date that have not been called off, in the order of their days. */
@Singleton
public class Diary {
    private final DiaryRows rows;
    private final Bookings bookings;
    private final BookingNews news;

    Diary(DiaryRows rows, Bookings bookings, BookingNews news) {
        this.rows = rows;
        this.bookings = bookings;
        this.news = news;
    }

    /** What is known of one booking. */
    @Transactional
    public Optional<BookingFacts> booking(long id) {
        return bookings.findByIdOptional(id).map(news::facts);
    }

    /** A school's, both days included. */
    @Transactional
    public List<DiaryEntry> ofSchool(long schoolId, LocalDate from, LocalDate to) {
        return rows.entries("b.school_id = ?3", schoolId, from, to, 0, Integer.MAX_VALUE);
    }

    /** A trainer's own, both days included. */
    @Transactional
    public List<DiaryEntry> ofTrainer(long trainerId, LocalDate from, LocalDate to) {
        return rows.entries("b.trainer_id = ?3", trainerId, from, to, 0, Integer.MAX_VALUE);
    }

    /** Those for which a member of staff keeps her time: in charge, as trainer, or as the lead who was told. */
    @Transactional
    public List<DiaryEntry> ofPerson(long staffId, LocalDate from, LocalDate to) {
        return rows.entries(
                "b.id in (select id from booking where in_charge = ?3 and local_date between ?1 and ?2"
                        + " union select id from booking where trainer_id = ?3 and local_date between ?1 and ?2"
                        + " union select id from booking where dsl_id = ?3 and local_date between ?1 and ?2)",
                staffId,
                from,
                to,
                0,
                Integer.MAX_VALUE);
    }

    /**
     * Of the schools of an area; both days included.
     *
     * @param skip how many to pass over, {@code atMost} how many to give
     */
    @Transactional
    public List<DiaryEntry> ofArea(Scope area, LocalDate from, LocalDate to, int skip, int atMost) {
        return rows.entries(DiaryRows.liesIn(area), area.token(), from, to, skip, atMost);
    }

    /** How many sessions each day has at the schools of an area; days without any are left out. */
    @Transactional
    public List<DayCount> countsOfArea(Scope area, LocalDate from, LocalDate to) {
        return rows.counts(area, from, to);
    }

    /** A day's sessions. {@code unconfirmed} of them still wait for the safeguarding lead to be told. */
    public record DayCount(LocalDate day, int sessions, int unconfirmed) {}
}
