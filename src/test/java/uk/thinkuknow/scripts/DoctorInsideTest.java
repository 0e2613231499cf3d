package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What scripts/doctor finds on the ways between services, in their certificates and in where logs go. */
class DoctorInsideTest {
    private static final String DATABASE = "'jdbc:mariadb://db/thinkuknow?a=b%s'";

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"&sslMode=disable", "&sslMode=TRUST", "&useSsl=false", "&trustServerCertificate=true"})
    void findsAWayToTheDatabaseThatIsNotEncryptedOrNotChecked(String option) throws Exception {
        doctor().finds(
                        "fault",
                        "THINKUKNOW_DB_URL switches off TLS",
                        "judge_way_to_database " + DATABASE.formatted(option));
        doctor().findsNothing("judge_way_to_database " + DATABASE.formatted("&sslMode=verify-full"));
        doctor().findsNothing("judge_way_to_database " + DATABASE.formatted(""));
    }

    @Test
    void findsAPlainWayToKeycloak() throws Exception {
        doctor().knowing(
                        "SETTINGS=x; setting() { [[ $1 != THINKUKNOW_KEYCLOAK ]] || echo http://keycloak:8080/realms/thinkuknow; }")
                .finds("fault", "The application asks Keycloak by plain http", "look_at_inside");
        doctor().findsNothing("judge_way_to_keycloak https://keycloak:8443/realms/thinkuknow");
        doctor().findsNothing("judge_way_to_keycloak http://127.0.0.1:8181/realms/thinkuknow");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example:8444, warning",
        "https://a.example, https://b.example:8444, well",
        "http://localhost:8180, http://localhost:8181, well",
    })
    void findsASignInOnTheHostOfTheProduct(String address, String signIn, String state) throws Exception {
        var installation = doctor().knowing("ADDRESS=" + address + " SIGN_IN=" + signIn);
        if (state.equals("well")) {
            installation.findsNothing("judge_hosts");
        } else {
            installation.finds(state, "Product and sign-in share the host name a.example", "judge_hosts");
        }
    }

    @Test
    void theSignInHasTheHostThatTheSettingsName() throws Exception {
        Files.writeString(data.resolve("env"), "THINKUKNOW_HOST=a.example\nSIGN_IN_HOST=b.example\n");
        doctor().knowing("SETTINGS=$DATA/env; know_settings").findsNothing("judge_hosts");
        Files.writeString(data.resolve("env"), "THINKUKNOW_HOST=a.example\n");
        doctor().knowing("SETTINGS=$DATA/env; know_settings")
                .finds("warning", "Product and sign-in share", "judge_hosts");
    }

    @ParameterizedTest
    @CsvSource({
        "ec -pkeyopt ec_paramgen_curve:P-256, 5, fault, ends in",
        "ec -pkeyopt ec_paramgen_curve:P-256, 20, warning, ends in",
        "rsa:2048, 90, warning, has 2048 bits",
        "rsa:3072, 90, well, ''",
        "ec -pkeyopt ec_paramgen_curve:P-256, 90, well, ''"
    })
    void findsAnInnerCertificateThatEndsOrIsWeak(String key, int days, String state, String words) throws Exception {
        var made = doctor().knowing(
                        "SETTINGS=/dev/null KEPT=$DATA; mkdir -p $DATA/keycloak; openssl req -x509 -nodes -subj /CN=keycloak"
                                + " -newkey %s -days %d -keyout $DATA/key -out $DATA/keycloak/inner.pem 2>/dev/null"
                                        .formatted(key, days));
        if (state.equals("well")) {
            made.findsNothing("look_at_inside");
        } else {
            var found = made.run("look_at_inside").output();
            assertTrue(found.lines().anyMatch(line -> line.startsWith(state) && line.contains(words)), found);
        }
    }

    @Test
    void findsTheKeyOfTheAuthorityOnTheMachine() throws Exception {
        doctor().knowing("SETTINGS=/dev/null KEPT=$DATA; mkdir -p $DATA/authority; touch $DATA/authority/inner-ca.key")
                .finds("warning", "The key of the inner authority is on this machine", "look_at_inside");
    }

    @Test
    void findsLogsThatStayOnTheMachine() throws Exception {
        var here = doctor().knowing("SENDERS_OF_LOGS=$DATA/senders; setting() { :; }");
        here.finds("warning", "Logs stay on this machine", "look_at_logs");
        Files.writeString(data.resolve("senders"), "input(type=\"imfile\" File=\"" + data + "/application.log\")\n");
        here.findsNothing("look_at_logs");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp+tls://logs.example:6514, syslog, well, ''",
        "udp://logs.example:514, syslog, warning, Logs travel to udp://logs.example:514 unencrypted.",
        "tcp+tls://logs.example:6514, json-file, fault, 'LOG_ADDRESS is set, and the containers keep'",
    })
    void looksAtWhereContainersSendTheirLogs(String to, String driver, String state, String words) throws Exception {
        var sent = doctor().knowing("setting() { echo " + to + "; }; log_driver() { echo " + driver + "; }");
        if (state.equals("well")) {
            sent.findsNothing("look_at_logs");
        } else {
            sent.finds(state, words, "look_at_logs");
        }
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----, well", "rw-r--r--, warning", "rw-r---w-, warning"})
    void findsALogThatOthersCanReadOrChange(String mode, String state) throws Exception {
        var log = Files.writeString(data.resolve("application.log"), "");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString(mode));
        var sent = doctor().knowing("setting() { echo tcp+tls://logs.example:6514; }; log_driver() { echo syslog; }");
        if (state.equals("well")) {
            sent.findsNothing("look_at_logs");
        } else {
            sent.finds(state, "Others on this machine can read or change " + log + ".", "look_at_logs");
        }
    }

    private Doctor doctor() {
        return Doctor.of(data);
    }
}
