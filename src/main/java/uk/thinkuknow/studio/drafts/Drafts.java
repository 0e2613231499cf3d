package uk.thinkuknow.studio.drafts;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Refused;

/** Repository of drafts and their files, revisions, visits, events and comments. */
@Singleton
class Drafts implements PanacheRepository<Draft> {
    /**
     * Each has the whole text of a lesson, at most 256 KB, and is kept for good. Nobody who writes comes near it: what is
     * saved at one place within five minutes is one revision.
     */
    private static final int REVISIONS_A_DAY = 2_000;

    Optional<Draft> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    /** Returns a draft by public id, locked for update so that concurrent changes run one after the other. */
    Optional<Draft> locked(String publicId) {
        return find("publicId", publicId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Returns the keys of the age bands in force on a day or later, for which a lesson can be written. */
    List<String> bands(LocalDate day) {
        return getEntityManager()
                .createNativeQuery(
                        "select band_key from age_band_v where valid_to is null or valid_to >= ?1", String.class)
                .setParameter(1, day)
                .getResultList()
                .stream()
                .sorted(AgeRange.OF_KEYS)
                .toList();
    }

    /** Returns the drafts that are neither published nor discarded, last changed first. */
    List<Draft> open() {
        return list("state not in ('published', 'discarded') order by changedAt desc");
    }

    /** Returns the drafts that were discarded since a time, last changed first. */
    List<Draft> discarded(Instant since) {
        return filled(getEntityManager().createNativeQuery("""
                select d.* from lesson_draft d where d.state = 'discarded'
                  and exists (select 1 from lesson_draft_event e
                    where e.draft_id = d.id and e.what = 'discarded' and e.happened_at >= ?1)
                order by d.changed_at desc""", Draft.class), since)
                .getResultList();
    }

    /** Returns the open draft of a lesson; there is at most one. */
    @Transactional
    Optional<Draft> openOf(String moduleKey) {
        return find("moduleKey = ?1 and state not in ('published', 'discarded')", moduleKey)
                .firstResultOptional();
    }

    /** Returns the approved drafts whose time of publication has come. */
    List<Draft> due(Instant now) {
        return list("state = 'approved' and publishAt <= ?1", now);
    }

    /** Returns the approved drafts that have a time of publication, due or not. */
    List<Draft> planned() {
        return list("from Draft where state = 'approved' and publishAt is not null");
    }

    /** Returns the hashes of a draft's files by name, without {@code module.yaml}. */
    Map<String, String> files(long draftId) {
        var files = new TreeMap<String, String>();
        rows("select name, hash from lesson_draft_file where draft_id = ?1", draftId)
                .forEach(row -> files.put((String) row[0], (String) row[1]));
        return files;
    }

    void putFile(long draftId, String name, String hash) {
        run("""
                insert into lesson_draft_file (draft_id, name, hash) values (?1, ?2, ?3)
                on duplicate key update hash = ?3""", draftId, name, hash);
    }

    void removeFile(long draftId, String name) {
        run("delete from lesson_draft_file where draft_id = ?1 and name = ?2", draftId, name);
    }

    /** Deletes the files of a draft, with its saved Welsh. */
    void deleteFiles(long draftId) {
        run("delete from lesson_draft_file where draft_id = ?1", draftId);
        run("update lesson_draft_revision set welsh = null where draft_id = ?1", draftId);
    }

    /** A revision of a draft; its content is empty in lists. */
    record Revision(int number, String what, String place, String content, long staffId, Instant savedAt) {}

    List<Revision> revisions(long draftId, int most) {
        return revisions(
                "select number, what, place, '', staff_id, saved_at from lesson_draft_revision where draft_id = ?1"
                        + " order by number desc limit " + most,
                draftId);
    }

    Optional<Revision> revision(long draftId, int number) {
        return revisions(
                        "select number, what, place, content, staff_id, saved_at from lesson_draft_revision"
                                + " where draft_id = ?1 and number = ?2",
                        draftId,
                        number)
                .stream()
                .findFirst();
    }

    Optional<Revision> lastRevision(long draftId) {
        return revisions(draftId, 1).stream().findFirst();
    }

    /** Returns the hash of the draft's Welsh file at a revision; empty if it had none. */
    Optional<String> welshAt(long draftId, int number) {
        return getEntityManager()
                .createNativeQuery(
                        "select welsh from lesson_draft_revision where draft_id = ?1 and number = ?2 and welsh is not null",
                        String.class)
                .setParameter(1, draftId)
                .setParameter(2, number)
                .getResultList()
                .stream()
                .findFirst()
                .map(String.class::cast);
    }

    /** Returns the revisions that changed the draft's Welsh, newest first. */
    List<Revision> welshRevisions(long draftId, int most) {
        return revisions(
                "select number, what, place, '', staff_id, saved_at from ("
                        + "select r.*, lag(welsh) over (order by number) as before_it from lesson_draft_revision r where draft_id = ?1"
                        + ") w where welsh is not null and not (welsh <=> before_it) order by number desc limit "
                        + most,
                draftId);
    }

    /**
     * Returns whether a person changed the Welsh of a module: against the revision before, or against the version that
     * their draft begins with.
     */
    boolean hasWelshBy(long staffId, String moduleKey) {
        return !revisions(
                        "select number, what, place, '', staff_id, saved_at from ("
                                + "select r.*, coalesce(lag(r.welsh) over (partition by d.id order by r.number), f.hash) as before_it"
                                + " from lesson_draft_revision r join lesson_draft d on d.id = r.draft_id"
                                + " left join module_version_file_v f on f.module_version_id = d.based_on and f.name = 'module.cy.yaml'"
                                + " where d.module_key = ?2"
                                + ") w where staff_id = ?1 and welsh is not null and not (welsh <=> before_it) limit 1",
                        staffId,
                        moduleKey)
                .isEmpty();
    }

    /**
     * Stores a draft's current content, in both languages, under its revision number.
     *
     * @throws Refused if the person has saved too many revisions within 24 hours
     */
    void keep(Draft draft, String what, String place, long staffId, Instant at) {
        if (revisionsSince(staffId, at.minus(Duration.ofDays(1))) >= REVISIONS_A_DAY) {
            throw new Refused("drafts.tooManyRevisions", REVISIONS_A_DAY);
        }
        run(
                "insert into lesson_draft_revision (draft_id, number, what, place, content, staff_id, saved_at, welsh)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, (select hash from lesson_draft_file"
                        + " where draft_id = ?1 and name = 'module.cy.yaml'))",
                draft.id(),
                draft.revision(),
                what,
                place,
                draft.content(),
                staffId,
                at);
    }

    private long revisionsSince(long staffId, Instant since) {
        return getSession()
                .createNativeQuery(
                        "select count(*) from lesson_draft_revision where staff_id = ?1 and saved_at > ?2", Long.class)
                .setParameter(1, staffId)
                .setParameter(2, since)
                .getSingleResult();
    }

    void forget(long draftId, int number) {
        run("delete from lesson_draft_revision where draft_id = ?1 and number = ?2", draftId, number);
    }

    /** Returns the ids of all staff who wrote a revision of the draft. */
    List<Long> authors(long draftId) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct staff_id from lesson_draft_revision where draft_id = ?1", Long.class)
                .setParameter(1, draftId)
                .getResultList();
    }

    /** Returns the account that began a draft. */
    long beganBy(long draftId) {
        return (Long) getEntityManager()
                .createNativeQuery(
                        "select staff_id from lesson_draft_revision where draft_id = ?1 order by number limit 1",
                        Long.class)
                .setParameter(1, draftId)
                .getSingleResult();
    }

    void visit(long draftId, long staffId, String place, Instant at) {
        run(
                "insert into lesson_draft_visit (draft_id, staff_id, place, seen_at) values (?1, ?2, ?3, ?4)"
                        + " on duplicate key update place = ?3, seen_at = ?4",
                draftId,
                staffId,
                place,
                at);
    }

    /** Returns the places that other people opened since a time, by staff id. */
    Map<Long, String> others(long draftId, long staffId, Instant since) {
        var places = new LinkedHashMap<Long, String>();
        rows(
                        "select staff_id, place from lesson_draft_visit where draft_id = ?1 and staff_id <> ?2"
                                + " and seen_at >= ?3 order by seen_at desc",
                        draftId,
                        staffId,
                        since)
                .forEach(row -> places.put(((Number) row[0]).longValue(), (String) row[1]));
        return places;
    }

    /**
     * An event in a draft's history.
     *
     * @param facts a hash of the facts that the lesson stated at that time
     */
    record DraftEvent(String what, int revision, String words, String facts, long staffId, Instant at) {}

    List<DraftEvent> events(long draftId) {
        var events = new ArrayList<DraftEvent>();
        rows(
                        "select what, revision, coalesce(words, ''), facts, staff_id, happened_at from lesson_draft_event"
                                + " where draft_id = ?1 order by id",
                        draftId)
                .forEach(row -> events.add(new DraftEvent(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).longValue(),
                        instant(row[5]))));
        return events;
    }

