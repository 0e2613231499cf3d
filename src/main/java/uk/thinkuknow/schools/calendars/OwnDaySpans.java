package uk.thinkuknow.schools.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

/** Repository of the spans of schools' own days. */
@Singleton
class OwnDaySpans implements PanacheRepository<OwnDaySpan> {
    /** The spans of a school that end on a day or later, in the order in which they were added. */
    List<OwnDaySpan> since(long schoolId, LocalDate day) {
        return list("schoolId = ?1 and lastDay >= ?2 order by id", schoolId, day);
    }

    Optional<OwnDaySpan> of(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
    }
}
