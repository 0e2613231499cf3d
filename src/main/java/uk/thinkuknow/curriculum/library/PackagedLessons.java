package uk.thinkuknow.curriculum.library;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.LessonFaulty;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Publishes the lessons packaged with the product at start-up, then reads every five seconds what other instances have
 * published.
 */
@Singleton
class PackagedLessons {
    private static final int SECONDS_AT_MOST = 120;

    private final CurriculumService curriculum;

    PackagedLessons(CurriculumService curriculum) {
        this.curriculum = curriculum;
    }

    void publish(@Observes @Priority(StartUpOrder.LESSONS) StartupEvent start) throws IOException {
        for (var folder : LessonFolder.packaged()) {
            try {
                publish(folder);
            } catch (LessonFaulty e) {
                // The tests keep lessons with problems out of the package; if one is in it, the others are taught.
                Log.error(e.why());
            }
        }
        curriculum.refresh();
    }

    private void publish(LessonFolder folder) {
        try {
            publishWithRetry(folder);
        } catch (PersistenceException e) {
            // Another instance starting at the same moment has published it: the second attempt finds its version.
            publishWithRetry(folder);
        }
    }

    /** A longer time limit: at start-up the Java code is not yet compiled by the JIT, and the first module is slow. */
    private void publishWithRetry(LessonFolder folder) {
        RetryOnConflict.run(SECONDS_AT_MOST, () -> curriculum.publish(folder));
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance(
                "published-lessons", Words.of("library.lookForLessons"), Schedule.every("5s", "5s"), this::keepUp);
    }

    void keepUp() {
        try {
            curriculum.refresh();
        } catch (RuntimeException e) {
            Log.warnf("modules cannot be looked up now; classes go on with what is known: %s", e.getMessage());
        }
    }
}
