package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What scripts/doctor finds in what runs: processes, mail, versions and the database. */
class DoctorRunningTest {
    private static final String GOOD = """
        sync_binlog\t1
        innodb_flush_log_at_trx_commit\t1
        innodb_data_file_write_through\tON
        log_bin\tON
        binlog_format\tROW
        innodb_snapshot_isolation\tON
        time_zone\t+00:00
        local_infile\tOFF
        require_secure_transport\tON
        character_set_server\tutf8mb4
        max_connections\t100
        """;

    @TempDir
    Path data;

    @Test
    void findsAProcessThatDoesNotRun() throws Exception {
        var doctor = doctor().knowing("sleep 30 & PIDS[mariadb]=$!");
        doctor.finds("fault", "application does not run.", "look_at_running; kill ${PIDS[mariadb]}");
        assertTrue(doctor.run("look_at_running; kill ${PIDS[mariadb]}").output().startsWith("well\tmariadb runs."));
    }

    @Test
    void findsAnApplicationThatIsNotReady() throws Exception {
        var running = doctor().knowing("runs() { true; }; APPLICATION=1");
        try (var ready = RawServer.of(Map.of("/q/health/ready", "{}"));
                var away = RawServer.of(Map.of())) {
            running.knowing("MANAGEMENT=" + ready.address()).findsNothing("look_at_running");
            running.knowing("MANAGEMENT=" + away.address())
                    .finds("fault", "The application is not ready", "look_at_running");
        }
    }

    @Test
    void findsThatNoMailServerIsSetUp() throws Exception {
        var none = doctor().knowing("SETTINGS=x; setting() { :; }");
        none.finds("fault", "No mail server is set up", "look_at_mail");
        none.knowing("DEMO=true").findsNothing("look_at_mail");
    }

    @Test
    void findsAMailServerThatDoesNotAnswer() throws Exception {
        doctor().finds("fault", "No mail server answers at localhost:9", "look_at_mail_server localhost 9 none");
        doctor().finds("fault", "No mail server with starttls", "look_at_mail_server localhost 9 starttls");
        try (var server = RawServer.greeting("220 hello")) {
            doctor().findsNothing("look_at_mail_server localhost %s none".formatted(port(server)));
        }
        try (var server = RawServer.greeting("554 go away")) {
            doctor().finds(
                            "fault",
                            "No mail server answers",
                            "look_at_mail_server localhost %s none".formatted(port(server)));
        }
    }

    @Test
    void findsThatNothingScansUploads() throws Exception {
        var none = doctor().knowing("SETTINGS=x; setting() { :; }");
        none.finds("warning", "Nothing scans uploaded files", "look_at_uploads");
        none.knowing("DEMO=true").findsNothing("look_at_uploads");
    }

