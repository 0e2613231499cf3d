package uk.thinkuknow.schools.accounts;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.common.UnexpectedErrors;

/**
 * Erases again who had been erased after the second to which a database was restored: {@code scripts/restore} leaves their
 * public ids in a file, one a line. The file is deleted once everybody in it is erased.
 */
@Singleton
class ErasureAfterRestore {
    private final AccountErasure erasure;
    private final Optional<Path> file;

    ErasureAfterRestore(AccountErasure erasure, @ConfigProperty(name = "thinkuknow.erase-again") Optional<Path> file) {
        this.erasure = erasure;
        this.file = file;
    }

    void atStart(@Observes @Priority(StartUpOrder.ERASURES) StartupEvent start) throws IOException {
        if (file.isPresent() && Files.exists(file.get())) {
            eraseAgain(file.get());
        }
    }

    /** Somebody who cannot be erased now is tried again at the next start; lessons do not wait for that. */
    void eraseAgain(Path listed) throws IOException {
        var ids = Files.readAllLines(listed).stream()
                .filter(line -> !line.isBlank())
                .toList();
        long failed =
                ids.stream().filter(id -> !isErased(new PublicId(id.strip()))).count();
        if (failed == 0) {
            delete(listed);
        } else {
            Log.errorf("%d people could not be erased again after the restore; tried again at the next start", failed);
        }
    }

    /** A file that cannot be deleted, such as a mounted one, is read again at the next start; that erases nobody twice. */
    private static void delete(Path listed) {
        try {
            Files.deleteIfExists(listed);
        } catch (IOException e) {
            Log.errorf("all people of the restore are erased again, but %s cannot be deleted", listed.getFileName());
        }
    }

    private boolean isErased(PublicId id) {
        try {
            if (erasure.eraseAgain(id)) {
                Log.infof("erased again after the restore: account %s", id);
            }
            return true;
        } catch (RuntimeException e) {
            UnexpectedErrors.log(e);
            return false;
        }
    }
}
