package uk.thinkuknow;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the first commit of every transaction fail like a MariaDB deadlock, for every POST request that a test sends.
 * All HTTP tests therefore show that a form gives the same result when its transactions are retried.
 */
@Singleton
class ConflictInjector {
    /** A response header: the number of commits that failed. */
    static final String HEADER = "Conflicts";

    /** The query string of a POST request that gets no conflicts. */
    static final String NONE = "no-conflicts";

    private final CurrentVertxRequest request;
    private final TransactionSynchronizationRegistry registry;

    ConflictInjector(CurrentVertxRequest request, TransactionSynchronizationRegistry registry) {
        this.request = request;
        this.registry = registry;
    }

    /** The open transactions of a request, nested in each other, and the depths at which the last commit failed. */
    private static final class Nesting {
        private final Set<Integer> refused = new HashSet<>();
        private int depth;
        private int conflicts;
    }

    void begins(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        var context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        if (context != null
                && context.request().method() == HttpMethod.POST
                && !NONE.equals(context.request().query())) {
            registry.registerInterposedSynchronization(new Refusal(context));
        }
    }

    /** Fails the first commit of a transaction and lets the retry pass. */
    private final class Refusal implements Synchronization {
        private final RoutingContext context;
        private final Nesting nesting;
        private final int depth;

        Refusal(RoutingContext context) {
            this.context = context;
            Nesting open = context.get(HEADER);
            nesting = open == null ? new Nesting() : open;
            context.put(HEADER, nesting);
            depth = ++nesting.depth;
        }

        @Override
        public void beforeCompletion() {
            if (nesting.refused.add(depth)) {
                context.response().putHeader(HEADER, String.valueOf(++nesting.conflicts));
                throw new PersistenceException(new SQLException("Deadlock found, says a test", "40001", 1213));
            }
            nesting.refused.remove(depth);
        }

        @Override
        public void afterCompletion(int status) {
            nesting.depth--;
        }
    }
}
