package uk.thinkuknow.operations.system;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The way to the database is encrypted, and the database proves by the password that its certificate is its own. */
@QuarkusTest
class DatabaseTlsTest {
    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("reports")
    AgroalDataSource reports;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.sslMode")
    String mode;

    @ConfigProperty(name = "quarkus.datasource.reports.jdbc.additional-jdbc-properties.sslMode")
    String modeOfReports;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @TempDir
    Path folder;

    @Test
    void theApplicationSpeaksToTheDatabaseByTls() throws SQLException {
        for (var source : List.of(database, reports)) {
            try (var connection = source.getConnection()) {
                assertEquals("TLSv1.3", version(connection));
            }
        }
    }

    /** As the address of an installation of version 1.3. */
    @Test
    void anAddressThatSaysNothingOfTlsIsEncryptedToo() throws SQLException {
        for (var each : List.of(mode, modeOfReports)) {
            try (var connection = connect(address(), each)) {
                assertEquals("TLSv1.3", version(connection));
            }
        }
    }

    @Test
    void theDatabaseRefusesWhoComesUnencrypted() {
        var refused = assertThrows(SQLException.class, () -> connect(address(), "disable"));
        assertTrue(refused.getMessage().contains("insecure transport"), refused.getMessage());
    }

    @Test
    void theApplicationRefusesACertificateOfSomebodyOnTheWay() throws Exception {
        var port = URI.create(address().substring("jdbc:".length())).getPort();
        for (var each : List.of(mode, modeOfReports)) {
            try (var interceptor = new Interceptor(port, Files.createTempDirectory(folder, "way"))) {
                var around = address().replace(":" + port, ":" + interceptor.port());
                var refused = assertThrows(SQLException.class, () -> connect(around, each));
                assertTrue(interceptor.passedOn(), "the database let the login in");
                assertTrue(
                        refused.getMessage().contains("fingerprint")
                                || refused.getMessage().contains("certificate"),
                        refused.getMessage());
            }
        }
    }

    private String address() {
        return url.replaceAll("\\?.*", "");
    }

    private Connection connect(String address, String sslMode) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("sslMode", sslMode);
        return DriverManager.getConnection(address, properties);
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show session status like 'Ssl_version'")) {
            row.next();
            return row.getString(2);
        }
    }
}
