package uk.thinkuknow.reach.totals;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/** The door to the kept totals: they are counted once from the returns of before they were kept, and again when asked for. */
@Singleton
public class TotalsService {
    /** Before the demo is filled in, whose returns are followed like all others. */
    private static final int BEFORE_THE_DEMO = 2000;

    private final DataSource database;

    TotalsService(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    void begin(@Observes @Priority(BEFORE_THE_DEMO) StartupEvent start) {
        if (isComplete()) {
            return;
        }
        rebuild(
                progress -> {
                    if (progress.all() > 0 && (progress.done() == 0 || progress.done() == progress.all())) {
                        Log.infof(
                                "totals counted once from the returns there are: %d of %d classes and schools",
                                progress.done(), progress.all());
                    }
                },
                difference -> {});
    }

    private boolean isComplete() {
        return Sql.list(
                        database,
                        "SELECT complete FROM totals_rebuild WHERE id = 1",
                        List.of(),
                        row -> row.getBoolean(1))
                .contains(true);
    }

    /** Counts all totals again and writes what differs, beside signing; one that was cut off goes on where it was. */
    TotalsRebuild.Progress rebuild(Consumer<TotalsRebuild.Progress> tell, Consumer<String> differs) {
        return run(true, tell, differs);
    }

    /** Counts all totals again, changes nothing, and tells of each row that differs. */
    TotalsRebuild.Progress check(Consumer<TotalsRebuild.Progress> tell, Consumer<String> differs) {
        return run(false, tell, differs);
    }

    private TotalsRebuild.Progress run(boolean write, Consumer<TotalsRebuild.Progress> tell, Consumer<String> differs) {
        try {
            return new TotalsRebuild(database, write, tell, differs).run();
        } catch (SQLException e) {
            throw new IllegalStateException("the totals could not be counted", e);
        }
    }
}
