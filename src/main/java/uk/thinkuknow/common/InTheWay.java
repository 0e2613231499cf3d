package uk.thinkuknow.common;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another transaction was in the way, and what does about it: a deadlock, a wait for a lock, a row changed since it was read.
 * Or the server went away in the middle, and another takes over.
 */
@RunsAgain
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // before the transaction begins, which is at 200
public class InTheWay {
    /** MariaDB's ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT and ER_CHECKREAD. */
    private static final Set<Integer> ERRORS = Set.of(1213, 1205, 1020);

    /** ER_DUP_ENTRY. */
    private static final Set<Integer> DUPLICATE = Set.of(1062);

    /** MariaDB's ER_UNKNOWN_COM_ERROR (a node that is not ready), ER_SERVER_SHUTDOWN and ER_CONNECTION_KILLED. */
    private static final Set<Integer> GONE = Set.of(1047, 1053, 1927);

    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 400;

    @AroundInvoke
    Object run(InvocationContext call) throws Exception {
        if (QuarkusTransaction.isActive()) {
            return call.proceed();
        }
        for (int tried = 1; ; tried++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                boolean gone = hasGone(e) && isFromAStatement(e);
                if (tried == TRIES || !is(e) && !gone) {
                    throw e;
                }
                if (gone) {
                    Thread.sleep(PAUSE_MILLIS * tried);
                }
            }
        }
    }

    /** Runs a whole transaction, and again from its start while another is in the way, for a few times. */
    public static <T> T again(Supplier<T> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tried == TRIES || !is(e)) {
                    throw e;
                }
            }
        }
    }

    /** Is this, or what caused it, worth another try? */
    public static boolean is(@Nullable Throwable thrown) {
        return isOneOf(ERRORS, thrown);
    }

    /** Is the server gone, or the connection to it? What it was asked last may have been done or not. */
    public static boolean hasGone(@Nullable Throwable thrown) {
        return said(thrown).anyMatch(said -> GONE.contains(said.getErrorCode()) || isOfAConnection(said.getSQLState()));
    }

    /** 08 is a connection's class of states; 25S03 is what the driver says when it has found another server meanwhile. */
    private static boolean isOfAConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.equals("25S03"));
    }

    /** Of a statement nothing stays without the commit; of a commit nobody knows, so it is not done again. */
    private static boolean isFromAStatement(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }

    /** Has another, at the same moment, stored what there may be once only? */
    public static boolean wasFirst(@Nullable Throwable thrown) {
        return isOneOf(DUPLICATE, thrown);
    }

    private static boolean isOneOf(Set<Integer> errors, @Nullable Throwable thrown) {
        return said(thrown).anyMatch(said -> errors.contains(said.getErrorCode()));
    }

    /** What the database said: of a statement it is the cause, of a commit that failed what was suppressed. */
    private static Stream<SQLException> said(@Nullable Throwable thrown) {
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
