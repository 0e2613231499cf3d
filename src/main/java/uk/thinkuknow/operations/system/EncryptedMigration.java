package uk.thinkuknow.operations.system;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Changes the schema over TLS too. Quarkus gives Flyway the address of the database and its own user, without the other
 * properties of connections.
 */
@Singleton
class EncryptedMigration implements FlywayConfigurationCustomizer {
    private final String url;
    private final String user;
    private final String password;
    private final String mode;

    EncryptedMigration(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String user,
            @ConfigProperty(name = "quarkus.flyway.password") String password,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.sslMode") String mode) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.mode = mode;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(withMode(url, mode), user, password);
    }

    /** The address with the mode, unless it names one itself. */
    static String withMode(String url, String mode) {
        if (url.contains("sslMode=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "sslMode=" + mode;
    }
}
