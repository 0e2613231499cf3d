package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that the product publishes every metric of its own that docker/monitoring uses, on a port of their own.
 * {@code scripts/drill alerts} tests the alerts themselves.
 */
@QuarkusTest
class MonitoringTest {
    private static final Path FOLDER = Path.of("docker/monitoring");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s+expr: (.*)$");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?!\\()");
    /**
     * Metrics of Prometheus itself, of the exporters for MariaDB and HAProxy, of Keycloak's monitoring, or computed by
     * a rule.
     */
    private static final Pattern ELSEWHERE =
            Pattern.compile("mysql_.*|haproxy_.*|probe_success|thinkuknow.*|answers_late.*|avg_over_time");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void everyMetricOfTheProductInAnAlertIsPublished() throws IOException {
        assertEquals(
                Set.of(),
                missing(EXPRESSION
                        .matcher(Files.readString(FOLDER.resolve("alerts.yml")))
                        .results()
                        .map(found -> found.group(1))
                        .toList()));
    }

    @Test
    void everyMetricOfTheProductOnTheDashboardIsPublished() throws IOException {
        var panels = new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .get("panels");
        var expressions = panels.findValuesAsText("expr");
        assertTrue(expressions.size() > 12);
        assertEquals(Set.of(), missing(expressions));
    }

    @Test
    void everyPanelOfTheDashboardHasADescription() throws IOException {
        var panels = new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .get("panels");
        for (JsonNode panel : panels) {
            if (!panel.get("type").asText().equals("row")) {
                assertFalse(
                        panel.get("description").asText().isEmpty(),
                        panel.get("title").asText());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health"})
    void monitoringIsNotServedWherePagesAre(String path) {
        given().get(path).then().statusCode(404);
    }

    private Set<String> missing(Iterable<String> expressions) {
        var told = given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var missing = new TreeSet<String>();
        for (var expression : expressions) {
            var names = METRIC.matcher(expression.replaceAll("\\{[^}]*}", "").replaceAll("by \\([^)]*\\)", ""));
            names.results()
                    .map(found -> found.group())
                    .filter(name -> !ELSEWHERE.matcher(name).matches())
                    .filter(name -> !told.contains("# TYPE " + name.replaceAll("_(total|sum)$", "")))
                    .forEach(missing::add);
        }
        return missing;
    }
}
