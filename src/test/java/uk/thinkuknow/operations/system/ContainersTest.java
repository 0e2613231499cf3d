package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks what docker/compose.yaml and the balancers allow: containers, users of Keycloak, paths and times. */
class ContainersTest {
    private static final Path DOCKER = Path.of("docker");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode compose = read(new ObjectMapper(new YAMLFactory()), "compose.yaml");

    @Test
    void everyContainerIsReadOnlyAndLimitedWithoutRootAndWithoutPrivileges() throws IOException {
        assertEquals("mysql", compose.at("/services/mariadb/user").asText());
        assertTrue(Files.readString(DOCKER.resolve("Dockerfile")).contains("\nUSER 10001\n"));
        compose.path("services").forEach(service -> {
            assertEquals(
                    "[\"no-new-privileges:true\"]", service.path("security_opt").toString(), service.toString());
            assertEquals("[\"ALL\"]", service.path("cap_drop").toString(), service.toString());
            assertTrue(service.path("read_only").asBoolean(), service.toString());
            assertTrue(service.path("mem_limit").asText().matches("[0-9]+[mg]"), service.toString());
            assertTrue(service.path("pids_limit").asInt() > 0, service.toString());
            for (var none : List.of("privileged", "cap_add", "pid", "devices")) {
                assertTrue(service.path(none).isMissingNode(), none);
            }
            assertTrue(Set.of("", "service:scanner")
                    .contains(service.path("network_mode").asText()));
        });
        assertTrue(compose.at("/services/mariadb/ports").isMissingNode(), "the database is not published");
        var application = compose.at("/services/application");
        assertEquals("[\"/tmp:size=384m\"]", application.path("tmpfs").toString(), "room for uploads, BodyFilter.ROOM");
        assertEquals("1536m", application.path("mem_limit").asText(), "and for it beside the heap");
    }

    @Test
    void onlySigningInReachesKeycloakFromOutside() throws IOException {
        assertTrue(compose.at("/services/keycloak/ports").isMissingNode(), "Keycloak is not published");
        assertEquals("[\"8444:8444\"]", compose.at("/services/sign-in/ports").toString());
        assertEquals(
                "${KEYCLOAK_ADMINS:-127.0.0.1}",
                compose.at("/services/sign-in/environment/ADMINS").asText());
        var front = Files.readString(DOCKER.resolve("haproxy/keycloak.cfg"));
        assertTrue(front.contains("http-request deny deny_status 404 unless for-sign-in or admins\n"));
        assertTrue(front.contains("timeout http-request 10s\n"));
    }

    /** What a program sends in plain text would be read on its way, so it is not told a better address. */
    @Test
    void nothingRedirectsFromPlainHttp() throws IOException {
        assertEquals(
                "[[\"8444:8444\"], [\"443:443\"]]", compose.findValues("ports").toString());
        for (var balancer : List.of("thinkuknow", "keycloak")) {
            assertFalse(
                    Pattern.compile("\\bredirect\\b|\\bLocation\\b|\\bstatus 30")
                            .matcher(Files.readString(DOCKER.resolve("haproxy/" + balancer + ".cfg")))
                            .find(),
                    balancer);
        }
    }

    @Test
    void eachServiceGetsOnlyItsOwnFolderOfSecrets() {
        compose.path("services").fields().forEachRemaining(service -> {
            var folders = StreamSupport.stream(
                            service.getValue().path("volumes").spliterator(), false)
                    .filter(volume -> volume.path("target").asText().equals("/run/secrets/thinkuknow"))
                    .toList();
            assertEquals(service.getKey().equals("clamav") ? 0 : 1, folders.size(), service.getKey());
            folders.forEach(folder -> {
                assertEquals(
                        "${THINKUKNOW_SECRETS:-./secrets}/" + service.getKey(),
                        folder.path("source").asText());
                assertTrue(folder.path("read_only").asBoolean());
            });
        });
        assertTrue(environment("mariadb")
                .path("MARIADB_ROOT_PASSWORD_FILE")
                .asText()
                .startsWith("/run/secrets/"));
        assertTrue(environment("mariadb").path("MARIADB_PASSWORD_FILE").asText().startsWith("/run/secrets/"));
    }

