package uk.thinkuknow.operations.mail;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import uk.thinkuknow.identity.staff.StaffErased;

/** Deletes the letters to a member of staff who is erased. */
@Singleton
class LettersToErased {
    private final Outbox outbox;

    LettersToErased(Outbox outbox) {
        this.outbox = outbox;
    }

    void hear(@Observes StaffErased her) {
        if (her.email() != null) {
            outbox.delete("recipient", her.email());
        }
    }
}
