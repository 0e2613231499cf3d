package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is said of the places of a draft, what is answered to it, and whether it is settled. */
@Singleton
class Comments {
    private final EntityManager database;

    Comments(EntityManager database) {
        this.database = database;
    }

    /**
     * What somebody said of a place.
     *
     * @param resolved somebody has said that it is settled
     * @param answers in the order they were given
     */
    record Comment(
            long id,
            String place,
            String words,
            long staffId,
            Instant writtenAt,
            boolean resolved,
            List<Answer> answers) {}

    /** What was said to a comment. */
    record Answer(String words, long staffId, Instant writtenAt) {}

    /** All that was said, with its answers, in the order it was said. */
    List<Comment> of(long draftId) {
        var comments = new LinkedHashMap<Long, Comment>();
        List<Object[]> rows = database.createNativeQuery("""
                        select id, place, words, staff_id, written_at, resolved_at is not null, answers
                        from lesson_draft_comment where draft_id = ?1 order by id""", Object[].class)
                .setParameter(1, draftId)
                .getResultList();
        for (var row : rows) {
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

    /** How many are not settled yet, by their place. */
    Map<String, Long> open(long draftId) {
        return of(draftId).stream()
                .filter(comment -> !comment.resolved())
                .collect(Collectors.groupingBy(Comment::place, Collectors.counting()));
    }

    void add(long draftId, String place, String words, long staffId, Instant at) {
        run("""
                insert into lesson_draft_comment (draft_id, place, words, staff_id, written_at)
                values (?1, ?2, ?3, ?4, ?5)""", draftId, place, words, staffId, time(at));
    }

    /** @return whether the draft has such a comment */
    boolean answer(long draftId, long commentId, String words, long staffId, Instant at) {
        return run("""
                insert into lesson_draft_comment (draft_id, place, words, staff_id, written_at, answers)
                select draft_id, place, ?3, ?4, ?5, id from lesson_draft_comment
                where draft_id = ?1 and id = ?2 and answers is null""", draftId, commentId, words, staffId, time(at)) == 1;
    }

    /** One that is settled already stays settled by whoever did it first. */
    void resolve(long draftId, long commentId, long staffId, Instant at) {
        run("""
                update lesson_draft_comment set resolved_by = ?3, resolved_at = ?4
                where draft_id = ?1 and id = ?2 and resolved_at is null and answers is null""", draftId, commentId, staffId, time(at));
    }

    void reopen(long draftId, long commentId) {
        run(
                "update lesson_draft_comment set resolved_by = null, resolved_at = null where draft_id = ?1 and id = ?2",
                draftId,
                commentId);
    }

    private static Instant instant(Object value) {
        var time = value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private int run(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}
