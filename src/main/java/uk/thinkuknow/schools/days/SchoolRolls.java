package uk.thinkuknow.schools.days;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import uk.thinkuknow.common.Words;

/** Repository of the recorded rolls of schools. */
@Singleton
class SchoolRolls implements PanacheRepository<SchoolRoll> {
    /** All records of a school's roll; the figure of the register without a day is the last. */
    RollHistory of(long schoolId) {
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
            records.add(new RollRecord(null, roll, true, Words.of("days.register"), "", null));
        }
        return new RollHistory(records, ((Number) school[1]).intValue() > 0);
    }
}
