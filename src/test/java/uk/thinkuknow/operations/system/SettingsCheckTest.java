package uk.thinkuknow.operations.system;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the check of the settings at start-up. */
class SettingsCheckTest {
    private static final Map<String, String> WELL = Map.of(
            "thinkuknow.public-address", "https://lessons.example.org",
            "thinkuknow.secret", "a-secret-of-thirty-two-characters",
            "quarkus.oidc.credentials.secret", "another",
            "quarkus.datasource.jdbc.url", "jdbc:mariadb://db/thinkuknow",
            "thinkuknow.mail.host", "",
            "thinkuknow.mail.port", "587",
            "thinkuknow.mail.security", "starttls",
            "thinkuknow.mail.from", "");

    @Test
    void validSettingsHaveNoProblems() {
        assertEquals(List.of(), with(Map.of()));
        assertEquals(
                List.of(),
                with(Map.of(
                        "thinkuknow.public-address",
                        "http://localhost:8180",
                        "thinkuknow.secret",
                        "development-only-secret-0123456789abcdef")));
    }

    @Test
    void developmentSecretsAreRefusedOutsideThisMachine() {
        told("THINKUKNOW_SECRET", Map.of("thinkuknow.secret", "development-only-secret-0123456789abcdef"));
        told("THINKUKNOW_DB_PASSWORD", Map.of("quarkus.datasource.password", "thinkuknow"));
        told("THINKUKNOW_KEYCLOAK_SECRET", Map.of("quarkus.oidc.credentials.secret", "development-only-client"));
    }

    @Test
    void withAWrongSettingTheProductDoesNotStart() throws Exception {
        assertEquals(LaunchMode.NORMAL, LaunchMode.current());
        var start = new StartupEvent();
        check(Map.of()).check(start);
        var development = check(Map.of("thinkuknow.secret", "development-only-secret-0123456789abcdef"));
        assertThrows(IllegalStateException.class, () -> development.check(start));
        var asked = SettingsCheck.class.getDeclaredMethod("check", StartupEvent.class);
        assertTrue(asked.getParameters()[0].isAnnotationPresent(Observes.class), "it is asked when the product starts");
    }

    private static SettingsCheck check(Map<String, String> changed) {
        var settings = new HashMap<>(WELL);
        settings.putAll(changed);
        return new SettingsCheck(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void anInvalidSettingIsReportedWithWhatToDo() {
        told("32 or more", Map.of("thinkuknow.secret", "short"));
        told("begin with https://", Map.of("thinkuknow.public-address", "http://lessons.example.org"));
        told("with no path", Map.of("thinkuknow.public-address", "https://example.org/lessons"));
        told("with no path", Map.of("thinkuknow.public-address", "lessons.example.org"));
        told("with no path", Map.of("thinkuknow.public-address", "https://a b"));
        told("jdbc:mariadb:", Map.of("quarkus.datasource.jdbc.url", "jdbc:mysql://db/thinkuknow"));
    }

    @Test
    void allProblemsOfTheMailSettingsAreReportedTogether() {
        assertEquals(
                3,
                with(Map.of(
                                "thinkuknow.mail.host",
                                "mail.example.org",
                                "thinkuknow.mail.security",
                                "ssl",
                                "thinkuknow.mail.port",
                                "smtp"))
                        .size());
    }

    @Test
    void aScannerOnAnotherMachineNeedsAnAuthorityAndACertificateToShow() {
        var authority = "quarkus.tls.scanner.trust-store.pem.certs";
        var own = "quarkus.tls.scanner.key-store.pem.0.cert";
        for (var here : List.of("", "localhost:3310", "127.0.0.1:3310")) {
            assertEquals(List.of(), with(Map.of("thinkuknow.antivirus", here)));
        }
        assertEquals(
                List.of(),
                with(Map.of("thinkuknow.antivirus", "scanner:3311", authority, "inner-ca.pem", own, "inner.pem")));
        told(
                "no file goes there unencrypted",
                Map.of("thinkuknow.antivirus", "scanner:3311", authority, "inner-ca.pem"));
        for (var elsewhere : List.of("scanner:3311", "10.0.0.7:3310", "127.0.0.2:3310")) {
            told("no file goes there unencrypted", Map.of("thinkuknow.antivirus", elsewhere));
        }
        told("it is the address of clamd", Map.of("thinkuknow.antivirus", "clamav"));
    }

    @Test
    void nothingGoesUnencryptedToAnotherMachine() {
        var host = "thinkuknow.mail.host";
        var mail = Map.of("thinkuknow.mail.security", "none", "thinkuknow.mail.from", "sessions@example.org");
        told("no letter goes there unencrypted", with(mail, host, "mail.example.org"));
        assertEquals(List.of(), with(with(mail, host, "localhost")));
        var keycloak = "quarkus.oidc.auth-server-url";
        told("THINKUKNOW_KEYCLOAK", Map.of(keycloak, "http://keycloak:8080/realms/thinkuknow"));
        for (var well : List.of("https://keycloak:8443/realms/thinkuknow", "http://127.0.0.1:8280/realms/thinkuknow")) {
            assertEquals(List.of(), with(Map.of(keycloak, well)));
        }
        var collector = "quarkus.otel.exporter.otlp.endpoint";
        var traces = Map.of("quarkus.otel.sdk.disabled", "false");
        told("no trace goes there unencrypted", with(traces, collector, "http://collector:4317"));
        for (var well : List.of("https://collector:4317", "http://localhost:4317")) {
            assertEquals(List.of(), with(with(traces, collector, well)));
        }
        assertEquals(
                List.of(),
                with(Map.of("quarkus.otel.sdk.disabled", "true", collector, "http://collector:4317")),
                "none are sent");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    @Test
    void aSecurityContactMustBeAMailtoHttpsOrTelAddress() {
        for (var good :
                List.of("", "mailto:security@example.org", "https://example.org/report", "tel:+44-20-7946-0000")) {
            assertEquals(List.of(), with(Map.of("thinkuknow.security-contact", good)));
        }
        for (var bad : List.of("security@example.org", "http://example.org/report", "mailto:a@b.uk\nContact: x")) {
            told("THINKUKNOW_SECURITY_CONTACT", Map.of("thinkuknow.security-contact", bad));
        }
    }

    @Test
    void theDocumentListsEverySettingAndNoOther() throws IOException {
        var properties = Files.readString(Path.of("src/main/resources/application.properties"));
        var document = Files.readString(Path.of("docs/operations/configuration.md"));
        assertEquals(
                settings(properties, "\\$\\{(THINKUKNOW_[A-Z_]+)"),
                settings(document, "(?m)^\\| `(THINKUKNOW_[A-Z_]+)`"));
    }

    private static TreeSet<String> settings(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void told(String words, Map<String, String> changed) {
        var faults = with(changed);
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.getFirst().contains(words), faults.toString());
    }

    private static List<String> with(Map<String, String> changed) {
        var settings = new HashMap<>(WELL);
        settings.putAll(changed);
        return SettingsCheck.faults(name -> settings.getOrDefault(name, ""));
    }
}
