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
import uk.thinkuknow.common.StartUpOrder;

/**
 * Checks the settings before the application serves requests. If it finds problems, it logs them all at once and stops
 * the start; {@code docs/operations/configuration.md} lists the settings.
 */
@Singleton
class SettingsCheck {
    private static final int SECRET_AT_LEAST = 32;
    private static final String OF_DEVELOPMENT = "development-only";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

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
            throw new IllegalStateException(
                    "The settings above cannot be right. They stand in docs/operations/configuration.md; nothing was started.");
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
        var secret = setting.apply("thinkuknow.secret");
        if (secret.length() < SECRET_AT_LEAST) {
            faults.add(
                    "THINKUKNOW_SECRET has %d characters and needs %d or more. Make one with: openssl rand -base64 33"
                            .formatted(secret.length(), SECRET_AT_LEAST));
        } else if (elsewhere && secret.startsWith(OF_DEVELOPMENT)) {
            faults.add(
                    "THINKUKNOW_SECRET is not set, and the one for development is known to everyone. Make one with: openssl rand -base64 33");
        }
        if (elsewhere && setting.apply("quarkus.oidc.credentials.secret").startsWith(OF_DEVELOPMENT)) {
            faults.add(
                    "THINKUKNOW_KEYCLOAK_SECRET is not set, and the one for development is known to everyone. It is that of the client thinkuknow in Keycloak.");
        }
        if (!setting.apply("quarkus.datasource.jdbc.url").startsWith("jdbc:mariadb:")) {
            faults.add(
                    "THINKUKNOW_DB_URL does not begin with jdbc:mariadb: as in jdbc:mariadb://127.0.0.1:3306/thinkuknow");
        }
        mail(setting, faults);
        securityContact(setting.apply("thinkuknow.security-contact"), faults);
        return faults;
    }

    /** @return true if users reach this installation from other machines, or the address is not valid */
    private static boolean address(String address, List<String> faults) {
        try {
            var uri = new URI(address);
            var host = uri.getHost();
            if (host == null
                    || uri.getScheme() == null
                    || !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
                throw new URISyntaxException(address, "no host, or more than a host");
            }
            boolean elsewhere = !THIS_MACHINE.contains(host);
            if (elsewhere && !uri.getScheme().equals("https")) {
                faults.add("THINKUKNOW_PUBLIC_ADDRESS is %s: beyond this machine it has to begin with https://"
                        .formatted(address));
            }
            return elsewhere;
        } catch (URISyntaxException e) {
            faults.add(
                    "THINKUKNOW_PUBLIC_ADDRESS is \"%s\": give the address people type, such as https://lessons.example.org, with no path"
                            .formatted(address));
            return true;
        }
    }

    private static void mail(Function<String, String> setting, List<String> faults) {
        if (setting.apply("thinkuknow.mail.host").isBlank()) {
            return;
        }
        if (!Set.of("tls", "starttls", "none").contains(setting.apply("thinkuknow.mail.security"))) {
            faults.add("THINKUKNOW_SMTP_SECURITY is \"%s\": it is tls, starttls or none"
                    .formatted(setting.apply("thinkuknow.mail.security")));
        }
        if (!setting.apply("thinkuknow.mail.port").matches("[1-9][0-9]{0,4}")) {
            faults.add("THINKUKNOW_SMTP_PORT is \"%s\": it is a number, usually 587 or 465"
                    .formatted(setting.apply("thinkuknow.mail.port")));
        }
        if (!setting.apply("thinkuknow.mail.from").contains("@")) {
            faults.add("THINKUKNOW_MAIL_FROM is \"%s\": letters need an address to come from"
                    .formatted(setting.apply("thinkuknow.mail.from")));
        }
    }

    private static void securityContact(String contact, List<String> faults) {
        if (!contact.isBlank() && !contact.matches("(mailto:|https://|tel:)\\S+")) {
            faults.add(
                    "THINKUKNOW_SECURITY_CONTACT is \"%s\": it is one address, such as mailto:security@example.org, an https:// page or a tel: number"
                            .formatted(contact));
        }
    }
}
