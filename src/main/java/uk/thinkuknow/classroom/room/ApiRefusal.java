package uk.thinkuknow.classroom.room;

import org.jspecify.annotations.Nullable;

/** A call of the classroom API that is answered with a status and, where there is a choice, a word that says why. */
public final class ApiRefusal extends RuntimeException {
    private final int status;
    private final @Nullable String why;

    public ApiRefusal(int status, @Nullable String why) {
        super("status " + status, null, false, false);
        this.status = status;
        this.why = why;
    }

    int status() {
        return status;
    }

    @Nullable
    String why() {
        return why;
    }
}