    /** Returns the accounts of the reviewers who approved a draft as it is now. */
    List<Long> approvers(Draft draft) {
        return events(draft.id()).stream()
                .filter(event -> event.revision() == draft.revision()
                        && (event.what().equals(DraftReview.SAFE)
                                || event.what().equals(DraftReview.WORDED)))
                .map(DraftEvent::staffId)
                .toList();
    }

    void note(long draftId, DraftEvent event) {
        run(
                "insert into lesson_draft_event (draft_id, what, revision, words, facts, staff_id, happened_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                draftId,
                event.what(),
                event.revision(),
                event.words(),
                event.facts(),
                event.staffId(),
                event.at());
    }

    /**
     * A comment on a place of a draft.
     *
     * @param resolved whether somebody has marked it as resolved
     * @param answers the answers, oldest first
     */
    record Comment(
            long id,
            String place,
            String words,
            long staffId,
            Instant writtenAt,
            boolean resolved,
            List<Answer> answers) {}

    /** An answer to a comment. */
    record Answer(String words, long staffId, Instant writtenAt) {}

    /** Returns all comments with their answers, oldest first. */
    List<Comment> comments(long draftId) {
        var comments = new LinkedHashMap<Long, Comment>();
        for (var row : rows(
                "select id, place, words, staff_id, written_at, resolved_at is not null, answers"
                        + " from lesson_draft_comment where draft_id = ?1 order by id",
                draftId)) {
            long id = ((Number) row[0]).longValue();
            var words = (String) row[2];
            long by = ((Number) row[3]).longValue();
            var at = instant(row[4]);
            if (row[6] instanceof Number answered) {
                Objects.requireNonNull(comments.get(answered.longValue()))
                        .answers()
                        .add(new Answer(words, by, at));
            } else {
                boolean resolved = ((Number) row[5]).intValue() == 1;
                comments.put(id, new Comment(id, (String) row[1], words, by, at, resolved, new ArrayList<>()));
            }
        }
        return List.copyOf(comments.values());
    }

