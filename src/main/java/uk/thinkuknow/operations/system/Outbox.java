package uk.thinkuknow.operations.system;

/** A table in which something waits to be told to somebody outside, with what makes a row one that waits. */
enum Outbox {
    LETTERS("Letters to staff", "letter", "state IN ('WAITING', 'SENDING')", "written_at"),
    WEBHOOKS("Calls to other systems", "webhook_call", "state IN ('WAITING', 'CALLING')", "written_at"),
    ACCOUNTS("Accounts that Keycloak is to be told of", "account_order", "done_at IS NULL", "ordered_at");

    private final String words;
    private final String sql;

    Outbox(String words, String table, String waits, String since) {
        this.words = words;
        this.sql = "SELECT COUNT(*), COALESCE(TIMESTAMPDIFF(SECOND, MIN(%s), UTC_TIMESTAMP()), 0) FROM %s WHERE %s"
                .formatted(since, table, waits);
    }

    String words() {
        return words;
    }

    /** How many wait, and for how many seconds the oldest has. */
    String sql() {
        return sql;
    }
}
