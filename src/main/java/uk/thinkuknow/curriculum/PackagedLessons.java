package uk.thinkuknow.curriculum;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import uk.thinkuknow.facts.FactUsed;
import uk.thinkuknow.facts.Facts;

/** Publishes the modules that come with the product, when it starts and they are new; then keeps up with others. */
@Singleton
class PackagedLessons {
    private static final int BEFORE_ANYONE_TEACHES = 100;
    private static final int SECONDS_AT_MOST = 120;

    private final CurriculumService curriculum;
    private final LessonFiles files;

    PackagedLessons(CurriculumService curriculum, LessonFiles files) {
        this.curriculum = curriculum;
        this.files = files;
    }

    void publish(@Observes @Priority(BEFORE_ANYONE_TEACHES) StartupEvent start) throws IOException {
        curriculum.refresh();
        for (var folder : LessonFolder.packaged()) {
            if (!isPublished(folder)) {
                publish(folder, Facts.packaged());
            }
        }
        curriculum.refresh();
        follow(Facts.packaged());
    }

    /**
     * Publishes each lesson in use again that refers to a fact which is told in other words now: that version needs a review of
     * its own, while lessons that do not refer to it keep theirs.
     */
    void follow(Facts facts) {
        for (var module : curriculum.current()) {
            var told = module.lesson().facts();
            if (!told.equals(facts.used(told.stream().map(FactUsed::key).toList()))) {
                files.source(module)
                        .ifPresentOrElse(
                                folder -> publish(folder, facts),
                                () -> Log.warnf(
                                        "the lesson %s tells a fact that has changed and has no files of its own: publish it again",
                                        module.key()));
            }
        }
        curriculum.refresh();
    }

    /** Is there a version of these very files? Then whatever was published after it in the studio, or withdrawn, stays so. */
    private boolean isPublished(LessonFolder folder) {
        return curriculum.versionsOf(folder.name()).stream().anyMatch(version -> files.isSource(version, folder));
    }

    private void publish(LessonFolder folder, Facts facts) {
        try {
            publishInItsTime(folder, facts);
        } catch (PersistenceException e) {
            // Another instance that is starting too was first: then its version is found.
            publishInItsTime(folder, facts);
        } catch (LessonFaulty e) {
            // The tests keep this from being packaged; should it be, the other modules are still there to teach.
            Log.error(e.why());
        }
    }

    /** The first reads and draws before anything of the product is compiled. */
    private void publishInItsTime(LessonFolder folder, Facts facts) {
        QuarkusTransaction.requiringNew().timeout(SECONDS_AT_MOST).run(() -> curriculum.publish(folder, facts));
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        try {
            curriculum.refresh();
        } catch (RuntimeException e) {
            Log.warnf("modules cannot be looked up now; classes go on with what is known: %s", e.getMessage());
        }
    }
}
