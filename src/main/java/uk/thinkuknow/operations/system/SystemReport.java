package uk.thinkuknow.operations.system;

import io.micrometer.core.instrument.MeterRegistry;
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
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.operations.outbox.Backlog;
import uk.thinkuknow.operations.outbox.BacklogMetrics;

/**
 * Checks requests, children's answers that wait to be stored, memory, the database, mail, the outboxes and the
 * certificate, and says for each problem what to do.
 */
@Singleton
class SystemReport {
    private static final Duration AN_OUTBOX_MAY_WAIT = Duration.ofMinutes(15);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(21);
    private static final long LATE_MILLIS = 200;
    private static final long MB = 1024 * 1024;
    private static final String DATABASE = """
            SELECT VERSION(), (SELECT ROUND(SUM(data_length + index_length) / 1048576) FROM information_schema.tables WHERE table_schema = DATABASE()),
              (SELECT COUNT(*) FROM information_schema.processlist), @@max_connections,
              m.version, m.description, m.installed_on
            FROM flyway_schema_history m WHERE m.success = 1 AND m.version IS NOT NULL ORDER BY m.installed_rank DESC LIMIT 1""";

    private final DataSource database;
    private final BacklogMetrics backlogs;
    private final TlsCertificate certificate;
    private final MeterRegistry meters;
    private final Config config;

    SystemReport(
            DataSource database,
            BacklogMetrics backlogs,
            TlsCertificate certificate,
            MeterRegistry meters,
            Config config) {
        this.database = database;
        this.backlogs = backlogs;
        this.certificate = certificate;
        this.meters = meters;
        this.config = config;
    }

    /**
     * The result of one check.
     *
     * @param todo what to do about it; empty if all is well
     */
    record Line(String name, String words, String todo) {}

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
                "Memory",
                TextFormat.number(heap.getUsed() / MB) + " of " + TextFormat.number(heap.getMax() / MB) + " MB in use",
                heap.getUsed() > 0.95 * heap.getMax() ? "Give the application more memory (-Xmx)." : ""));
        Versions versions;
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DATABASE)) {
            row.next();
            lines.add(new Line(
                    "Database",
                    "%s MB, %s of %s connections"
                            .formatted(
                                    TextFormat.number(row.getLong(2)),
                                    TextFormat.number(row.getInt(3)),
                                    TextFormat.number(row.getInt(4))),
                    row.getInt(3) > 0.9 * row.getInt(4)
                            ? "Nearly all connections are taken: raise max_connections of MariaDB."
                            : ""));
            versions = new Versions(
                    config.getValue("quarkus.application.version", String.class),
                    Runtime.version().toString(),
                    row.getString(1),
                    schema(row.getString(5), row.getString(6), row.getObject(7, LocalDateTime.class)),
                    Instant.ofEpochMilli(runtime.getStartTime()));
        }
        lines.add(mail());
        backlogs.all().forEach(outbox -> lines.add(line(outbox, outbox.waiting())));
        if (certificate.isUsed()) {
            lines.add(certificate(now));
        }
        return new Report(lines, versions);
    }

    /**
     * For example "Version 26, since 27 November 2026. People: languages spoken."; a migration's description starts
     * with its feature.
     */
    private static String schema(String version, String description, LocalDateTime since) {
        var words = description.substring(0, 1).toUpperCase(Locale.UK)
                + description.substring(1).replaceFirst(" ", ": ");
        return "Version %s, since %s. %s.".formatted(version, TextFormat.day(since), words);
    }

    /** Without a mail server, emails stay in the outbox. */
    private Line mail() {
        return config.getOptionalValue("thinkuknow.mail.host", String.class)
                .map(host -> new Line("Mail server", host, ""))
                .orElseGet(
                        () -> new Line(
                                "Mail server",
                                "None is set up: letters to staff are written and wait",
                                "Name one: THINKUKNOW_SMTP_HOST and THINKUKNOW_MAIL_FROM. Until then nobody is told of a child’s worry, or reminded of a missing return."));
    }

    private Line requests() {
        long late = (long) gauge("http.late");
        var away = meters.find("http.turned.away").counters();
        double turned = away.stream().mapToDouble(each -> each.count()).sum();
        var words = "Served " + (late < LATE_MILLIS ? "in time" : "late by " + TextFormat.number(late) + " ms") + "; "
                + TextFormat.number(Math.round(turned)) + " told to come again since the start";
        return new Line(
                "Requests",
                words,
                late < LATE_MILLIS
                        ? ""
                        : "More comes than this instance can serve. Lessons go on; add an instance if it lasts.");
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
                "Children’s answers on their way to the database",
                TextFormat.number(Math.round(all)) + ", the oldest for " + TextFormat.number(Math.round(age)) + " ms",
                age > 2_000 ? "The database is slow or away: look at its log and its disk." : "");
    }

    private double gauge(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }

    private static Line line(Backlog outbox, Backlog.PendingCount waiting) {
        var words = waiting.entries() == 0
                ? "None waits"
                : TextFormat.number(waiting.entries()) + ", the oldest for "
                        + inWords(Duration.ofSeconds(waiting.seconds()));
        boolean late = waiting.seconds() > AN_OUTBOX_MAY_WAIT.toSeconds();
        return new Line(outbox.words(), words, late ? outbox.advice() : "");
    }

    private Line certificate(Instant now) {
        var until = certificate.lastsUntil();
        if (until.isEmpty()) {
            return new Line(
                    "Certificate", "It could not be read", "Nobody answers at the public address from this machine.");
        }
        var left = Duration.between(now, until.get());
        return new Line(
                "Certificate",
                left.isNegative() ? "It has ended" : "It lasts for " + TextFormat.number(left.toDays()) + " days more",
                left.compareTo(RENEWED_BEFORE) < 0 ? "Renew it: browsers will refuse the address." : "");
    }

    static String inWords(Duration time) {
        return time.toHours() >= 48
                ? time.toDays() + " days"
                : time.toMinutes() >= 120
                        ? time.toHours() + " hours"
                        : time.toSeconds() >= 120 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
