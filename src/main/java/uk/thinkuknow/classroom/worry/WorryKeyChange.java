package uk.thinkuknow.classroom.worry;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/** Job that encrypts with the first key what an older key encrypted, so that the older one can go. */
@Singleton
class WorryKeyChange {
    private final Worries worries;
    private final WorryKeys keys;

    WorryKeyChange(Worries worries, WorryKeys keys) {
        this.worries = worries;
        this.keys = keys;
    }

    /** After ten minutes, because the other instance has the new key only once it has started again. */
    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("worry-keys", Words.of("worries.keyJob"), Schedule.every("1h", "10m"), this::run);
    }

    void run() {
        int changed = 0;
        for (long id : RetryOnConflict.call(() -> worries.sealedWith(keys.older()))) {
            try {
                RetryOnConflict.run(() -> worries.lockedById(id).ifPresent(this::sealAgain));
                changed++;
            } catch (WorryKeys.Unreadable e) {
                Log.warnf("a worry stays under its key: %s", e.why());
            }
        }
        if (changed > 0) {
            Log.infof("worries: %d are locked with the first key now", changed);
        }
    }

    private void sealAgain(Worry worry) {
        var id = worry.publicId();
        worry.sealAgain(again(worry.sender(), WorryParts.sender(id)), again(worry.words(), WorryParts.words(id)));
        worries.notesOf(worry.id()).forEach(note -> note.sealAgain(again(note.note(), WorryParts.note(id))));
    }

    private SealedText again(SealedText sealed, String to) {
        return keys.seal(keys.open(sealed, to), to);
    }
}
