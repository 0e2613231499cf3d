package uk.thinkuknow.identity.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

@Singleton
public class AuditEntries implements PanacheRepository<AuditEntry> {
    private final AuditedPlaces places;

    AuditEntries(AuditedPlaces places) {
        this.places = places;
    }

    List<AuditEntry> of(String subject) {
        return find("subject = ?1 order by id desc", subject).list();
    }

    /** Those that a filter lets through, the latest first, before the one with a number. */
    public List<AuditEntry> matching(AuditFilter filter, long before, int atMost) {
        var where = new StringBuilder("e.id < :before");
        var values = new HashMap<String, Object>();
        values.put("before", before);
        if (!filter.who().isEmpty()) {
            where.append(" and (lower(e.staff_name) like :who escape '!' or lower(e.username) like :who escape '!')");
            values.put("who", "%" + like(filter.who()) + "%");
        }
        if (!filter.act().isEmpty()) {
            where.append(" and e.act = :act");
            values.put("act", filter.act());
        }
        if (!filter.subject().isEmpty()) {
            where.append(" and lower(e.subject) like :subject escape '!'");
            values.put("subject", like(filter.subject()) + "%");
        }
        filter.since().ifPresent(since -> {
            where.append(" and e.at >= :since");
            values.put("since", since);
        });
        filter.until().ifPresent(until -> {
            where.append(" and e.at < :until");
            values.put("until", until);
        });
        if (!filter.school().isEmpty()) {
            var schools = places.schoolsLike(filter.school());
            if (schools.isEmpty()) {
                return List.of();
            }
            where.append(" and ").append(places.schoolOfEntry()).append(" in (:schools)");
            values.put("schools", schools);
        }
        if (!filter.within().isProgramme() || filter.reach().schoolsOnly()) {
            where.append(" and ").append(places.entryLiesIn(":area"));
            values.put("area", filter.within().token());
        }
        var query = getSession()
                .createNativeQuery(
                        "select e.* from audit_entry e where " + where + " order by e.id desc", AuditEntry.class)
                .setMaxResults(atMost);
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> many) {
                query.setParameterList(name, many);
            } else {
                query.setParameter(name, value);
            }
        });
        return query.getResultList();
    }

    /** Those that somebody wrote, or whose words mention her. */
    List<AuditEntry> about(Account account, ErasedWords words) {
        var where = new StringBuilder("username = :username or staff_name = :name");
        for (int i = 0; i < words.replaced().size(); i++) {
            where.append(" or instr(detail, :w%1$d) > 0 or instr(was, :w%1$d) > 0 or instr(became, :w%1$d) > 0"
                    .formatted(i));
        }
        var query = getSession()
                .createNativeQuery("select * from audit_entry where " + where + " order by id", AuditEntry.class)
                .setParameter("username", account.username())
                .setParameter("name", account.name());
        for (int i = 0; i < words.replaced().size(); i++) {
            query.setParameter("w" + i, words.replaced().get(i).sought());
        }
        return query.getResultList();
    }

    Map<String, Instant> lastOf(String act, Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : getSession()
                        .createQuery(
                                "select subject, max(at) from AuditEntry where act = ?1 and subject in ?2 group by subject",
                                Object[].class)
                        .setParameter(1, act)
                        .setParameter(2, subjects)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /** What has ever been done, or what of it may be shown to somebody who reads of schools only. */
    public List<String> acts(boolean schoolsOnly) {
        var kinds = String.join("','", places.kinds());
        return getSession()
                .createNativeQuery(
                        "select distinct act from audit_entry"
                                + (schoolsOnly ? " where substring_index(subject, ' ', 1) in ('" + kinds + "')" : "")
                                + " order by act",
                        String.class)
                .getResultList();
    }

    private static String like(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0");
    }
}
