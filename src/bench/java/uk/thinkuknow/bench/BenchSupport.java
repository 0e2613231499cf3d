package uk.thinkuknow.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.curriculum.lesson.Lesson;

/**
 * Holds the functions that the benchmarks share: database settings, connection, newest lesson and environment
 * variables.
 */
final class BenchSupport {
    private BenchSupport() {}

    static void settings(BenchReport report, Connection database) throws SQLException {
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

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment("BENCH_DB_URL", "jdbc:mariadb://127.0.0.1:33306/thinkuknow?sslMode=verify-full")
                        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                environment("BENCH_DB_USER", "thinkuknow"),
                environment("BENCH_DB_PASSWORD", "thinkuknow"));
    }

    /**
     * Addresses, secret and process ids of the application under test, from the environment that {@code scripts/bench}
     * sets.
     *
     * @param address where browsers find it: that of the balancer, if there is one
     * @param second that of a second balancer, or the same
     * @param direct where the measured instance itself listens
     * @param app the process id of the measured instance
     * @param mariadb the process id of its database
     */
    record MeasuredProduct(URI address, URI second, URI direct, URI metrics, String secret, long app, long mariadb) {
        static MeasuredProduct fromEnvironment() {
            var address = BenchSupport.environment("BENCH_ADDRESS", "http://localhost:8180");
            return new MeasuredProduct(
                    URI.create(address),
                    URI.create(BenchSupport.environment("BENCH_SECOND", address)),
                    URI.create(BenchSupport.environment("BENCH_DIRECT", address)),
                    URI.create(BenchSupport.environment("BENCH_METRICS", "http://localhost:9180/q/metrics")),
                    BenchSupport.environment("BENCH_SECRET", ""),
                    Long.parseLong(BenchSupport.environment("BENCH_APP_PID", "0")),
                    Long.parseLong(BenchSupport.environment("BENCH_DB_PID", "0")));
        }

        InetSocketAddress at() {
            return socket(direct);
        }

        List<InetSocketAddress> atBalancers() {
            return List.of(socket(address), socket(second));
        }

        private static InetSocketAddress socket(URI at) {
            return new InetSocketAddress(at.getHost(), at.getPort());
        }

        /** Returns the CPU time that application and database have used since they started, in seconds. */
        double cpu() throws IOException {
            return ProcessUse.cpuSeconds(app) + ProcessUse.cpuSeconds(mariadb);
        }
    }

    static String environment(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, otherwise);
    }
}
