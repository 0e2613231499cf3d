package uk.thinkuknow.common;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises conflicts, duplicate keys and lost connections by the database error inside an exception. */
public final class DatabaseErrors {
    /** MariaDB's ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT and ER_CHECKREAD. */
    private static final Set<Integer> CONFLICT = Set.of(1213, 1205, 1020);

    /** MariaDB's ER_DUP_ENTRY. */
    private static final Set<Integer> DUPLICATE = Set.of(1062);

    /**
     * MariaDB's ER_UNKNOWN_COM_ERROR (a node that is not ready), ER_SERVER_SHUTDOWN, ER_ERROR_DURING_COMMIT (a node that
     * was cut off from the others meanwhile) and ER_CONNECTION_KILLED.
     */
    private static final Set<Integer> CONNECTION_LOST = Set.of(1047, 1053, 1180, 1927);

    private DatabaseErrors() {}

    /**
     * Returns whether the database refused a statement for a deadlock, a lock timeout, or a row that changed since it
     * was read. The transaction can be tried again from its start.
     */
    public static boolean isConflict(@Nullable Throwable thrown) {
        return isOneOf(CONFLICT, thrown);
    }

    /** Returns whether the database refused a row because another has its unique key. */
    public static boolean isDuplicate(@Nullable Throwable thrown) {
        return isOneOf(DUPLICATE, thrown);
    }

    /**
     * Returns whether the server or the connection to it is gone. The last statement may or may not have taken effect.
     */
    public static boolean isConnectionLost(@Nullable Throwable thrown) {
        return answers(thrown)
                .anyMatch(answer ->
                        CONNECTION_LOST.contains(answer.getErrorCode()) || isOfConnection(answer.getSQLState()));
    }

    /**
     * Returns whether nothing can be asked of the database now: the connection is gone, or the pool has none to give in
     * time, as when the database hangs. Errors of the pool have neither a code nor a state.
     */
    public static boolean isUnreachable(@Nullable Throwable thrown) {
        return isConnectionLost(thrown)
                || answers(thrown).anyMatch(answer -> answer.getErrorCode() == 0 && answer.getSQLState() == null);
    }

    /** Returns whether the database refused a statement for a fault of the product or of its tables. */
    public static boolean isFaulty(@Nullable Throwable thrown) {
        return answers(thrown).anyMatch(answer -> answer.getErrorCode() != 0)
                && !isConflict(thrown)
                && !isConnectionLost(thrown);
    }

    /** SQLSTATE class 08 is for connections; the driver reports 25S03 when it has connected to another server. */
    private static boolean isOfConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.equals("25S03"));
    }

    private static boolean isOneOf(Set<Integer> errors, @Nullable Throwable thrown) {
        return answers(thrown).anyMatch(answer -> errors.contains(answer.getErrorCode()));
    }

    /** Also inspects suppressed exceptions: Narayana puts the cause of a failed commit there. */
    private static Stream<SQLException> answers(@Nullable Throwable thrown) {
        var all = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        collect(thrown, all);
        return all.stream().filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    private static void collect(@Nullable Throwable thrown, Set<Throwable> all) {
        if (thrown != null && all.add(thrown)) {
            collect(thrown.getCause(), all);
            for (var suppressed : thrown.getSuppressed()) {
                collect(suppressed, all);
            }
        }
    }
}
