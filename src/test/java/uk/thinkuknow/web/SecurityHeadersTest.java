package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/help", "/lesson"})
    void aChildsDeviceIsGivenNoCookieBeforeItTakesASeat(String path) {
        assertEquals(Map.of(), given().redirects().follow(false).get(path).cookies());
    }
}
