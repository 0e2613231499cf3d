package uk.thinkuknow.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another transaction was in the way, and what does about it: a deadlock, a wait for a lock, a row changed since it was read. */
@RunsAgain
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // before the transaction begins, which is at 200
public class InTheWay {
    /** MariaDB's ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT and ER_CHECKREAD. */
    private static final Set<Integer> ERRORS = Set.of(1213, 1205, 1020);

    /** ER_DUP_ENTRY. */
    private static final Set<Integer> DUPLICATE = Set.of(1062);

    private static final int TRIES = 4;

    @AroundInvoke
    Object run(InvocationContext call) throws Exception {
        if (QuarkusTransaction.isActive()) {
            return call.proceed();
        }
        for (int tried = 1; ; tried++) {
            try {
                return call.proceed();
            } catch (Exception e) {
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

    /** Has another, at the same moment, stored what there may be once only? */
    public static boolean wasFirst(@Nullable Throwable thrown) {
        return isOneOf(DUPLICATE, thrown);
    }

    private static boolean isOneOf(Set<Integer> errors, @Nullable Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException said && errors.contains(said.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
