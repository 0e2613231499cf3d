package uk.thinkuknow.schools.days;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Holiday;

/** Repository of the holidays that authorities keep. */
@Singleton
class AuthorityHolidays implements PanacheRepository<AuthorityHoliday> {
    /** The holidays of an authority in a school year, in order; empty if it keeps none and its nation's apply. */
    List<AuthorityHoliday> rows(String authorityKey, String yearKey) {
        return list("authorityKey = ?1 and yearKey = ?2 order by firstDay", authorityKey, yearKey);
    }

    List<Holiday> of(String authorityKey, String yearKey) {
        return rows(authorityKey, yearKey).stream()
                .map(AuthorityHoliday::holiday)
                .toList();
    }

    Optional<AuthorityHoliday> called(String authorityKey, PublicId id) {
        return find("authorityKey = ?1 and publicId = ?2", authorityKey, id.value())
                .firstResultOptional();
    }
}
