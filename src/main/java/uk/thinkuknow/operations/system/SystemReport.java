package uk.thinkuknow.operations.system;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.operations.outbox.Backlog;
import uk.thinkuknow.operations.outbox.Backlogs;

/** Says how the installation is, line by line, and what to do where something is not as it should be. */
@Singleton
class SystemReport {
    private static final Duration AN_OUTBOX_MAY_WAIT = Duration.ofMinutes(15);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(21);
    private static final long LATE_MILLIS = 200;
    private static final long MB = 1024 * 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final String DATABASE = """
            SELECT VERSION(), (SELECT ROUND(SUM(data_length + index_length) / 1048576) FROM information_schema.tables WHERE table_schema = DATABASE()),
              (SELECT COUNT(*) FROM information_schema.processlist), @@max_connections,
              m.version, m.description, m.installed_on
            FROM flyway_schema_history m WHERE m.success = 1 AND m.version IS NOT NULL ORDER BY m.installed_rank DESC LIMIT 1""";

    private final DataSource database;
    private final Backlogs backlogs;
    private final Certificate certificate;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String version;
    private final Optional<String> mailHost;

    SystemReport(
            DataSource database,
            Backlogs backlogs,
            Certificate certificate,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "thinkuknow.mail.host") Optional<String> mailHost) {
        this.database = database;
        this.backlogs = backlogs;
        this.certificate = certificate;
        this.meters = meters;
        this.clock = clock;
        this.version = version;
        this.mailHost = mailHost;
    }

    /**
     * One thing that is looked at.
     *
     * @param todo what to do about it, or empty where all is well
     */
    record Line(String name, String words, String todo) {}

    /** What runs here. */
    record Versions(String product, String java, String database, String schema, Instant since) {}

    record Report(List<Line> lines, Versions versions) {}

    Report now() throws SQLException {
        var lines = new ArrayList<Line>();
        lines.add(requests());
        lines.add(answers());
        var runtime = ManagementFactory.getRuntimeMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        lines.add(new Line(
                "Memory",
                "%,d of %,d MB in use".formatted(heap.getUsed() / MB, heap.getMax() / MB),
                heap.getUsed() > 0.95 * heap.getMax() ? "Give the application more memory (-Xmx)." : ""));
        Versions versions;
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DATABASE)) {
            row.next();
            lines.add(new Line(
                    "Database",
                    "%,d MB, %,d of %,d connections".formatted(row.getLong(2), row.getInt(3), row.getInt(4)),
                    row.getInt(3) > 0.9 * row.getInt(4)
                            ? "Nearly all connections are taken: raise max_connections of MariaDB."
                            : ""));
            versions = new Versions(
                    version,
                    Runtime.version().toString(),
                    row.getString(1),
                    schema(row.getString(5), row.getString(6), row.getObject(7, LocalDateTime.class)),
                    Instant.ofEpochMilli(runtime.getStartTime()));
        }
        lines.add(mail());
        backlogs.all().forEach(outbox -> lines.add(line(outbox, outbox.waiting())));
        if (certificate.isUsed()) {
            lines.add(certificate());
        }
        return new Report(lines, versions);
    }

    /** "Version 26, since 27 November 2026. People: languages spoken."; a description begins with its feature. */
    private static String schema(String version, String description, LocalDateTime since) {
        var words = description.substring(0, 1).toUpperCase(Locale.UK)
                + description.substring(1).replaceFirst(" ", ": ");
        return "Version %s, since %s. %s.".formatted(version, DAY.format(since), words);
    }

    /** Without a mail server letters are written and wait. */
    private Line mail() {
        return mailHost.isPresent()
                ? new Line("Mail server", mailHost.get(), "")
                : new Line(
                        "Mail server",
                        "None is set up: letters to staff are written and wait",
                        "Name one: THINKUKNOW_SMTP_HOST and THINKUKNOW_MAIL_FROM. Until then nobody is told of a child’s worry, or reminded of a missing return.");
    }

    private Line requests() {
        long late = (long) gauge("http.late");
        var away = meters.find("http.turned.away").counters();
        double turned = away.stream().mapToDouble(each -> each.count()).sum();
        var words = "Served %s; %,.0f told to come again since the start"
                .formatted(late < LATE_MILLIS ? "in time" : "late by %,d ms".formatted(late), turned);
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
                "%,.0f, the oldest for %,.0f ms".formatted(all, age),
                age > 2_000 ? "The database is slow or away: look at its log and its disk." : "");
    }

    private double gauge(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }

    private static Line line(Backlog outbox, Backlog.Waiting waiting) {
        var words = waiting.entries() == 0
                ? "None waits"
                : "%,d, the oldest for %s".formatted(waiting.entries(), inWords(Duration.ofSeconds(waiting.seconds())));
        boolean late = waiting.seconds() > AN_OUTBOX_MAY_WAIT.toSeconds();
        return new Line(outbox.words(), words, late ? outbox.advice() : "");
    }

    private Line certificate() {
        var until = certificate.lastsUntil();
        if (until.isEmpty()) {
            return new Line(
                    "Certificate", "It could not be read", "Nobody answers at the public address from this machine.");
        }
        var left = Duration.between(clock.instant(), until.get());
        return new Line(
                "Certificate",
                left.isNegative() ? "It has ended" : "It lasts for %,d days more".formatted(left.toDays()),
                left.compareTo(RENEWED_BEFORE) < 0 ? "Renew it: browsers will refuse the address." : "");
    }

    static String inWords(Duration time) {
        if (time.toHours() >= 48) {
            return "%d days".formatted(time.toDays());
        }
        if (time.toMinutes() >= 120) {
            return "%d hours".formatted(time.toHours());
        }
        return time.toSeconds() >= 120
                ? "%d minutes".formatted(time.toMinutes())
                : String.format(Locale.UK, "%d seconds", time.toSeconds());
    }
}
