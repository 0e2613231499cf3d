package uk.thinkuknow.people;

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
class AuditEntries implements PanacheRepository<AuditEntry> {
    List<AuditEntry> of(String subject) {
        return find("subject = ?1 order by id desc", subject).list();
    }

    /** Those that a filter lets through, the latest first, before the one with a number. */
    List<AuditEntry> matching(AuditFilter filter, long before, int atMost) {
        var where = new StringBuilder("id < :before");
        var values = new HashMap<String, Object>();
        values.put("before", before);
        if (!filter.who().isEmpty()) {
            where.append(" and (lower(staffName) like :who escape '!' or lower(username) like :who escape '!')");
            values.put("who", "%" + like(filter.who()) + "%");
        }
        if (!filter.act().isEmpty()) {
            where.append(" and act = :act");
            values.put("act", filter.act());
        }
        if (!filter.subject().isEmpty()) {
            where.append(" and lower(subject) like :subject escape '!'");
            values.put("subject", like(filter.subject()) + "%");
        }
        filter.since().ifPresent(since -> {
            where.append(" and at >= :since");
            values.put("since", since);
        });
        filter.until().ifPresent(until -> {
            where.append(" and at < :until");
            values.put("until", until);
        });
        return find(where + " order by id desc", values).page(0, atMost).list();
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

    List<String> acts() {
        return getSession()
                .createNativeQuery("select distinct act from audit_entry order by act", String.class)
                .getResultList();
    }

    private static String like(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0");
    }
}
