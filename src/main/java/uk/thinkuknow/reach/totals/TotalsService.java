package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Starts the recount or the check of all kept totals. */
@Singleton
public class TotalsService {
    private final DataSource database;

    TotalsService(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** Recounts all totals and writes the differences; resumes an interrupted rebuild. */
    TotalsRebuild.Progress rebuild(Consumer<TotalsRebuild.Progress> tell, Consumer<String> differs) {
        return run(true, tell, differs);
    }

    /** Recounts all totals without changing them, and reports each row that differs. */
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