    /** Returns the number of unresolved comments by place. */
    Map<String, Long> openComments(long draftId) {
        return comments(draftId).stream()
                .filter(comment -> !comment.resolved())
                .collect(Collectors.groupingBy(Comment::place, Collectors.counting()));
    }

    void comment(long draftId, String place, String words, long staffId, Instant at) {
        run("""
                insert into lesson_draft_comment (draft_id, place, words, staff_id, written_at)
                values (?1, ?2, ?3, ?4, ?5)""", draftId, place, words, staffId, at);
    }

    /**
     * Stores an answer to a comment.
     *
     * @return false if the draft has no such comment
     */
    boolean answer(long draftId, long commentId, String words, long staffId, Instant at) {
        return run("""
                insert into lesson_draft_comment (draft_id, place, words, staff_id, written_at, answers)
                select draft_id, place, ?3, ?4, ?5, id from lesson_draft_comment
                where draft_id = ?1 and id = ?2 and answers is null""", draftId, commentId, words, staffId, at) == 1;
    }

    /** Marks a comment as resolved; if it already is, the first person's name is kept. */
    void resolve(long draftId, long commentId, long staffId, Instant at) {
        run("""
                update lesson_draft_comment set resolved_by = ?3, resolved_at = ?4
                where draft_id = ?1 and id = ?2 and resolved_at is null and answers is null""", draftId, commentId, staffId, at);
    }

    void reopen(long draftId, long commentId) {
        run(
                "update lesson_draft_comment set resolved_by = null, resolved_at = null where draft_id = ?1 and id = ?2",
                draftId,
                commentId);
    }

    private List<Revision> revisions(String sql, Object... parameters) {
        return rows(sql, parameters).stream()
                .map(row -> new Revision(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).longValue(),
                        instant(row[5])))
                .toList();
    }

    private static Instant instant(Object value) {
        var time = value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC);
    }

    private static Query filled(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(
                    i + 1,
                    parameters[i] instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : parameters[i]);
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... parameters) {
        return filled(getEntityManager().createNativeQuery(sql, Object[].class), parameters)
                .getResultList();
    }

    private int run(String sql, Object... parameters) {
        return filled(getEntityManager().createNativeQuery(sql), parameters).executeUpdate();
    }
}
