package uk.thinkuknow.operations.system;

import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import uk.thinkuknow.common.LoopbackNames;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.common.Words;

/**
 * Checks the settings before the application serves requests. If it finds problems, it logs them all at once and stops
 * the start; {@code docs/operations/configuration.md} lists the settings.
 */
@Singleton
class SettingsCheck {
    private static final int SECRET_AT_LEAST = 32;
    private static final String OF_DEVELOPMENT = "development-only";

    private static final String DATABASE_PASSWORD_OF_DEVELOPMENT = "thinkuknow";

    private static final List<String> SCANNERS =
            List.of("quarkus.tls.scanner.trust-store.pem.certs", "quarkus.tls.scanner.key-store.pem.0.cert");

    private final Config config;

    SettingsCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(StartUpOrder.SETTINGS) StartupEvent start) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        var faults = faults(name -> config.getOptionalValue(name, String.class).orElse(""));
        if (!faults.isEmpty()) {
            faults.forEach(Log::error);
            throw new IllegalStateException(Words.of("system.settingsWrong"));
        }
    }

    /**
     * The problems, each in a sentence that says what to do.
     *
     * @param setting returns a setting by its name, or an empty text
     */
    static List<String> faults(Function<String, String> setting) {
        var faults = new ArrayList<String>();
        boolean elsewhere = address(setting.apply("thinkuknow.public-address"), faults);
        secrets(setting, elsewhere, faults);
        if (!setting.apply("quarkus.datasource.jdbc.url").startsWith("jdbc:mariadb:")) {
            faults.add(Words.of("system.noMariaDb"));
        }
        mail(setting, faults);
        securityContact(setting.apply("thinkuknow.security-contact"), faults);
        antivirus(setting, faults);
        ways(setting, faults);
        return faults;
    }

    /** The ways to other services are encrypted, or stay on this machine. */
    private static void ways(Function<String, String> setting, List<String> faults) {
        var keycloak = setting.apply("quarkus.oidc.auth-server-url");
        if (isPlainElsewhere(keycloak)) {
            faults.add(Words.of("system.plainKeycloak", keycloak));
        }
        var collector = setting.apply("quarkus.otel.exporter.otlp.endpoint");
        if (setting.apply("quarkus.otel.sdk.disabled").equals("false") && isPlainElsewhere(collector)) {
            faults.add(Words.of("system.plainTraces", collector));
        }
    }

    private static boolean isPlainElsewhere(String address) {
        return address.startsWith("http://")
                && !LoopbackNames.contains(address.replaceFirst("http://(\\[[^]]*]|[^/:]*).*", "$1"));
    }

    /** @return true if users reach this installation from other machines, or the address is not valid */
    private static boolean address(String address, List<String> faults) {
        try {
            var uri = new URI(address);
            var host = uri.getHost();
            if (host == null
                    || uri.getScheme() == null
                    || !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
                throw new URISyntaxException(address, "");
            }
            boolean elsewhere = !LoopbackNames.contains(host);
            if (elsewhere && !uri.getScheme().equals("https")) {
                faults.add(Words.of("system.notSecure", address));
            }
            return elsewhere;
        } catch (URISyntaxException e) {
            faults.add(Words.of("system.noAddress", address));
            return true;
        }
    }

    private static void secrets(Function<String, String> setting, boolean elsewhere, List<String> faults) {
        var secret = setting.apply("thinkuknow.secret");
        if (secret.length() < SECRET_AT_LEAST) {
            faults.add(Words.of("system.secretShort", secret.length(), SECRET_AT_LEAST));
        } else if (elsewhere && secret.startsWith(OF_DEVELOPMENT)) {
            faults.add(Words.of("system.secretKnown"));
        }
        if (elsewhere && setting.apply("quarkus.oidc.credentials.secret").startsWith(OF_DEVELOPMENT)) {
            faults.add(Words.of("system.keycloakSecretKnown"));
        }
        if (elsewhere && setting.apply("quarkus.datasource.password").equals(DATABASE_PASSWORD_OF_DEVELOPMENT)) {
            faults.add(Words.of("system.databasePasswordKnown"));
        }
    }

    private static void mail(Function<String, String> setting, List<String> faults) {
        if (setting.apply("thinkuknow.mail.host").isBlank()) {
            return;
        }
        if (!Set.of("tls", "starttls", "none").contains(setting.apply("thinkuknow.mail.security"))) {
            faults.add(Words.of("system.noMailSecurity", setting.apply("thinkuknow.mail.security")));
        }
        if (setting.apply("thinkuknow.mail.security").equals("none")
                && !LoopbackNames.contains(setting.apply("thinkuknow.mail.host"))) {
            faults.add(Words.of("system.plainMail", setting.apply("thinkuknow.mail.host")));
        }
        if (!setting.apply("thinkuknow.mail.port").matches("[1-9][0-9]{0,4}")) {
            faults.add(Words.of("system.noMailPort", setting.apply("thinkuknow.mail.port")));
        }
        if (!setting.apply("thinkuknow.mail.from").contains("@")) {
            faults.add(Words.of("system.noMailFrom", setting.apply("thinkuknow.mail.from")));
        }
    }

    private static void antivirus(Function<String, String> setting, List<String> faults) {
        var scanner = setting.apply("thinkuknow.antivirus");
        if (scanner.isBlank()) {
            return;
        }
        if (!scanner.matches("[A-Za-z0-9.-]+:[1-9][0-9]{0,4}")) {
            faults.add(Words.of("system.noAntivirus", scanner));
        } else if (!LoopbackNames.contains(scanner.substring(0, scanner.indexOf(':')))
                && SCANNERS.stream().anyMatch(each -> setting.apply(each).isBlank())) {
            faults.add(Words.of("system.plainAntivirus", scanner));
        }
    }

    private static void securityContact(String contact, List<String> faults) {
        if (!contact.isBlank() && !contact.matches("(mailto:|https://|tel:)\\S+")) {
            faults.add(Words.of("system.noSecurityContact", contact));
        }
    }
}
