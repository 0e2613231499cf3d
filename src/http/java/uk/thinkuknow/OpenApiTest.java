package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class OpenApiTest {
    @Test
    void onlyWhatOtherProgramsMayCallIsDescribed() {
        var description = given().get("/q/openapi?format=json");
        description.then().statusCode(200).body(not(containsString("AtomicLong")));
        Map<String, ?> paths = description.path("paths");
        assertEquals(
                Set.of(
                        "/api/classroom",
                        "/api/classroom/seats",
                        "/api/progress",
                        "/api/room",
                        "/api/worry",
                        "/api/reach",
                        "/lesson"),
                paths.keySet());
        Map<String, ?> schemas = description.path("components.schemas");
        assertTrue(schemas.keySet().containsAll(Set.of("CardList", "ProgressForm", "RoomNews")), "" + schemas.keySet());
    }
}
