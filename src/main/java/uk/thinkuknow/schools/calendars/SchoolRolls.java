package uk.thinkuknow.schools.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import uk.thinkuknow.common.Words;

/** Repository of the recorded rolls of schools. */
@Singleton
class SchoolRolls implements PanacheRepository<SchoolRoll> {
    /**
     * The record that gives the roll of a school on a day. Where it has none, as an academy until its first census, that
     * of its predecessor counts, if all its children came from that one school.
     */
    Optional<RollRecord> on(long schoolId, LocalDate day) {
        return byDay(schoolId).apply(day);
    }

    /** The record that gives the roll of a school by day, as above; the school's records are read once. */
    Function<LocalDate, Optional<RollRecord>> byDay(long schoolId) {
        var records = of(schoolId);
        return day -> records.on(day)
                .or(() -> solePredecessor(schoolId)
                        .flatMap(predecessor -> of(predecessor).on(day)));
    }

    private Optional<Long> solePredecessor(long schoolId) {
        return getSession().createNativeQuery("""
                        select l.predecessor_id from school_link_v l
                        where l.successor_id = ?1 and l.kind = 'successor' and not exists
                          (select 1 from school_link_v o
                           where (o.successor_id = l.successor_id) <> (o.predecessor_id = l.predecessor_id))""", Long.class).setParameter(1, schoolId).getResultList().stream()
                .findFirst();
    }

    /** All records of a school's roll; the figure of the register without a day is the last. */
    RollHistory of(long schoolId) {
        var own = ownOf(schoolId);
        return own.byRegister().isPresent()
                ? own
                : new RollHistory(
                        own.records(),
                        own.registerLeavesOut(),
                        solePredecessor(schoolId)
                                .flatMap(before -> ownOf(before).byRegister())
                                .orElse(0));
    }

    private RollHistory ownOf(long schoolId) {
        var records = new ArrayList<RollRecord>();
        list("schoolId = ?1 order by asOf desc, id desc", schoolId).forEach(each -> records.add(each.record()));
        var school = getSession()
                .createNativeQuery("""
                        select s.roll, (select count(*) from kind_without_roll k where k.kind = s.kind)
                        from school_v s where s.id = ?1""", Object[].class)
                .setParameter(1, schoolId)
                .getSingleResult();
        if (school[0] != null) {
            var roll = ((Number) school[0]).intValue();
            records.add(new RollRecord(null, roll, true, Words.of("calendars.register"), "", null));
        }
        return new RollHistory(records, ((Number) school[1]).intValue() > 0, 0);
    }
}
