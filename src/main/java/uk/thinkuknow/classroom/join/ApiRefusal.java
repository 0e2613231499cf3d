package uk.thinkuknow.classroom.join;

/** Thrown to refuse a call of a child's page, with an HTTP status and a code that says why. */
final class ApiRefusal extends RuntimeException {
    private final int status;
    private final String why;

    ApiRefusal(int status, String why) {
        super("status " + status, null, false, false);
        this.status = status;
        this.why = why;
    }

    int status() {
        return status;
    }

    String why() {
        return why;
    }
}
