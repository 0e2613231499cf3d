package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.LessonFiles;

/** Retention rule that deletes files of lessons which no version, no draft and no revision uses. */
@Singleton
class UnusedFiles implements RetentionRule {
    private static final int DAYS = 30;
    /** The largest are 3 MB each, and the log of the database takes them once more. */
    private static final int AT_ONCE = 20;

    private static final String UNUSED = """
            from lesson_file_v f where f.stored_at < ?1
              and not exists (select 1 from module_version_file_v v where v.hash = f.hash)
              and not exists (select 1 from lesson_draft_file d where d.hash = f.hash)
              and not exists (select 1 from lesson_draft_revision r where r.welsh = f.hash)""";

    private final EntityManager database;
    private final LessonFiles files;
    private final Clock clock;

    UnusedFiles(EntityManager database, LessonFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "lesson-files",
                Words.of("drafts.retainedFiles"),
                Words.of("drafts.retainedFilesAfter"),
                DAYS,
                Words.of("drafts.retainedFilesWhy"),
                LocalDate.of(2026, 12, 1));
    }

    @Override
    public long due() {
        return RetryOnConflict.call(() -> (Long) database.createNativeQuery("select count(*) " + UNUSED, Long.class)
                .setParameter(1, limit())
                .getSingleResult());
    }

    /** A file that a draft begins to use meanwhile stays, see {@link LessonFiles#deleteUnused}. */
    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> {
            List<String> unused = database.createNativeQuery("select f.hash " + UNUSED, String.class)
                    .setParameter(1, limit())
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            return unused.isEmpty() ? 0 : files.deleteUnused(unused);
        });
    }

    private Instant limit() {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }
}
