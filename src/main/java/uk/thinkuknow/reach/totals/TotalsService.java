package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Counts the kept totals again when asked to. */
@Singleton
public class TotalsService {
    private final DataSource database;

    TotalsService(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
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