    @Test
    void theServicesSpeakToEachOtherByTlsAndCheckCertificates() throws IOException {
        var keycloak = environment("keycloak");
        assertEquals("false", keycloak.path("KC_HTTP_ENABLED").asText());
        assertEquals("127.0.0.1", keycloak.path("KC_HTTP_MANAGEMENT_HOST").asText());
        assertTrue(keycloak.path("KC_DB_URL").asText().endsWith("?sslMode=verify-full"));
        var application = environment("application");
        assertEquals(
                "https://keycloak:8443/realms/thinkuknow",
                application.path("THINKUKNOW_KEYCLOAK").asText());
        assertTrue(application.path("THINKUKNOW_DB_URL").asText().endsWith("?sslMode=verify-full"));
        assertEquals("127.0.0.1", application.path("QUARKUS_MANAGEMENT_HOST").asText());
        var options = application.path("JAVA_TOOL_OPTIONS").asText();
        assertTrue(options.contains("-Dquarkus.oidc.tls.tls-configuration-name=keycloak"
                + " -Dquarkus.tls.keycloak.trust-store.pem.certs=/run/secrets/thinkuknow/inner-ca.pem "));
        assertFalse(options.contains("verification") || options.contains("trust-all"), options);
        var database = Files.readString(DOCKER.resolve("mariadb/thinkuknow.cnf"));
        assertTrue(database.matches("(?s).*\nrequire-secure-transport += ON\n.*"));
        assertTrue(Files.readString(DOCKER.resolve("mariadb/owner.sh"))
                .contains("\nalter user thinkuknow@'%' require ssl;\n"));
        for (var script : List.of("owner.sh", "keycloak.sh")) {
            var users = Files.readString(DOCKER.resolve("mariadb/" + script))
                    .lines()
                    .filter(line -> line.startsWith("create user"))
                    .toList();
            assertFalse(users.isEmpty());
            users.forEach(line -> assertTrue(line.endsWith(" require ssl;"), line));
        }
    }

    /** {@code scripts/drill scan} tries both against servers with good and bad certificates. */
    @Test
    void theBalancersCheckTheCertificateOfWhatIsBehindThem() throws IOException {
        var signIn = Files.readString(DOCKER.resolve("haproxy/keycloak.cfg"));
        assertTrue(signIn.contains("ssl verify required ca-file \"$AUTHORITY\" sni str(keycloak) verifyhost keycloak"));
        assertEquals("keycloak:8443", environment("sign-in").path("KEYCLOAK").asText());
        var balancer = Files.readString(DOCKER.resolve("haproxy/thinkuknow.cfg"));
        assertTrue(balancer.contains("default-server ssl check-ssl verify required ca-file \"$AUTHORITY\""));
        assertTrue(balancer.contains("verifyhost application"));
    }

    /** {@code scripts/drill scan} tries it with a real clamd, and a certificate of somebody else. */
    @Test
    void filesReachTheScannerByTlsAndClamdListensInItsOwnContainerOnly() throws IOException {
        assertEquals(
                "${THINKUKNOW_ANTIVIRUS-scanner:3311}",
                environment("application").path("THINKUKNOW_ANTIVIRUS").asText());
        var options = environment("application").path("JAVA_TOOL_OPTIONS").asText();
        for (var option : List.of(
                "trust-store.pem.certs=/run/secrets/thinkuknow/inner-ca.pem ",
                "key-store.pem.0.cert=/run/secrets/thinkuknow/inner.pem",
                "key-store.pem.0.key=/run/secrets/thinkuknow/inner.key")) {
            assertTrue(options.contains("-Dquarkus.tls.scanner." + option), option);
        }
        assertEquals(
                "service:scanner", compose.at("/services/clamav/network_mode").asText());
        assertEquals(
                "127.0.0.1", environment("clamav").path("CLAMD_CONF_TCPAddr").asText());
        assertEquals("127.0.0.1:3310", environment("scanner").path("CLAMD").asText());
        assertEquals(":3311", environment("scanner").path("FRONT").asText());
        var front = Files.readString(DOCKER.resolve("haproxy/scanner.cfg"));
        assertTrue(front.contains("\n    load crt \"$CERTIFICATE\" key \"$KEY\" alias scanner\n"));
        assertTrue(front.contains(
                "\n    bind \"$FRONT\" ssl crt \"@inner/scanner\" ca-file \"$AUTHORITY\" verify required\n"));
        assertTrue(front.contains("\n    tcp-request session reject unless { ssl_c_s_dn(CN) -m str application }\n"));
        assertEquals(
                "/run/secrets/thinkuknow/inner-ca.pem",
                environment("scanner").path("AUTHORITY").asText());
        assertEquals(
                1,
                front.lines().filter(line -> line.strip().startsWith("bind ")).count());
    }

