package uk.thinkuknow.attendance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Repository of return lines; other packages read the table {@code return_line} through it. */
@Singleton
public class ReturnLines implements PanacheRepository<ReturnLine> {

    /**
     * Runs a counting query over {@code return_line} with named parameters, and maps each row from its columns in
     * order. The caller must be in a transaction.
     */
    public <T> List<T> read(String sql, Map<String, ?> parameters, Function<Object[], T> row) {
        var query = getEntityManager().createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(row).toList();
    }

    /** Returns the lines that count of a session, in the order in which they were written. */
    public List<ReturnLine> ofSession(long sessionId) {
        return list("sessionId = ?1 order by id", sessionId);
    }

    /** Returns the lines of a version that was amended or withdrawn. */
    public List<ReturnLine> supersededOf(long returnId) {
        return getSession()
                .createNativeQuery("SELECT * FROM superseded_line WHERE return_id = :id ORDER BY id", ReturnLine.class)
                .setParameter("id", returnId)
                .getResultList();
    }

    /** Moves the lines of a version to {@code superseded_line}: they are kept and no longer count. */
    public void supersede(long returnId) {
        flush();
        run("INSERT INTO superseded_line SELECT * FROM return_line WHERE return_id = :id", returnId);
        run("DELETE FROM return_line WHERE return_id = :id", returnId);
    }

    private void run(String sql, long returnId) {
        getEntityManager().createNativeQuery(sql).setParameter("id", returnId).executeUpdate();
    }
}
