package uk.thinkuknow.common;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Retries a transaction after a deadlock, lock timeout, stale read or lost connection, five tries in all.
 *
 * <p>As an interceptor it retries every {@link Transactional} method that begins a transaction; a method that joins a
 * transaction fails with it. Code begins transactions with {@link #call}, {@link #run} or {@link #join}. The work may
 * run more than once, so it must change nothing outside the database.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // around the transaction interceptor, whose priority is 200
public class RetryOnConflict {
    public static final int TRIES = 5;
    private static final long CONFLICT_MILLIS = 20;
    private static final long SERVER_MILLIS = 400;

    /** Work that begins and ends its own transaction. */
    public interface Attempt<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }

    @AroundInvoke
    Object retry(InvocationContext method) throws Exception {
        return repeat(method::proceed);
    }

    /** Runs work in a new transaction. */
    public static <T extends @Nullable Object> T call(Callable<T> work) {
        return again(() -> QuarkusTransaction.requiringNew().call(work));
    }

    /** Runs work in a new transaction with a timeout in seconds. */
    public static <T extends @Nullable Object> T call(int seconds, Callable<T> work) {
        return again(() -> QuarkusTransaction.requiringNew().timeout(seconds).call(work));
    }

    /** Runs work in a new transaction. */
    public static void run(Runnable work) {
        call(() -> done(work));
    }

    /** Runs work in a new transaction with a timeout in seconds. */
    public static void run(int seconds, Runnable work) {
        call(seconds, () -> done(work));
    }

    /** Runs work in the caller's transaction, or in a new one if there is none. */
    public static <T extends @Nullable Object> T join(Callable<T> work) {
        return repeat(() -> QuarkusTransaction.joiningExisting().call(work));
    }

    /** Runs work in the caller's transaction, or in a new one if there is none. */
    public static void join(Runnable work) {
        join(() -> done(work));
    }

    /** Repeats work that commits on its own connection; inside a transaction it runs once. */
    public static <T extends @Nullable Object, E extends Exception> T repeat(Attempt<T, E> work) throws E {
        return QuarkusTransaction.isActive() ? work.run() : again(work);
    }

    /**
     * Returns whether the failed transaction changed nothing and a retry may succeed. A lost connection counts only if
     * a statement of Hibernate failed: a commit that lost its connection may have taken effect.
     */
    public static boolean isRetryable(Throwable thrown) {
        return DatabaseErrors.isConflict(thrown) || DatabaseErrors.isConnectionLost(thrown) && isFromStatement(thrown);
    }

    private static boolean isFromStatement(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof PersistenceException) {
                return true;
            }
        }
        return false;
    }

    private static <T extends @Nullable Object, E extends Exception> T again(Attempt<T, E> work) throws E {
        for (int tried = 1; ; tried++) {
            try {
                return work.run();
            } catch (Exception e) {
                Arc.container().instance(ConnectionPool.class).get().emptyIfLost(e);
                if (tried == TRIES || !isRetryable(e)) {
                    throw e;
                }
                pause(DatabaseErrors.isConflict(e) ? millisApart(tried) : SERVER_MILLIS * tried);
            }
        }
    }

    /**
     * The milliseconds before the next try. No pause before the first retry, as the other transaction has gone on; then
     * a random one, so that the same transactions do not collide again.
     */
    private static long millisApart(int tried) {
        return tried == 1 ? 0 : ThreadLocalRandom.current().nextLong(CONFLICT_MILLIS << tried);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }
}
