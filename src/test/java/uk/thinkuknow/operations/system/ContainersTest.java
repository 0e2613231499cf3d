package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
            for (var none : List.of("privileged", "cap_add", "network_mode", "pid", "devices")) {
                assertTrue(service.path(none).isMissingNode(), none);
            }
        });
        assertTrue(compose.at("/services/mariadb/ports").isMissingNode(), "the database is not published");
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
