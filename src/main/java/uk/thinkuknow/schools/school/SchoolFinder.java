package uk.thinkuknow.schools.school;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Finds schools by typed name, town, postcode or identifier. The index of names is kept in memory and is rebuilt when a
 * change counter in the database has changed.
 */
@Singleton
public class SchoolFinder {
    private static final int AT_MOST = 20;
    private static final int TYPED_AT_MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9/-]{3,19}");

    private final EntityManager database;
    private volatile @Nullable Loaded loaded;

    SchoolFinder(EntityManager database) {
        this.database = database;
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance(
                "school-search", Words.of("school.readRegister"), Schedule.every("1m", "1s"), this::readAhead);
    }

    /** Loads the index in the background, at start-up and after an import, so that no search has to wait for it. */
    @Transactional
    void readAhead() {
        index();
    }

    private record Loaded(long changes, SchoolIndex index) {}

    /** The display name of an identifier scheme: "LA number" for {@code la}. */
    public static String schemeInWords(String scheme) {
        return Words.of("school.scheme." + scheme);
    }

    /** An identifier with its scheme, for example "URN 100008". */
    static String numbered(String scheme, Object number) {
        return Words.of("school.numbered", schemeInWords(scheme), number);
    }

    /**
     * Finds at most twenty schools: first those with a typed identifier, then the best matches of the words. Empty for
     * blank text.
     */
    @Transactional
    public List<SchoolSearchResult> find(String typed) {
        var words = typed.length() <= TYPED_AT_MOST ? typed : typed.substring(0, TYPED_AT_MOST);
        if (words.isBlank()) {
            return List.of();
        }
        var ids = new LinkedHashSet<>(byNumber(words));
        ids.addAll(index().find(words, AT_MOST));
        return schools(ids.stream().limit(AT_MOST).toList());
    }

    /**
     * The results of {@link #find} without the closed schools; there may be fewer than twenty although more schools
     * match.
     */
    @Transactional
    public List<SchoolSearchResult> findOpen(String typed) {
        return find(typed).stream().filter(each -> !each.what().isClosed()).toList();
    }

    private List<Long> byNumber(String typed) {
        var numbers = NUMBER.matcher(typed)
                .results()
                .flatMap(found ->
                        java.util.stream.Stream.of(found.group(), found.group().replaceFirst("^0+", "")))
                .collect(Collectors.toSet());
        return numbers.isEmpty()
                ? List.of()
                : session()
                        .createNativeQuery("""
                                select i.school_id from school_identifier i
                                where i.scheme in ('urn', 'la', 'ukprn', 'seed', 'wales', 'de') and i.value in (?1)
                                order by i.is_key desc, i.valid_to is null desc, i.school_id""", Long.class)
                        .setParameterList(1, numbers)
                        .getResultList();
    }

    private SchoolIndex index() {
        long changes = session()
                .createNativeQuery("select changes from school_register", Long.class)
                .getSingleResult();
        var known = loaded;
        if (known == null || known.changes() != changes) {
            synchronized (this) {
                known = loaded;
                if (known == null || known.changes() != changes) {
                    known = new Loaded(changes, load());
                    loaded = known;
                }
            }
        }
        return known.index();
    }

    private SchoolIndex load() {
        return new SchoolIndex(session()
                .createNativeQuery(
                        "select s.id, s.name, s.town, s.postcode, s.status from school s order by s.id", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new SchoolIndex.Entry(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        !"closed".equals(row[4])))
                .toList());
    }

    /** The schools with these ids, in this order. */
    List<SchoolSearchResult> schools(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var became = successors(ids);
        return session().createNativeQuery("""
                        select s.id, s.public_id, s.name, s.street, s.town, s.postcode, coalesce(a.name, ''), s.phase,
                          s.lowest_age, s.highest_age, s.roll, s.status, s.closed_on, coalesce(i.scheme, ''), coalesce(i.value, '')
                        from school s
                          left join school_area l on l.school_id = s.id and l.in_force = 1
                          left join authority a on a.authority_key = l.authority_key
                          left join school_identifier i on i.school_id = s.id and i.is_key = 1
                        where s.id in (?1)""", Object[].class).setParameterList(1, ids).getResultList().stream()
                .map(row -> found(row, became))
                .sorted(Comparator.comparing(school -> ids.indexOf(school.id())))
                .toList();
    }

    private Map<Long, List<SchoolSearchResult.Successor>> successors(List<Long> ids) {
        return session().createNativeQuery("""
                        select l.predecessor_id, n.public_id, n.name from school_link l join school n on n.id = l.successor_id
                        where l.predecessor_id in (?1) order by n.name""", Object[].class).setParameterList(1, ids).getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(
                                row -> new SchoolSearchResult.Successor(new PublicId((String) row[1]), (String) row[2]),
                                Collectors.toCollection(ArrayList::new))))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }

    private static SchoolSearchResult found(Object[] row, Map<Long, List<SchoolSearchResult.Successor>> became) {
        var id = ((Number) row[0]).longValue();
        var isClosed = "closed".equals(row[11]);
        return new SchoolSearchResult(
                id,
                new PublicId((String) row[1]),
                (String) row[2],
                new SchoolSearchResult.Where((String) row[3], (String) row[4], (String) row[5], (String) row[6]),
                new SchoolSearchResult.What(
                        (String) row[7],
                        row[8] == null || row[9] == null ? "" : Words.of("school.ages", row[8], row[9]),
                        (Integer) row[10],
                        (String) row[11],
                        SchoolRecords.day(row[12])),
                "".equals(row[13]) ? "" : numbered((String) row[13], row[14]),
                isClosed ? became.getOrDefault(id, List.of()) : List.of());
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
