package uk.thinkuknow.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import uk.thinkuknow.curriculum.Lesson;

/** What benchmarks of the packaged application have in common. */
final class Bench {
    private Bench() {}

    static void settings(Report report, Connection database) throws SQLException {
        try (var rows = database.createStatement()
                .executeQuery(
                        "SHOW VARIABLES WHERE Variable_name IN ('version','log_bin','sync_binlog','innodb_flush_log_at_trx_commit','innodb_buffer_pool_size')")) {
            while (rows.next()) {
                report.note("MariaDB " + rows.getString(1), rows.getString(2));
            }
        }
    }

    static Map.Entry<Long, Lesson> newestLesson(Connection database) throws SQLException, IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var row = database.createStatement()
                .executeQuery("SELECT id, content FROM module_version ORDER BY id DESC LIMIT 1")) {
            row.next();
            return Map.entry(row.getLong(1), json.readValue(row.getString(2), Lesson.class));
        }
    }

    static Connection connect(Map<String, String> environment) throws SQLException {
        return DriverManager.getConnection(
                environment.getOrDefault("BENCH_DB_URL", "jdbc:mariadb://127.0.0.1:33306/thinkuknow")
                        + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                environment.getOrDefault("BENCH_DB_USER", "thinkuknow"),
                environment.getOrDefault("BENCH_DB_PASSWORD", "thinkuknow"));
    }
}
