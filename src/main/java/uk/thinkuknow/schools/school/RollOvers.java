package uk.thinkuknow.schools.school;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ClassLink;

@Singleton
class RollOvers implements PanacheRepository<RollOver> {
    Optional<RollOver> of(long schoolId, String toYear) {
        return find("schoolId = ?1 and toYear = ?2", schoolId, toYear).firstResultOptional();
    }

    Optional<RollOver> of(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }

    /** Every link of all schools from a year to the next. */
    List<ClassLink> links(String fromYear, String toYear) {
        return getSession()
                .createNativeQuery("""
                        select l.from_class, l.to_class, l.same_cards
                        from class_link l join roll_over r on r.id = l.roll_over_id
                        where r.from_year = ?1 and r.to_year = ?2""", Object[].class)
                .setParameter(1, fromYear)
                .setParameter(2, toYear)
                .getResultStream()
                .map(row -> new ClassLink(
                        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), Boolean.TRUE.equals(row[2])))
                .toList();
    }
}
