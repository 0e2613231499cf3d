package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks the Kubernetes manifests by reading them into the types of Kubernetes' objects, where an unknown field is an
 * error.
 */
class KubernetesTest {
    private static final Path FOLDER = Path.of("docker/kubernetes");
    private static final Map<String, Class<?>> KINDS = Map.of(
            "Namespace", Namespace.class,
            "Service", Service.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class);
    private static final Map<String, String> SCANNER = Map.of(
            "FRONT", ":3311",
            "CLAMD", "127.0.0.1:3310",
            "CERTIFICATE", "/run/secrets/thinkuknow/inner.pem",
            "KEY", "/run/secrets/thinkuknow/inner.key",
            "AUTHORITY", "/run/secrets/thinkuknow/inner-ca.pem");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                /** Without this, the types would silently accept unknown fields. */
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    @Test
    void everyObjectIsOfItsKindAndEveryFileIsApplied() throws IOException {
        var applied = new ArrayList<String>();
        YAML.readTree(FOLDER.resolve("kustomization.yaml").toFile())
                .path("resources")
                .forEach(file -> applied.add(file.asText()));
        var there = new ArrayList<String>();
        for (var file : files()) {
            there.add(file.getFileName().toString());
            for (var object : objects(file)) {
                var kind = KINDS.get(object.path("kind").asText());
                assertTrue(kind != null, file + " " + object.path("kind"));
                STRICT.treeToValue(object, kind);
            }
        }
        assertTrue(applied.remove("../haproxy"));
        assertEquals(applied.stream().sorted().toList(), there);
    }

