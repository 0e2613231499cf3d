package uk.thinkuknow.operations.system;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.outbox.Backlog;
import uk.thinkuknow.operations.outbox.BacklogMetrics;

/**
 * Checks requests, children's answers that wait to be stored, memory, the database, mail, the outboxes and the
 * certificate, and says for each problem what to do.
 */
@Singleton
class SystemReport {
    private static final Duration AN_OUTBOX_MAY_WAIT = Duration.ofMinutes(15);
    private static final long LATE_MILLIS = 200;
    private static final long MB = 1024 * 1024;
    private static final String DATABASE = """
            SELECT VERSION(), (SELECT ROUND(SUM(data_length + index_length) / 1048576) FROM information_schema.tables WHERE table_schema = DATABASE()),
              (SELECT COUNT(*) FROM information_schema.processlist), @@max_connections,
              m.version, m.description, m.installed_on
            FROM flyway_schema_history m WHERE m.success = 1 AND m.version IS NOT NULL ORDER BY m.installed_rank DESC LIMIT 1""";

    private final DataSource database;
    private final BacklogMetrics backlogs;
    private final MeterRegistry meters;
    private final Config config;
    private final List<SystemCheck> checks;

    SystemReport(
            DataSource database,
            BacklogMetrics backlogs,
            MeterRegistry meters,
            Config config,
            @All List<SystemCheck> checks) {
        this.database = database;
        this.backlogs = backlogs;
        this.meters = meters;
        this.config = config;
        this.checks = checks;
    }

    /**
     * The result of one check.
     *
     * @param todo what to do about it; empty if all is well
     * @param href the page on which to do it; null if there is none
     */
    record Line(
            String name,
            String words,
            String todo,
            @Nullable String href) {
        Line(String name, String words, String todo) {
            this(name, words, todo, null);
        }
    }

    /** The versions of the product, Java, the database and its schema. */
    record Versions(String product, String java, String database, String schema, Instant since) {}

    /** All checks, and the versions that run. */
    record Report(List<Line> lines, Versions versions) {}

    Report at(Instant now) throws SQLException {
        var lines = new ArrayList<Line>();
        lines.add(requests());
        lines.add(answers());
        var runtime = ManagementFactory.getRuntimeMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        lines.add(new Line(
                Words.of("system.memory"),
                Words.of("system.memoryUsed", heap.getUsed() / MB, heap.getMax() / MB),
                heap.getUsed() > 0.95 * heap.getMax() ? Words.of("system.giveMemory") : ""));
        Versions versions;
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DATABASE)) {
            row.next();
            lines.add(new Line(
                    Words.of("system.database"),
                    Words.of("system.databaseUsed", row.getLong(2), row.getInt(3), row.getInt(4)),
                    row.getInt(3) > 0.9 * row.getInt(4) ? Words.of("system.raiseConnections") : ""));
            versions = new Versions(
                    config.getValue("quarkus.application.version", String.class),
                    Runtime.version().toString(),
                    row.getString(1),
                    schema(row.getString(5), row.getString(6), row.getObject(7, LocalDateTime.class)),
                    Instant.ofEpochMilli(runtime.getStartTime()));
        }
        lines.add(mail());
        backlogs.all().forEach(outbox -> lines.add(line(outbox, outbox.waiting())));
        checks.forEach(each -> each.at(now).forEach(found -> lines.add(line(found))));
        return new Report(lines, versions);
    }

    /**
     * For example "Version 26, since 27 November 2026. People: languages spoken."; a migration's description starts
     * with its feature.
     */
    private static String schema(String version, String description, LocalDateTime since) {
        var words = description.substring(0, 1).toUpperCase(Locale.UK)
                + description.substring(1).replaceFirst(" ", ": ");
        return Words.of("system.schemaVersion", version, TextFormat.day(since), words);
    }

    /** Without a mail server, emails stay in the outbox. */
    private Line mail() {
        return config.getOptionalValue("thinkuknow.mail.host", String.class)
                .map(host -> new Line(Words.of("system.mail"), host, ""))
                .orElseGet(() ->
                        new Line(Words.of("system.mail"), Words.of("system.noMail"), Words.of("system.nameMail")));
    }

    private Line requests() {
        long late = (long) gauge("http.late");
        var away = meters.find("http.turned.away").counters();
        long turned = Math.round(away.stream().mapToDouble(each -> each.count()).sum());
        return late < LATE_MILLIS
                ? new Line(Words.of("system.requests"), Words.of("system.inTime", turned), "")
                : new Line(
                        Words.of("system.requests"),
                        Words.of("system.lateBy", late, turned),
                        Words.of("system.tooMany"));
    }

    private Line answers() {
        double all = meters.find("classroom.intake.waiting").gauges().stream()
                .mapToDouble(each -> each.value())
                .sum();
        double age = meters.find("classroom.intake.age").gauges().stream()
                .mapToDouble(each -> each.value())
                .max()
                .orElse(0);
        return new Line(
                Words.of("system.answers"),
                Words.of("system.oldest", Math.round(all), Words.of("system.millis", Math.round(age))),
                age > 2_000 ? Words.of("system.databaseSlow") : "");
    }

    private double gauge(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }

    private static Line line(Backlog outbox, Backlog.PendingCount waiting) {
        var words = waiting.entries() == 0
                ? Words.of("system.noneWaits")
                : Words.of("system.oldest", waiting.entries(), inWords(Duration.ofSeconds(waiting.seconds())));
        boolean late = waiting.seconds() > AN_OUTBOX_MAY_WAIT.toSeconds();
        return new Line(outbox.words(), words, late ? outbox.advice() : "");
    }

    private static Line line(SystemCheck.Found found) {
        return new Line(found.name(), found.words(), found.todo(), found.href());
    }

    static String inWords(Duration time) {
        if (time.toHours() >= 48) {
            return Words.of("system.days", time.toDays());
        }
        if (time.toMinutes() >= 120) {
            return Words.of("system.hours", time.toHours());
        }
        return time.toSeconds() >= 120
                ? Words.of("system.minutes", time.toMinutes())
                : Words.of("system.seconds", time.toSeconds());
    }
}
