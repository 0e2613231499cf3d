package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Lists the bookings that have a date, in the order of their dates, for a school, a trainer, a person or an area;
 * declined and cancelled ones are left out.
 */
@Singleton
public class BookingDiary {
    private static final String IN_AREA = """
            exists (select 1 from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                    where sa.school_id = b.school_id and sa.valid_to is null and %s)""".formatted(Scope.sql("?3", "a"));

    private final Session database;
    private final CurriculumService curriculum;
    private final Bookings bookings;
    private final BookingAnnouncer news;

    BookingDiary(Session database, CurriculumService curriculum, Bookings bookings, BookingAnnouncer news) {
        this.database = database;
        this.curriculum = curriculum;
        this.bookings = bookings;
        this.news = news;
    }

    /** The facts of one booking in any state. */
    @Transactional
    public Optional<BookingFacts> booking(long id) {
        return bookings.findByIdOptional(id).map(news::facts);
    }

    /** A school's sessions from a first to a last day, both included. */
    @Transactional
    public List<DiaryEntry> ofSchool(long schoolId, LocalDate from, LocalDate to) {
        return entries("b.school_id = ?3", schoolId, from, to, 0, Integer.MAX_VALUE);
    }

    /** The sessions that a trainer delivers, both days included. */
    @Transactional
    public List<DiaryEntry> ofTrainer(long trainerId, LocalDate from, LocalDate to) {
        return entries("b.trainer_id = ?3", trainerId, from, to, 0, Integer.MAX_VALUE);
    }

    /** Sessions that involve a person: as trainer, or at a school of theirs as teacher in charge or safeguarding lead. */
    @Transactional
    public List<DiaryEntry> ofPerson(long staffId, LocalDate from, LocalDate to) {
        return entries(
                "b.id in (select id from booking where in_charge = ?3 and local_date between ?1 and ?2"
                        + " union select id from booking where trainer_id = ?3 and local_date between ?1 and ?2"
                        + " union select id from booking where dsl_id = ?3 and local_date between ?1 and ?2)"
                        + " and (b.trainer_id = ?3 or b.school_id in"
                        + " (select m.school_id from staff_school_v m where m.staff_id = ?3 and m.valid_to is null))",
                staffId,
                from,
                to,
                0,
                Integer.MAX_VALUE);
    }

    /**
     * A page of the sessions at schools of an area, both days included.
     *
     * @param skip how many to skip
     * @param atMost how many to return
     */
    @Transactional
    public List<DiaryEntry> ofArea(Scope area, LocalDate from, LocalDate to, int skip, int atMost) {
        return entries(liesIn(area), area.token(), from, to, skip, atMost);
    }

    /** Counts the sessions of each day at the schools of an area; days without sessions are left out. */
    @Transactional
    public List<DayCount> countsOfArea(Scope area, LocalDate from, LocalDate to) {
        return database
                .createNativeQuery("""
                        select b.local_date, count(*), sum(b.state = 'ACCEPTED') from booking b
                        where b.local_date between ?1 and ?2 and b.state not in ('DECLINED', 'CANCELLED') and %s
                        group by b.local_date""".formatted(liesIn(area)), Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, area.token())
                .getResultList()
                .stream()
                .map(row ->
                        new DayCount((LocalDate) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }

    /** Sessions on a day, and how many of them are accepted but not confirmed, because the lead was not told yet. */
    public record DayCount(LocalDate day, int sessions, int unconfirmed) {}

    /** @param whose an SQL condition in which ?1 and ?2 are the days and ?3 is {@code who} */
    private List<DiaryEntry> entries(String whose, Object who, LocalDate from, LocalDate to, int skip, int atMost) {
        var titles = new HashMap<String, String>();
        return database
                .createNativeQuery("""
                        select b.public_id, b.starts_at, b.minutes, b.module_key, b.audience,
                               (select group_concat(c.name order by c.name separator ' and ')
                                from booking_class bc join class_group_v c on c.id = bc.class_id where bc.booking_id = b.id),
                               s.name, s.town, b.delivery, b.state, i.name, t.name, b.sequence
                        from booking b
                          join school_v s on s.id = b.school_id
                          join staff_v i on i.id = b.in_charge
                          left join staff_v t on t.id = b.trainer_id
                        where b.local_date between ?1 and ?2 and b.state not in ('DECLINED', 'CANCELLED') and %s

                        order by b.local_date, b.starts_at, b.id""".formatted(whose), Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, who)
                .setFirstResult(skip)
                .setMaxResults(atMost)
                .getResultList()
                .stream()
                .map(row -> entry(row, titles))
                .toList();
    }

    private DiaryEntry entry(Object[] row, Map<String, String> titles) {
        var classes = (String) row[5];
        return new DiaryEntry(
                new PublicId((String) row[0]),
                new BookingFacts.When(((LocalDateTime) row[1]).toInstant(ZoneOffset.UTC), (int) row[2]),
                new DiaryEntry.Lesson(
                        titles.computeIfAbsent((String) row[3], this::title),
                        classes == null ? Audience.valueOf((String) row[4]).words() : classes),
                new DiaryEntry.Where((String) row[6], (String) row[7], DeliveryKind.valueOf((String) row[8])),
                BookingState.valueOf((String) row[9]),
                new DiaryEntry.People((String) row[10], (String) row[11]),
                (int) row[12]);
    }

    private String title(String moduleKey) {
        return curriculum
                .newest(moduleKey)
                .map(module -> module.lesson().title())
                .orElse(moduleKey);
    }

    /** The condition for ?3, an area's token; for the whole programme it skips the lookup of schools. */
    private static String liesIn(Scope area) {
        return area.isProgramme() ? "?3 = ''" : IN_AREA;
    }
}