    @Test
    void thePodIsWithoutPrivilegesAndWritesOnlyIntoItsTmp() throws IOException {
        var pod = deployment().getSpec().getTemplate().getSpec();
        var container = pod.getContainers().getFirst();
        var may = container.getSecurityContext();
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertFalse(pod.getAutomountServiceAccountToken());
        assertFalse(may.getAllowPrivilegeEscalation());
        assertTrue(may.getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), may.getCapabilities().getDrop());
        assertEquals(
                List.of("/tmp"),
                container.getVolumeMounts().stream()
                        .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                        .map(mount -> mount.getMountPath())
                        .toList());
        var tmp = pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals("tmp"))
                .toList();
        assertEquals(
                Quantity.parse("384Mi"),
                tmp.getFirst().getEmptyDir().getSizeLimit(),
                "room for uploads, BodyFilter.ROOM");
        var disk = container.getResources().getLimits().get("ephemeral-storage");
        assertEquals(Quantity.parse("512Mi"), disk, "and for the log");
    }

    @Test
    void secretsAreFilesAndNotInTheEnvironment() throws IOException {
        var pod = deployment().getSpec().getTemplate().getSpec();
        var container = pod.getContainers().getFirst();
        assertTrue(container.getEnvFrom().stream().allMatch(from -> from.getSecretRef() == null));
        assertTrue(container.getEnv().isEmpty());
        var volume = pod.getVolumes().stream()
                .filter(each -> each.getSecret() != null)
                .toList();
        assertEquals(1, volume.size());
        assertEquals("thinkuknow", volume.getFirst().getSecret().getSecretName());
        assertEquals(0440, volume.getFirst().getSecret().getDefaultMode());
        assertTrue(container.getVolumeMounts().stream()
                .anyMatch(mount -> mount.getMountPath().equals("/run/secrets/thinkuknow") && mount.getReadOnly()));
        for (var line : Files.readAllLines(FOLDER.resolve("settings.env"))) {
            assertFalse(line.matches("[A-Z_]*(PASSWORD|SECRET|KEYS)=.*"), line);
        }
    }

    @Test
    void theWaysToThePodAndFromItAreEncrypted() throws IOException {
        var settings = Files.readAllLines(FOLDER.resolve("settings.env"));
        assertTrue(settings.contains("QUARKUS_PROFILE=prod,https,inside"));
        assertTrue(settings.stream().anyMatch(line -> line.matches("THINKUKNOW_DB_URL=.*&sslMode=verify-full")));
        assertTrue(settings.stream().anyMatch(line -> line.startsWith("THINKUKNOW_KEYCLOAK=https://")));
        var container =
                deployment().getSpec().getTemplate().getSpec().getContainers().getFirst();
        for (var probe :
                List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
            assertEquals("HTTPS", probe.getHttpGet().getScheme());
        }
        for (var object : objects(FOLDER.resolve("network.yaml"))) {
            if (object.path("kind").asText().equals("Ingress")) {
                var how =
                        STRICT.treeToValue(object, Ingress.class).getMetadata().getAnnotations();
                assertEquals("HTTPS", how.get("nginx.ingress.kubernetes.io/backend-protocol"));
                assertEquals("on", how.get("nginx.ingress.kubernetes.io/proxy-ssl-verify"));
                assertEquals("application", how.get("nginx.ingress.kubernetes.io/proxy-ssl-name"));
            }
        }
        assertFalse(Files.readString(FOLDER.resolve("network.yaml")).matches("(?s).*port: (80|8080|8180)\\b.*"));
    }

    @Test
    void filesReachTheScannerByTlsAndClamdListensInItsPodOnly() throws IOException {
        assertTrue(Files.readAllLines(FOLDER.resolve("settings.env")).contains("THINKUKNOW_ANTIVIRUS=scanner:3311"));
        var properties = Files.readAllLines(Path.of("src/main/resources/application.properties"));
        assertTrue(properties.contains("%inside.quarkus.tls.scanner.trust-store.pem.certs="
                + "${smallrye.config.source.file.locations}/inner-ca.pem"));
        for (var own : List.of(
                "cert=${smallrye.config.source.file.locations}/inner.pem",
                "key=${smallrye.config.source.file.locations}/inner.key")) {
            assertTrue(properties.contains("%inside.quarkus.tls.scanner.key-store.pem.0." + own), own);
        }
        for (var object : objects(FOLDER.resolve("clamav.yaml"))) {
            switch (object.path("kind").asText()) {
                case "StatefulSet" -> {
                    var containers = STRICT.treeToValue(object, StatefulSet.class)
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers();
                    assertEquals(
                            Map.of("clamav", Map.of("CLAMD_CONF_TCPAddr", "127.0.0.1"), "scanner", SCANNER),
                            containers.stream()
                                    .collect(Collectors.toMap(Container::getName, KubernetesTest::settings)));
                }
                case "Service" ->
                    assertEquals(
                            3311,
                            STRICT.treeToValue(object, Service.class)
                                    .getSpec()
                                    .getPorts()
                                    .getFirst()
                                    .getPort());
                default -> {}
            }
        }
        assertTrue(
                Files.readString(Path.of("docker/haproxy/kustomization.yaml")).contains("files: [scanner.cfg]"));
    }

    private static Map<String, String> settings(Container container) {
        return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    @Test
    void productAndSignInHaveAHostNameEach() throws IOException {
        var settings = Files.readAllLines(FOLDER.resolve("settings.env"));
        assertTrue(settings.contains("THINKUKNOW_PUBLIC_ADDRESS=https://lessons.example.org"));
        assertTrue(settings.contains("THINKUKNOW_SIGN_IN=https://sign-in.example.org"));
    }

    @Test
    void aPodCannotTakeAllMemoryOrDiskAndLearnsNoAddressesOfOtherServices() throws IOException {
        var pod = deployment().getSpec().getTemplate().getSpec();
        var limits = pod.getContainers().getFirst().getResources().getLimits();
        assertEquals(Set.of("memory", "ephemeral-storage"), limits.keySet());
        assertFalse(pod.getEnableServiceLinks());
    }

    @Test
    void whatNoRuleAllowsIsRefusedInBothDirections() throws IOException {
        var policies = new ArrayList<NetworkPolicy>();
        for (var file : List.of("network.yaml", "clamav.yaml")) {
            for (var object : objects(FOLDER.resolve(file))) {
                if (object.path("kind").asText().equals("NetworkPolicy")) {
                    policies.add(STRICT.treeToValue(object, NetworkPolicy.class));
                }
            }
        }
        assertEquals(3, policies.size());
        policies.forEach(policy ->
                assertEquals(List.of("Ingress", "Egress"), policy.getSpec().getPolicyTypes()));
        var nothing = policies.getFirst().getSpec();
        assertTrue(nothing.getPodSelector().getMatchLabels().isEmpty());
        assertTrue(nothing.getIngress().isEmpty() && nothing.getEgress().isEmpty());
        assertEquals(Set.of(53, 3306, 3311, 4317, 443, 465, 587, 8443, 8444), portsOutOf(policies.get(1)));
        assertEquals(Set.of(53, 443), portsOutOf(policies.getLast()));
        var toTheScanner = policies.getLast().getSpec().getIngress();
        assertEquals(1, toTheScanner.size());
        assertEquals(
                List.of(Map.of("app.kubernetes.io/name", "thinkuknow")),
                toTheScanner.getFirst().getFrom().stream()
                        .map(from -> from.getPodSelector().getMatchLabels())
                        .toList());
    }

    private static Set<Integer> portsOutOf(NetworkPolicy policy) {
        var rules = policy.getSpec().getEgress();
        rules.forEach(rule -> assertFalse(rule.getPorts().isEmpty(), "a rule without ports allows all"));
        return rules.stream()
                .flatMap(rule -> rule.getPorts().stream())
                .peek(port -> assertNull(port.getEndPort()))
                .map(port -> port.getPort().getIntVal())
                .collect(Collectors.toSet());
    }

    @Test
    void aNewVersionIsReadyBeforeAnOldOneGoesAndNoProbeKillsAPodForItsDatabase() throws IOException {
        var spec = deployment().getSpec();
        assertEquals(
                0, spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
        var container = spec.getTemplate().getSpec().getContainers().getFirst();
        assertEquals("/q/health/live", container.getLivenessProbe().getHttpGet().getPath());
        assertEquals(
                "/q/health/ready", container.getReadinessProbe().getHttpGet().getPath());
        var properties = Files.readString(Path.of("src/main/resources/application.properties"));
        var begun = Pattern.compile("quarkus.shutdown.timeout=(\\d+)S").matcher(properties);
        assertTrue(begun.find());
        assertTrue(spec.getTemplate().getSpec().getTerminationGracePeriodSeconds()
                > container.getLifecycle().getPreStop().getSleep().getSeconds() + Integer.parseInt(begun.group(1)));
    }

    @Test
    void everySettingIsInTheConfigurationPage() throws IOException {
        var known = Files.readString(Path.of("docs/operations/configuration.md"));
        var set = Files.readAllLines(FOLDER.resolve("settings.env")).stream()
                .filter(line -> line.startsWith("THINKUKNOW"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertFalse(set.isEmpty());
        set.forEach(name -> assertTrue(known.contains("| `" + name + "` |"), name));
    }

    private static Deployment deployment() throws IOException {
        for (var object : objects(FOLDER.resolve("application.yaml"))) {
            if (object.path("kind").asText().equals("Deployment")) {
                return STRICT.treeToValue(object, Deployment.class);
            }
        }
        throw new AssertionError("no deployment");
    }

    private static List<JsonNode> objects(Path file) throws IOException {
        try (var objects = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return objects.readAll();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
