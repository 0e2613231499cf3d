package uk.thinkuknow.schools.registers;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import uk.thinkuknow.identity.staff.AuditedKind;
import uk.thinkuknow.identity.staff.AuditedPlaces;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Where what the audit speaks of lies: a school, and the classes, sessions and bookings of one. Worries are left out on
 * purpose: nobody but their readers and the auditors is told of them one by one.
 */
@Singleton
class SchoolsInAudit implements AuditedPlaces {
    private static final String LIES_IN = """
            exists (select 1 from school_area a join authority t on t.authority_key = a.authority_key
             where a.valid_to is null and a.school_id = %s and %s)""";

    private static final String NAMES = """
            select e.subject, s.name from (select distinct subject from audit_entry where subject in ?1) e
            join school s on s.id = %s""";

    private static final String LIKE = """
            select id from school where lower(name) like concat('%', ?1, '%') escape '!'
            union select school_id from school_identifier where value = ?2""";

    private final SchoolService schools;
    private final Session database;
    private final String schoolOfEntry;

    SchoolsInAudit(SchoolService schools, Session database, @All List<AuditedKind> kinds) {
        this.schools = schools;
        this.database = database;
        schoolOfEntry = kinds.stream()
                .map(kind -> "when '%s' then (%s)"
                        .formatted(
                                kind.word(),
                                kind.schoolOf()
                                        .formatted("substr(e.subject, "
                                                + (kind.word().length() + 2) + ")")))
                .collect(Collectors.joining("\n", "case substring_index(e.subject, ' ', 1)\n", " end"));
    }

    @Override
    public String entryLiesIn(String parameter) {
        return LIES_IN.formatted(schoolOfEntry, Scope.sql(parameter, "t"));
    }

    @Override
    public String schoolOfEntry() {
        return schoolOfEntry;
    }

    @Override
    @Transactional
    public Set<Long> schoolsLike(String words) {
        return Set.copyOf(database.createNativeQuery(LIKE, Long.class)
                .setParameter(1, words.toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0"))
                .setParameter(2, words)
                .getResultList());
    }

    @Override
    @Transactional
    public Map<String, String> schoolsOf(Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : database.createNativeQuery(NAMES.formatted(schoolOfEntry), Object[].class)
                        .setParameter(1, subjects)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public Map<String, String> regions() {
        return schools.regions();
    }

    @Override
    public String nameOf(Scope scope) {
        return schools.nameOf(scope);
    }
}
