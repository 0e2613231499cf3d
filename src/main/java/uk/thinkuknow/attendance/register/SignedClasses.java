package uk.thinkuknow.attendance.register;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.schools.school.ClassUse;

/** Says whether a register of a class was signed. */
@Singleton
class SignedClasses implements ClassUse {
    private static final String ANY = """
            SELECT 1 FROM session_class_v c JOIN session_v s ON s.id = c.session_id
            WHERE c.class_id = ? AND s.signed_at IS NOT NULL LIMIT 1""";

    private final DataSource database;

    SignedClasses(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isSigned(long classId) {
        return Sql.first(database, ANY, List.of(classId), row -> 1).isPresent();
    }
}
