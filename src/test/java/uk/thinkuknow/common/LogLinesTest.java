package uk.thinkuknow.common;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that nothing that is logged begins a line of the log, as text and as JSON, and that its times are UTC. */
class LogLinesTest {
    private static final String FORGED = "\n2026-11-30T09:00:00,000Z INFO  forged\r\u2028\u0085\u001b[31m";
    private static final Instant AT = Instant.parse("2026-07-01T11:30:00.123Z");

    @Test
    void aLineBreakInALoggedValueBeginsNoLineOfText() throws Exception {
        var lines = text(record("name: " + FORGED, null)).split("\\R");
        assertEquals(1, lines.length);
        assertTrue(lines[0].contains(
                "name: \\u000a2026-11-30T09:00:00,000Z INFO  forged\\u000d\\u2028\\u0085\\u001b[31m"));
    }

    @Test
    void aLineBreakInAnExceptionsWordsBeginsNoLineOfText() throws Exception {
        var said = text(record("failed", new IllegalStateException(FORGED)));
        assertTrue(said.contains("\n    \tat " + LogLinesTest.class.getName()), said);
        assertFalse(said.contains("\n2026-11-30T09:00:00,000Z"), said);
        assertFalse(said.contains("\u001b"), said);
    }

    @Test
    void aLineOfJsonIsOneObjectWhateverIsInIt() throws Exception {
        var json = new JsonFormatter();
        json.setZoneId(ZoneId.of(settings().getProperty("quarkus.log.console.json.zone-id"))
                .getId());
        var said = json.format(record("name: " + FORGED, new IllegalStateException(FORGED)));
        assertEquals(1, said.strip().lines().count(), said);
        var read = new ObjectMapper().readTree(said);
        assertEquals("name: " + FORGED, read.path("message").asText());
        assertEquals(AT, Instant.parse(read.path("timestamp").asText()));
        assertTrue(read.path("timestamp").asText().endsWith("Z"), said);
    }

    @Test
    void timesOfTextAreUtcInEveryTimeZone() throws Exception {
        var machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
            assertTrue(text(record("started", null)).startsWith("2026-07-01T11:30:00,123Z "));
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void anInstallationLogsJsonAndADevelopersConsoleText() throws Exception {
        assertEquals("true", settings().getProperty("quarkus.log.console.json.enabled"));
        for (var profile : new String[] {"%dev.", "%test."}) {
            assertEquals("false", settings().getProperty(profile + "quarkus.log.console.json.enabled"));
            assertEquals("log-lines", settings().getProperty(profile + "quarkus.log.console.filter"));
        }
        assertEquals(
                3,
                settings().stringPropertyNames().stream()
                        .filter(name -> name.endsWith("quarkus.log.console.json.enabled"))
                        .count(),
                "no other profile logs text");
        for (var starts :
                List.of("docker/compose.yaml", "docker/kubernetes/settings.env", "scripts/lib/application.sh")) {
            assertFalse(Files.readString(Path.of(starts)).matches("(?is).*log[._]console[._]json.*"), starts);
        }
    }

    /** The places are in docs/operations/monitoring.md. */
    @Test
    void theLogGoesToStandardOutputAlone() throws Exception {
        assertEquals(
                List.of(),
                settings().stringPropertyNames().stream()
                        .filter(name -> name.matches(
                                "(%\\w+\\.)?quarkus\\.(log\\.(file|syslog|socket|handler|sys).*|otel\\.logs.*)"))
                        .toList());
        for (var balancer : List.of("thinkuknow", "keycloak", "scanner")) {
            assertFalse(
                    Files.readString(Path.of("docker/haproxy/" + balancer + ".cfg"))
                            .matches("(?s).*\n *(log|option \\w*log)\\b.*"),
                    balancer);
        }
        assertFalse(Files.readString(Path.of("docker/compose.yaml")).contains("logging:"));
        var elsewhere = Pattern.compile(
                "(?i)QUARKUS[._]LOG[._](FILE|SYSLOG|SOCKET|HANDLER)|QUARKUS[._]OTEL[._]LOGS|KC_LOG(?!_CONSOLE_OUTPUT)|--log[-=]|LogFile|LogSyslog"
                        + "|CLAMD_CONF_Log");
        try (var files = Stream.of(
                        "docker/compose.yaml",
                        "docker/Dockerfile",
                        "docker/debian",
                        "docker/keycloak",
                        "docker/kubernetes",
                        "scripts")
                .flatMap(LogLinesTest::filesIn)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> elsewhere.matcher(text(file)).find()).toList());
        }
        assertFalse(Files.readString(Path.of("docker/mariadb/thinkuknow.cnf"))
                .matches("(?s).*\n(general|slow|log-(error|queries|output|slow)).*"));
    }

    @Test
    void thePageOfLogsHasEachOfThem() throws Exception {
        var rows = Files.readString(Path.of("docs/operations/monitoring.md"))
                .replaceFirst("(?s).*\n## Logs\n", "")
                .lines()
                .toList();
        for (var log : List.of(
                "the application's",
                "the audit",
                "Keycloak's events",
                "Keycloak's own",
                "MariaDB's",
                "clamd's and freshclam's",
                "HAProxy's")) {
            var full = "\\| " + log + " \\|(?: [^ |][^|]* \\|){6}";
            assertEquals(1, rows.stream().filter(row -> row.matches(full)).count(), log);
        }
    }

    private static Stream<Path> filesIn(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExtLogRecord record(String message, Throwable thrown) {
        var record = new ExtLogRecord(Level.WARN, message, ExtLogRecord.FormatStyle.NO_FORMAT, "test");
        record.setInstant(AT);
        record.setLoggerName("uk.thinkuknow.Test");
        record.setThrown(thrown);
        return record;
    }

    private static String text(ExtLogRecord record) throws Exception {
        new LogLines().isLoggable(record);
        return new PatternFormatter(settings().getProperty("quarkus.log.console.format")).format(record);
    }

    private static Properties settings() throws Exception {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }
}
