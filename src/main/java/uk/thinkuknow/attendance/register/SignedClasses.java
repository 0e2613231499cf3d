package uk.thinkuknow.attendance.register;

import jakarta.inject.Singleton;
import java.util.Collections;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.schools.school.ClassUse;

/** Says whether a register was signed that is of a class, or has one of its cards: a visitor was put on it. */
@Singleton
class SignedClasses implements ClassUse {
    /** The lines of a return that waits are kept by a later room; until it counts, the visitor's mark says it. */
    private static final String ANY = """
            SELECT 1 FROM session_class_v c JOIN session_v s ON s.id = c.session_id
              WHERE c.class_id = ? AND s.signed_at IS NOT NULL
            UNION ALL SELECT 1 FROM visitor_mark m JOIN register r ON r.id = m.register_id JOIN session_v s ON s.id = r.session_id
              WHERE m.class_id = ? AND s.signed_at IS NOT NULL
            UNION ALL SELECT 1 FROM return_line WHERE class_id = ?
            UNION ALL SELECT 1 FROM superseded_line WHERE class_id = ? LIMIT 1""";

    private final DataSource database;

    SignedClasses(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isSigned(long classId) {
        return Sql.first(database, ANY, Collections.nCopies(4, classId), row -> 1)
                .isPresent();
    }
}
