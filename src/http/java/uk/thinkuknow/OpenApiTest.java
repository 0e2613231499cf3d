package uk.thinkuknow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.classroom.join.ClassroomApi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the OpenAPI description of the calls that other programs may make. */
@QuarkusTest
class OpenApiTest {
    @Inject
    ClassroomApi classroom;

    @Test
    void theDescriptionHasExactlyTheCallsThatOtherProgramsMayMake() {
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

    @Test
    void everyCallOfALessonIsDescribed() {
        Map<String, Map<String, ?>> paths =
                given().get("/q/openapi?format=json").path("paths");
        for (var route : classroom.routes()) {
            var words = route.split(" ");
            assertTrue(paths.get(words[1]).containsKey(words[0].toLowerCase(Locale.ROOT)), route);
        }
    }

    /** The schemas of a lesson's calls are written by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "room.CardList",
                "room.CardList$ClassCards",
                "room.CardList$CardToPick",
                "join.LookUpForm",
                "join.SeatForm",
                "join.SeatTaken",
                "join.ProgressForm",
                "join.ProgressForm$EventForm",
                "join.ProgressStored",
                "join.RoomNews",
                "join.ProgressStored$RefusedEvent"
            })
    void aSchemaHasTheFieldsOfItsRecord(String name) throws ClassNotFoundException {
        var type = Class.forName("uk.thinkuknow.classroom." + name);
        var fields = Arrays.stream(type.getRecordComponents())
                .map(part -> part.getAccessor().isAnnotationPresent(JsonProperty.class)
                        ? part.getAccessor().getAnnotation(JsonProperty.class).value()
                        : part.getName())
                .collect(Collectors.toSet());
        Map<String, ?> properties = given().get("/q/openapi?format=json")
                .path("components.schemas." + type.getSimpleName() + ".properties");
        assertEquals(fields, properties.keySet());
    }
}
