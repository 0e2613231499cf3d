package uk.thinkuknow.common;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Stores and returns whether this installation holds only invented (demo) data. That is decided once, when the database
 * is first filled.
 */
@Singleton
public class Installation {
    private final EntityManager database;
    private final Clock clock;
    private volatile @Nullable Boolean demo;

    Installation(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns whether every school and class here is invented; every page then says so. Before the database is filled
     * the answer is false. Once read, it is cached.
     */
    public boolean demo() {
        var known = demo;
        if (known == null) {
            if (Context.isOnEventLoopThread()) {
                return false; // an error page on its way out must not block on the database
            }
            var stored = RetryOnConflict.join(this::stored);
            if (stored == null) {
                return false;
            }
            demo = known = stored;
        }
        return known;
    }

    /** Returns whether this database has been filled before, with or without invented data. */
    @Transactional
    public boolean isSetUp() {
        return !database.createNativeQuery("select i.id from installation i", Integer.class)
                .getResultList()
                .isEmpty();
    }

    /** Stores, for good, whether this database holds only invented data. */
    @Transactional
    public void setUp(boolean withDemoData) {
        database.createNativeQuery("insert into installation (id, demo, set_up_at) values (1, ?1, ?2)")
                .setParameter(1, withDemoData)
                .setParameter(2, clock.instant())
                .executeUpdate();
        demo = withDemoData;
    }

    private @Nullable Boolean stored() {
        return (Boolean)
                database
                        .createNativeQuery("select demo from installation where id = 1", Boolean.class)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .orElse(null);
    }

    /** Makes {@code {installation:demo}} available to templates. */
    @TemplateExtension(namespace = "installation")
    static class OnPages {
        private OnPages() {}

        static boolean demo() {
            return Arc.container().instance(Installation.class).get().demo();
        }
    }
}
