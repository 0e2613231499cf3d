package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Scope;

/** Reads the diary in one question however many sessions there are. */
@Singleton
class DiaryRows {
    private static final String IN_AREA = """
            exists (select 1 from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                    where sa.school_id = b.school_id and sa.valid_to is null and %s)""".formatted(Scope.sql("?3", "a"));

    private static final String STANDS = "b.state not in ('DECLINED', 'CANCELLED')";

    private final Session database;
    private final CurriculumService curriculum;

    DiaryRows(Session database, CurriculumService curriculum) {
        this.database = database;
        this.curriculum = curriculum;
    }

    /** @param whose a condition in which ?1 and ?2 are the days and ?3 is {@code who} */
    List<DiaryEntry> entries(String whose, Object who, LocalDate from, LocalDate to, int skip, int atMost) {
        var titles = new HashMap<String, String>();
        return database.createNativeQuery("""
                        select b.public_id, b.starts_at, b.minutes, b.module_key, b.audience,
                               (select group_concat(c.name order by c.name separator ' and ')
                                from booking_class bc join class_group_v c on c.id = bc.class_id where bc.booking_id = b.id),
                               s.name, s.town, b.delivery, b.state, i.name, t.name, b.sequence
                        from booking b
                          join school_v s on s.id = b.school_id
                          join staff_v i on i.id = b.in_charge
                          left join staff_v t on t.id = b.trainer_id
                        where b.local_date between ?1 and ?2 and %s and %s
                        order by b.local_date, b.starts_at, b.id""".formatted(STANDS, whose), Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, who)
                .setFirstResult(skip)
                .setMaxResults(atMost)
                .getResultStream()
                .map(row -> entry(row, titles))
                .toList();
    }

    private DiaryEntry entry(Object[] row, Map<String, String> titles) {
        var classes = (String) row[5];
        return new DiaryEntry(
                new PublicId((String) row[0]),
                new BookingFacts.When(((LocalDateTime) row[1]).toInstant(ZoneOffset.UTC), (int) row[2]),
                titles.computeIfAbsent((String) row[3], this::title),
                classes == null ? Audience.valueOf((String) row[4]).words() : classes,
                new DiaryEntry.Where((String) row[6], (String) row[7], DeliveryKind.valueOf((String) row[8])),
                BookingState.valueOf((String) row[9]),
                (String) row[10],
                (String) row[11],
                (int) row[12]);
    }

    private String title(String moduleKey) {
        return curriculum
                .newest(moduleKey)
                .map(module -> module.lesson().title())
                .orElse(moduleKey);
    }

    /** What ?3, the token of an area, is narrowed to; without narrowing no school need be looked at. */
    static String liesIn(Scope area) {
        return area.isProgramme() ? "?3 = ''" : IN_AREA;
    }

    List<Diary.DayCount> counts(Scope area, LocalDate from, LocalDate to) {
        return database.createNativeQuery(
                        "select b.local_date, count(*), sum(b.state = 'ACCEPTED') from booking b"
                                + " where b.local_date between ?1 and ?2 and " + STANDS + " and "
                                + liesIn(area)
                                + " group by b.local_date",
                        Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, area.token())
                .getResultStream()
                .map(row -> new Diary.DayCount(
                        (LocalDate) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }
}
