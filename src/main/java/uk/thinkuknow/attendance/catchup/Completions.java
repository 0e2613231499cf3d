package uk.thinkuknow.attendance.catchup;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Reads from the return lines which cards of a class have had a lesson, and from the registers which did not take part.
 */
@Singleton
class Completions {
    private static final String LINES = """
            select l.class_id, m.module_key, v.title, l.named_a_low, l.named_a_high, l.named_b_low, l.named_b_high, l.unnamed
            from return_line_v l
            join class_group_v c on c.id = l.class_id
            join module_version_v v on v.id = l.module_version_id
            join module_v m on m.id = v.module_id
            where c.school_id = ?1 and c.year_key = ?2 and l.audience = 'lesson'
            order by l.class_id, m.module_key, v.number""";

    private static final String APART = """
            select k.class_id, m.module_key, k.card_number
            from mark_v k
            join class_group_v c on c.id = k.class_id
            join register_v r on r.id = k.register_id
            join session_v s on s.id = r.session_id
            join module_version_v v on v.id = s.module_version_id
            join module_v m on m.id = v.module_id
            where c.school_id = ?1 and c.year_key = ?2 and k.presence = 'APART' and s.returned_at is not null""";

    private final EntityManager database;
    private final SchoolService schools;
    private final Clock clock;

    Completions(EntityManager database, SchoolService schools, Clock clock) {
        this.database = database;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * Returns each class of the school's current year with each lesson it has had, sorted by class name and lesson
     * title.
     */
    List<Completion> of(long schoolId) {
        var classes = schools.classesNow(schoolId);
        if (classes.isEmpty()) {
            return List.of();
        }
        var known = classes.stream().collect(Collectors.toMap(ClassFacts::id, Function.identity()));
        var year = classes.getFirst().yearKey();
        var found = new LinkedHashMap<List<Object>, Completion>();
        for (var row : rows(LINES, schoolId, year)) {
            var schoolClass = Objects.requireNonNull(known.get(number(row[0])));
            var line = new Completion(
                    schoolClass,
                    (String) row[1],
                    (String) row[2],
                    new CardSet(number(row[3]), number(row[4])).or(new CardSet(number(row[5]), number(row[6]))),
                    CardSet.NONE,
                    (int) number(row[7]));
            found.merge(List.of(schoolClass.id(), line.moduleKey()), line, Completions::both);
        }
        for (var row : rows(APART, schoolId, year)) {
            found.computeIfPresent(
                    List.of(number(row[0]), (String) row[1]), (key, known2) -> apart(known2, (int) number(row[2])));
        }
        var all = new ArrayList<>(found.values());
        all.sort(java.util.Comparator.comparing(
                        (Completion each) -> each.schoolClass().name())
                .thenComparing(Completion::title));
        return all;
    }

    /** Returns the lessons that one class has had, by module key. */
    Map<String, Completion> of(ClassFacts schoolClass) {
        return of(schoolClass.schoolId()).stream()
                .filter(each -> each.schoolClass().id() == schoolClass.id())
                .collect(Collectors.toMap(Completion::moduleKey, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    LocalDate today() {
        return London.today(clock);
    }

    private static Completion both(Completion a, Completion b) {
        return new Completion(
                a.schoolClass(),
                a.moduleKey(),
                b.title(),
                a.had().or(b.had()),
                a.apart(),
                Math.max(a.unnamed(), b.unnamed()));
    }

    private static Completion apart(Completion of, int card) {
        return new Completion(
                of.schoolClass(),
                of.moduleKey(),
                of.title(),
                of.had(),
                of.apart().with(card),
                of.unnamed());
    }

    private List<Object[]> rows(String sql, long schoolId, String year) {
        return database.createNativeQuery(sql, Object[].class)
                .setParameter(1, schoolId)
                .setParameter(2, year)
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
