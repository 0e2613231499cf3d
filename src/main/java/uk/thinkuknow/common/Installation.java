package uk.thinkuknow.common;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Whether this installation holds invented data only: set once, when its database is filled for the first time. */
@Singleton
public class Installation {
    private final EntityManager database;
    private final Clock clock;
    private volatile @Nullable Boolean demo;

    Installation(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Is every school and class here invented? Then every page says so. Asked of the database once. */
    public boolean demo() {
        var known = demo;
        if (known == null) {
            if (Context.isOnEventLoopThread()) {
                return false; // an error page on the way out: it cannot wait for the database
            }
            var stored = RetryOnConflict.join(this::stored);
            if (stored == null) {
                return false;
            }
            demo = known = stored;
        }
        return known;
    }

    /** Has this database been set up before? */
    @Transactional
    public boolean isSetUp() {
        return !database.createNativeQuery("select id from installation", Integer.class)
                .getResultList()
                .isEmpty();
    }

    /** Says for good whether this database holds invented data only. */
    @Transactional
    public void setUp(boolean withDemoData) {
        database.createNativeQuery("insert into installation (id, demo, set_up_at) values (1, ?1, ?2)")
                .setParameter(1, withDemoData)
                .setParameter(2, clock.instant())
                .executeUpdate();
        demo = withDemoData;
    }

    private @Nullable Boolean stored() {
        return (Boolean) database.createNativeQuery("select demo from installation where id = 1", Boolean.class)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** For pages: {@code {installation:demo}}. */
    @TemplateExtension(namespace = "installation")
    static class OnPages {
        private OnPages() {}

        static boolean demo() {
            return Arc.container().instance(Installation.class).get().demo();
        }
    }
}
