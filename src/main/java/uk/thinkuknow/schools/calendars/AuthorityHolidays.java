package uk.thinkuknow.schools.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.SchoolRecords;

/** Repository of the holidays that authorities keep. */
@Singleton
class AuthorityHolidays implements PanacheRepository<AuthorityHoliday> {
    /** An authority and the school years in which it keeps its own holidays, such as "2026-27, 2027-28". */
    record Authority(String key, String name, String nation, String years) {}

    /** The holidays of an authority in a school year, in order; empty if it keeps none and its nation's apply. */
    List<AuthorityHoliday> rows(String authorityKey, String yearKey) {
        return list("authorityKey = ?1 and yearKey = ?2 order by firstDay", authorityKey, yearKey);
    }

    List<Holiday> of(String authorityKey, String yearKey) {
        return rows(authorityKey, yearKey).stream()
                .map(AuthorityHoliday::holiday)
                .toList();
    }

    void clear(String authorityKey, String yearKey) {
        delete("authorityKey = ?1 and yearKey = ?2", authorityKey, yearKey);
    }

    Optional<AuthorityHoliday> called(String authorityKey, PublicId id) {
        return find("authorityKey = ?1 and publicId = ?2", authorityKey, id.value())
                .firstResultOptional();
    }

    /** The bank holidays of a nation, each of one day. */
    List<Holiday> bankHolidays(String nation) {
        return getSession()
                .createNativeQuery(
                        "select name, on_day from bank_holiday where nation = ?1 order by on_day", Object[].class)
                .setParameter(1, nation)
                .getResultList()
                .stream()
                .map(row -> new Holiday((String) row[0], day(row[1]), day(row[1])))
                .toList();
    }

    /** The authorities of an area whose names contain the words, by name. */
    List<Authority> inArea(Scope area, String words) {
        return authorities(area, "locate(lower(?2), lower(a.name)) > 0", words);
    }

    /** The authority with this key, if it is in the area. */
    Optional<Authority> inArea(String key, Scope area) {
        return authorities(area, "a.authority_key = ?2", key).stream().findFirst();
    }

    private List<Authority> authorities(Scope area, String which, String value) {
        return getSession()
                .createNativeQuery("""
                        select a.authority_key, a.name, r.nation,
                          (select group_concat(distinct h.year_key order by h.year_key separator ', ')
                           from authority_holiday h where h.authority_key = a.authority_key)
                        from authority_v a join region_v r on r.region_key = a.region_key
                        where %s and %s order by a.name, a.authority_key""".formatted(Scope.sql("?1", "a"), which), Object[].class)
                .setParameter(1, area.token())
                .setParameter(2, value)
                .getResultList()
                .stream()
                .map(row -> new Authority(
                        (String) row[0], (String) row[1], (String) row[2], row[3] == null ? "" : (String) row[3]))
                .toList();
    }

    private static LocalDate day(Object column) {
        return Objects.requireNonNull(SchoolRecords.day(column));
    }
}
