package uk.thinkuknow.results.analysis;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Sql;

/** Lists the versions of a module for the page of questions. */
@Singleton
class AnalysedVersions {
    private final DataSource database;

    AnalysedVersions(DataSource database) {
        this.database = database;
    }

    /**
     * A version of a module.
     *
     * @param taught whether it has a session or a tally
     */
    record Version(long id, int number, boolean taught) {}

    /**
     * Returns all versions of a module, the newest first.
     *
     * @throws NotFound if there is no such module
     */
    List<Version> of(String moduleKey) {
        var versions = Sql.list(
                database,
                """
                SELECT v.id, v.number, EXISTS (SELECT 1 FROM session_v s WHERE s.module_version_id = v.id)
                  OR EXISTS (SELECT 1 FROM answer_tally t WHERE t.module_version_id = v.id)
                FROM module_version_v v JOIN module_v m ON m.id = v.module_id
                WHERE m.module_key = ? ORDER BY v.number DESC""",
                List.of(moduleKey),
                row -> new Version(row.getLong(1), row.getInt(2), row.getBoolean(3)));
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        return versions;
    }
}