    /** {@code scripts/drill scan} asks both. */
    @Test
    void eachAnswerOfTheBalancersSaysNosniffTheirOwnToo() throws IOException {
        for (var balancer : List.of("haproxy/thinkuknow.cfg", "haproxy/keycloak.cfg")) {
            assertTrue(
                    Files.readString(DOCKER.resolve(balancer))
                            .contains("\n    http-after-response set-header X-Content-Type-Options nosniff\n"),
                    balancer);
        }
    }

    @Test
    void eachAnswerOfTheBalancersTellsBrowsersToComeByHttpsForAYearTheirOwnToo() throws IOException {
        var told =
                "\n    http-after-response set-header Strict-Transport-Security \"max-age=31536000; includeSubDomains\"";
        assertTrue(Files.readString(DOCKER.resolve("haproxy/thinkuknow.cfg")).contains(told + " if { ssl_fc }\n"));
        assertTrue(Files.readString(DOCKER.resolve("haproxy/keycloak.cfg")).contains(told + "\n"));
    }

    /** {@code scripts/drill scan} asks for the balancer's figures with good and bad certificates. */
    @Test
    void figuresGoToOtherMachinesByTlsAndToPrometheusOnly() throws IOException {
        assertTrue(Files.readString(DOCKER.resolve("haproxy/thinkuknow.cfg")).contains("""
                .if defined(AUTHORITY)
                    bind "$FIGURES" ssl crt "$CERTIFICATE" ca-file "$AUTHORITY" verify required
                    http-request deny unless { ssl_c_s_dn(CN) -m str prometheus }
                .else
                """));
        var jobs = read(new ObjectMapper(new YAMLFactory()), "monitoring/prometheus.yml")
                .path("scrape_configs");
        assertEquals(4, jobs.size());
        jobs.forEach(job -> assertTrue(
                job.path("scheme").asText().equals("https")
                        || job.at("/static_configs/0/targets/0").asText().startsWith("https://"),
                job.toString()));
    }

    @Test
    void onlyTheApplicationAndTheScannerHaveAWayOut() {
        var networks = compose.path("networks");
        for (var inside : List.of("data", "inside")) {
            assertTrue(networks.path(inside).path("internal").asBoolean(), inside);
        }
        assertEquals(
                "false",
                networks.at("/doorway/driver_opts")
                        .path("com.docker.network.bridge.enable_ip_masquerade")
                        .asText());
        assertEquals(Set.of("data"), networksOf("mariadb"));
        assertEquals(Set.of("data", "inside"), networksOf("keycloak"));
        assertEquals(Set.of("inside", "doorway"), networksOf("sign-in"));
        assertEquals(Set.of("data", "inside", "scan", "outside"), networksOf("application"));
        assertEquals(Set.of("scan", "outside"), networksOf("scanner"), "freshclam shares it");
        assertEquals(
                "[\"${THINKUKNOW_HOST}\"]",
                compose.at("/services/application/networks/inside/aliases").toString(),
                "where Keycloak reports that a sign-in has ended");
    }

