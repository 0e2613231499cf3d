package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.attendance.register.ReturnLine;
import uk.thinkuknow.attendance.register.ReturnLines;

/** The lines of returns that wait for a second person: kept, and not counted. */
@Singleton
public class WaitingLines {
    private final ReturnLines lines;
    private final Session database;

    WaitingLines(ReturnLines lines, Session database) {
        this.lines = lines;
        this.database = database;
    }

    /** Keeps the lines of a return until it is confirmed; none of them counts. */
    public void keep(List<ReturnLine> ofReturn, long returnId) {
        ofReturn.forEach(database::persist);
        database.flush();
        run("INSERT INTO waiting_line SELECT * FROM return_line_v WHERE return_id = :id", returnId);
        lines.delete("returnId", returnId);
    }

    /** Returns the lines of a return that waits, in the order in which they were written. */
    public List<ReturnLine> of(long returnId) {
        return database.createNativeQuery(
                        "SELECT * FROM waiting_line WHERE return_id = :id ORDER BY id", ReturnLine.class)
                .setParameter("id", returnId)
                .getResultList();
    }

    /** Deletes the lines of a return that no longer waits. */
    public void delete(long returnId) {
        run("DELETE FROM waiting_line WHERE return_id = :id", returnId);
    }

    private void run(String sql, long returnId) {
        database.createNativeMutationQuery(sql).setParameter("id", returnId).executeUpdate();
    }
}
