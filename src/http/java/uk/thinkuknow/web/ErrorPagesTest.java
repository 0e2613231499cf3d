package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.LogCapture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages and the log of errors that nobody expected. */
@QuarkusTest
class ErrorPagesTest {
    @Inject
    ErrorPages pages;

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void anErrorThatAVisitorCausesAgainAndAgainIsAFewTracesAndEachPageHasAReferenceOfTheLog() {
        for (int i = 0; i < 100; i++) {
            var page = pages.unexpected(new ArithmeticException("caused again"));
            assertEquals(500, page.getStatus());
            var logged = log.text()
                    .lines()
                    .filter(line -> line.contains("unexpected, reference "))
                    .toList();
            assertTrue(
                    logged.stream().anyMatch(line -> page.getEntity().toString().contains(reference(line))));
        }
        assertEquals(
                3,
                log.text()
                        .lines()
                        .filter(line -> line.contains("ArithmeticException: caused again"))
                        .count());
    }

    /** {@code scripts/drill scan} asks the packaged application for more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/components",
                "/components/csv",
                "/q/dev-ui",
                "/q/swagger-ui",
                "/q/metrics",
                "/q/health",
                "/q/arc/beans",
                "/application.properties",
                "/.git/config"
            })
    void outsideADemoNothingForDevelopersAnswers(String path) {
        given().get(path).then().statusCode(404);
    }

    private static String reference(String line) {
        var after = line.substring(line.indexOf("reference ") + "reference ".length());
        return after.substring(0, 10);
    }
}