    /** {@code scripts/drill scan} tries it. */
    @Test
    void plainHttpIsNotAnswered() throws IOException {
        assertEquals("[\"443:443\"]", compose.at("/services/application/ports").toString());
        var off = "quarkus.http.insecure-requests=disabled";
        assertTrue(environment("application")
                .path("JAVA_TOOL_OPTIONS")
                .asText()
                .contains("-D" + off + " -Dquarkus.http.ssl-port=443 "));
        assertTrue(Files.readAllLines(Path.of("src/main/resources/application.properties"))
                .contains("%inside." + off));
        assertTrue(Files.readString(Path.of("scripts/lib/application.sh")).contains("-D" + off));
        assertTrue(Files.readString(Path.of("scripts/lib/keycloak.sh")).contains("http=(--http-enabled=false"));
        for (var balancer : List.of("keycloak.cfg", "scanner.cfg")) {
            var binds = Files.readAllLines(DOCKER.resolve("haproxy/" + balancer)).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("bind "))
                    .toList();
            assertTrue(!binds.isEmpty() && binds.stream().allMatch(line -> line.contains(" ssl crt ")), balancer);
        }
        var front = Files.readAllLines(DOCKER.resolve("haproxy/thinkuknow.cfg")).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        assertTrue(
                front.contains(".if defined(CERTIFICATE)\nbind \"$FRONT\" ssl crt \"$CERTIFICATE\" "),
                "plain only where there is no certificate");
        assertTrue(
                front.replaceAll("\n\\.else\nbind .*", "")
                        .lines()
                        .filter(line -> line.startsWith("bind "))
                        .allMatch(line -> line.contains(" ssl crt ")),
                "nor at another port");
    }

    @Test
    void keycloakLogsJsonTooWhichNothingTypedCanBeginALineOf() throws IOException {
        assertEquals(
                "json", environment("keycloak").path("KC_LOG_CONSOLE_OUTPUT").asText());
        assertTrue(Files.readString(Path.of("scripts/lib/keycloak.sh")).contains(" KC_LOG_CONSOLE_OUTPUT=json "));
    }

    @Test
    void theSignInHasAHostNameOfItsOwn() throws IOException {
        var host = "https://${SIGN_IN_HOST:-${THINKUKNOW_HOST";
        assertTrue(environment("keycloak").path("KC_HOSTNAME").asText().startsWith(host));
        assertTrue(
                environment("application").path("THINKUKNOW_SIGN_IN").asText().startsWith(host));
        var settings = Files.readAllLines(DOCKER.resolve(".env.example"));
        assertTrue(settings.containsAll(
                List.of("THINKUKNOW_HOST=lessons.example.org", "SIGN_IN_HOST=sign-in.example.org")));
    }

    @Test
    void theLogOfEachContainerCanGoToAnotherSystemByTls() throws IOException {
        Map<String, Map<String, Map<String, Object>>> logs =
                new Yaml().load(Files.readString(DOCKER.resolve("logs.yaml")));
        var services = logs.get("services");
        assertEquals(names(compose.path("services")), services.keySet());
        services.forEach((name, service) -> {
            var logging = (Map<?, ?>) service.get("logging");
            assertEquals("syslog", logging.get("driver"), name);
            var options = (Map<?, ?>) logging.get("options");
            assertEquals("${LOG_ADDRESS:?see docker/.env.example}", options.get("syslog-address"));
            assertEquals("${LOG_AUTHORITY:-/etc/ssl/certs/ca-certificates.crt}", options.get("syslog-tls-ca-cert"));
            assertFalse(options.containsKey("syslog-tls-skip-verify"), "the certificate is looked at");
            assertEquals("non-blocking", options.get("mode"));
        });
        assertTrue(Files.readString(DOCKER.resolve(".env.example")).contains(" tcp+tls://"));
        assertEquals(
                "json", environment("keycloak").path("KC_LOG_CONSOLE_OUTPUT").asText());
    }

    private JsonNode environment(String service) {
        return compose.path("services").path(service).path("environment");
    }

    private Set<String> networksOf(String service) {
        var networks = compose.path("services").path(service).path("networks");
        return networks.isObject()
                ? names(networks)
                : StreamSupport.stream(networks.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void demoUsersComeOnlyWithDemoData() {
        var users = StreamSupport.stream(
                        compose.at("/services/keycloak/volumes").spliterator(), false)
                .map(JsonNode::asText)
                .filter(volume -> volume.contains("thinkuknow-users"))
                .toList();
        assertEquals(
                List.of("./keycloak/users-demo-${THINKUKNOW_DEMO:-false}.json"
                        + ":/opt/keycloak/data/import/thinkuknow-users-0.json:ro"),
                users);
        assertEquals(
                List.of("administrator"),
                read(JSON, "keycloak/users-demo-false.json").path("users").findValuesAsText("username"));
        read(JSON, "keycloak/users-demo-true.json")
                .path("users")
                .forEach(user -> assertTrue(user.path("email").asText().endsWith("@demo.example"), user.toString()));
    }

    @Test
    void theBalancerGivesASenderTenSecondsForTheWholeHeader() throws IOException {
        var balancer = Files.readString(DOCKER.resolve("haproxy/thinkuknow.cfg"));
        assertTrue(balancer.contains("\n    timeout http-request 10s\n"));
        assertTrue(balancer.contains("\n    timeout http-keep-alive 15s\n"));
        assertTrue(balancer.contains("\n    timeout client 60s\n"));
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(DOCKER.resolve(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
