package uk.thinkuknow.privacy.held;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import uk.thinkuknow.identity.staff.AuditSchoolLookup;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Finds the school that an audit entry is about, directly or through the class, session or booking that the entry
 * names, or the authority. Entries about worries are left out on purpose: only their readers and auditors may see them
 * one by one.
 */
@Singleton
class AuditSchools implements AuditSchoolLookup {
    private static final String SCHOOL = """
            case substring_index(e.subject, ' ', 1)
              when 'school' then (select id from school_v where public_id = substr(e.subject, 8))
              when 'class' then (select school_id from class_group_v where public_id = substr(e.subject, 7))
              when 'session' then (select school_id from session_v where public_id = substr(e.subject, 9))
              when 'booking' then (select school_id from booking_v where public_id = substr(e.subject, 9)) end""";

    private static final String LIES_IN = """
            (exists (select 1 from school_area_v a join authority_v t on t.authority_key = a.authority_key
              where a.valid_to is null and a.school_id = %1$s and %2$s)
             or e.subject like 'authority %%' and exists (select 1 from authority_v t
              where t.authority_key = substr(e.subject, 11) and %2$s))""";

    private static final String NAMES = """
            select e.subject, s.name from (select distinct subject from audit_entry_v where subject in ?1) e
            join school_v s on s.id = %s
            union select concat('authority ', authority_key), name from authority_v
            where concat('authority ', authority_key) in ?1""".formatted(SCHOOL);

    private static final String LIKE = """
            select id from school_v where lower(name) like concat('%', ?1, '%') escape '!'
            union select school_id from school_identifier_v where value = ?2""";

    private final SchoolService schools;
    private final Session database;

    AuditSchools(SchoolService schools, Session database) {
        this.schools = schools;
        this.database = database;
    }

    @Override
    public String entryIsIn(String parameter) {
        return LIES_IN.formatted(SCHOOL, Scope.sql(parameter, "t"));
    }

    @Override
    public List<String> kinds() {
        return List.of("school", "class", "session", "booking", "authority");
    }

    @Override
    public String schoolOfEntry() {
        return SCHOOL;
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
                : database.createNativeQuery(NAMES, Object[].class).setParameter(1, subjects).getResultList().stream()
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