    @Test
    void findsAScannerThatDoesNotAnswerOrKnowsNoNewMalware() throws Exception {
        doctor().knowing("APPLICATION=1; setting() { echo localhost:9; }")
                .finds("fault", "The scanner localhost:9 does not answer", "look_at_uploads");
        try (var server = RawServer.greeting("ClamAV 1.4.3/27800/Mon Nov  2 09:40:00 2020")) {
            scanning(server).finds("warning", "The scanner of uploads has an old list", "look_at_uploads");
        }
        try (var server = RawServer.greeting("ClamAV 1.4.3")) {
            scanning(server).finds("warning", "The scanner of uploads has an old list", "look_at_uploads");
        }
        try (var server = RawServer.greeting("ClamAV 1.4.3/27800/"
                + ZonedDateTime.now(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss yyyy", Locale.ROOT)))) {
            scanning(server).findsNothing("look_at_uploads");
        }
    }

    @Test
    void findsAScannerElsewhereWithoutTheRightCertificate() throws Exception {
        var scanner = """
            source scripts/lib/authority.sh
            for TO in $DATA/own $DATA/foreign; do MINE=1; make_authority; make_certificates missing; done
            port=$(free_port 8970); APPLICATION=1; KEPT=$DATA/own/application
            setting() { [[ $1 != THINKUKNOW_ANTIVIRUS ]] || echo "localhost:$port"; }
            openssl s_server -accept "127.0.0.1:$port" -cert $DATA/%s/inner.pem -key $DATA/%s/inner.key -quiet \\
                    -CAfile $KEPT/inner-ca.pem -Verify 1 -verify_return_error \\
                    < <(sleep 1; echo "ClamAV 1.4.3/27800/$(LC_ALL=C date)"; sleep 5) >/dev/null 2>&1 &
            server=$!; until taken "$port"; do sleep 0.1; done
            is_here() { false; }; look_at_uploads; kill "$server"
            """;
        var trusted = doctor().run(scanner.formatted("own/scanner", "own/scanner"));
        assertTrue(trusted.output().startsWith("well\tThe scanner of uploads answers"), trusted.output());
        for (var service : List.of("foreign/scanner", "own/keycloak")) {
            var refused = doctor().run(scanner.formatted(service, service)).output();
            assertTrue(refused.startsWith("fault\tThe scanner ") && refused.contains("certificate"), refused);
        }
    }

    private Doctor scanning(RawServer server) {
        return doctor().knowing("APPLICATION=1; setting() { echo localhost:%s; }".formatted(port(server)));
    }

    @ParameterizedTest
    @CsvSource({"tls, true, well", "tls, false, fault"})
    void findsAMailServerWhoseCertificateIsNotTrusted(String security, boolean trusted, String state) throws Exception {
        var answer = doctor().run("""
            cd $DATA; port=$(free_port 8970)
            openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj /CN=localhost \\
                    -addext subjectAltName=DNS:localhost -keyout key -out cert 2>/dev/null
            openssl s_server -accept "127.0.0.1:$port" -cert cert -key key -quiet >/dev/null 2>&1 &
            server=$!; until taken "$port"; do sleep 0.1; done
            %s look_at_mail_server localhost "$port" %s
            kill "$server"
            """.formatted(trusted ? "SSL_CERT_FILE=$PWD/cert" : "", security))
                .output();
        assertTrue(answer.startsWith(state + "\tThe "), answer);
    }

    @Test
    void findsWhatHasWaitedForOverAnHour() throws Exception {
        var figures = """
            # TYPE outbox_age_seconds gauge
            outbox_age_seconds{what="letters"} 60.0
            outbox_age_seconds{what="webhooks"} 7300.0
            """;
        try (var server = RawServer.of(Map.of("/q/metrics", figures))) {
            doctor().knowing("APPLICATION=1 MANAGEMENT=" + server.address())
                    .finds(
                            "warning",
                            "Something has waited for 2 hours to be told outside: webhooks",
                            "look_at_outboxes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sync_binlog\t1, sync_binlog\t0, sync_binlog is 0",
        "innodb_flush_log_at_trx_commit\t1, innodb_flush_log_at_trx_commit\t2, innodb_flush_log_at_trx_commit is 2",
        "innodb_data_file_write_through\tON, x\ty, innodb_data_file_write_through is not known",
        "log_bin\tON, log_bin\tOFF, log_bin is OFF",
        "binlog_format\tROW, binlog_format\tMIXED, binlog_format is MIXED",
        "innodb_snapshot_isolation\tON, x\ty, innodb_snapshot_isolation is not known",
        "time_zone\t+00:00, time_zone\tSYSTEM, time_zone is SYSTEM",
        "require_secure_transport\tON, require_secure_transport\tOFF, require_secure_transport is OFF",
        "local_infile\tOFF, local_infile\tON, local_infile is ON",
        "character_set_server\tutf8mb4, character_set_server\tlatin1, character_set_server is latin1",
    })
    void findsASettingThatLosesData(String good, String bad, String words) throws Exception {
        doctor().findsNothing("judge_variables <<<'%s'".formatted(GOOD));
        doctor().finds("fault", words, "judge_variables <<<'%s'".formatted(GOOD.replace(good, bad)));
    }

    @Test
    void findsTooFewConnections() throws Exception {
        doctor().finds(
                        "warning",
                        "max_connections is 30",
                        "judge_variables <<<'%s'".formatted(GOOD.replace("\t100", "\t30")));
    }

    @ParameterizedTest
    @CsvSource({
        "rights 3, The application's database user has rights on the whole server.",
        "schema SELECT|INSERT|DROP, The application's database user may change the schema",
        "audit SELECT|INSERT|UPDATE, The application's database user may change the audit.",
    })
    void findsADatabaseUserWithTooManyRights(String row, String words) throws Exception {
        doctor().findsNothing("judge_rights $'rights 0\\nschema EXECUTE\\naudit SELECT,INSERT'");
        doctor().finds("fault", words, "judge_rights '%s'".formatted(row.replace('|', ',')));
    }

    @Test
    void findsAnOldPasswordOfADatabaseUser() throws Exception {
        var now = "$(date +%s)";
        doctor().findsNothing("judge_passwords \"thinkuknow " + now + "\"");
        doctor().finds(
                        "warning",
                        "The password of the database user keycloak is 401 days old.",
                        "judge_passwords $'thinkuknow '%s$'\\nkeycloak '$((%s - 401 * 86400 - 60))"
                                .formatted(now, now));
        doctor().knowing(
                        "see_database() { :; }; ask_database() { [[ $1 != *global_priv* ]] || echo keycloak $((%s - 401 * 86400 - 60)); }"
                                .formatted(now))
                .finds("warning", "The password of the database user keycloak is 401 days old.", "look_at_database");
        doctor().finds("unseen", "The age of the database users' passwords was not read.", "judge_passwords ''");
    }

    @ParameterizedTest
    @CsvSource({"2, Synced, fault", "3, Donor/Desynced, warning", "3, Synced, well"})
    void findsAClusterThatHasLostANode(int size, String state, String found) throws Exception {
        var rows = "$'wsrep_cluster_size\\t%d\\nwsrep_local_state_comment\\t%s'".formatted(size, state);
        if (found.equals("well")) {
            doctor().findsNothing("judge_cluster " + rows);
        } else {
            doctor().finds(found, "The ", "judge_cluster " + rows);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99999 0 11.8.2-MariaDB, warning, The schema is at 99999",
        "1 0 11.8.2-MariaDB, warning, The schema is at 1",
        "1 1 11.8.2-MariaDB, fault, A change of the schema failed.",
        "1 0 10.11.9-MariaDB, fault, MariaDB is 10.11.9",
    })
    void findsAnotherSchemaOrAnOldMariaDb(String row, String state, String words) throws Exception {
        doctor().knowing("see_database() { echo '" + row + "'; }").finds(state, words, "judge_schema");
    }

    @Test
    void findsALibraryWithAKnownVulnerability() throws Exception {
        Files.createFile(data.resolve("io.vertx.vertx-core-4.5.28.jar"));
        Files.createFile(data.resolve("io.quarkus.quarkus-oidc-client-1.0.jar"));
        doctor().findsNothing("judge_libraries $DATA");
        Files.createFile(data.resolve("io.vertx.vertx-web-4.5.9.jar"));
        doctor().finds("fault", "The library io.vertx.vertx-web-4.5.9 has", "judge_libraries $DATA");
        Files.delete(data.resolve("io.vertx.vertx-web-4.5.9.jar"));
        Files.createFile(data.resolve("org.yaml.snakeyaml-1.33.jar"));
        doctor().finds("fault", "The library org.yaml.snakeyaml-1.33 has", "judge_libraries $DATA");
    }

    @Test
    void findsAnApplicationOfAnotherVersion() throws Exception {
        Files.createDirectory(data.resolve("app"));
        Files.createFile(data.resolve("app/thinkuknow-0.0.1.jar"));
        doctor().finds("warning", "The application runs in version 0.0.1", "judge_application $DATA");
        doctor().finds("warning", "Java 21 runs it", "judge_java 21");
        doctor().findsNothing("judge_java 25");
        doctor().finds("warning", "Keycloak is 25.0.1", "judge_keycloak 25.0.1");
    }

    private static String port(RawServer server) {
        return server.address().replaceAll(".*:", "");
    }

    private Doctor doctor() {
        return Doctor.of(data);
    }
}
