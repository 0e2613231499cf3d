package uk.thinkuknow.web.pdf;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.schools.school.GivenSchool;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that few wait for a PDF at once and none without end, so that the pages of everybody else have threads. */
@QuarkusTest
class PdfRendererTest {
    private static final TemplateInstance PAGE = Engine.builder()
            .addDefaults()
            .build()
            .parse("<html lang=\"en\"><head><title>Cards</title></head><body><p>1</p></body></html>")
            .instance();

    @Inject
    PdfRenderer renderer;

    @Inject
    GivenSchool schools;

    @Test
    void twentyWaitForAPdfAndTheNextIsAskedToComeBack() throws Exception {
        var taught = schools.withClassOf(3);
        int places = renderer.places.availablePermits();
        assertEquals(20 + Runtime.getRuntime().availableProcessors(), places);
        int turns = renderer.turns.drainPermits();
        var waiting = CompletableFuture.supplyAsync(() -> list(taught));
        try {
            Eventually.holds("one waits", () -> renderer.places.availablePermits() == places - 1);
            renderer.places.acquire(places - 1);
            list(taught)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .header("Refresh", "30")
                    .contentType("text/html")
                    .body(containsString("this page waits"));
        } finally {
            renderer.places.release(places - 1);
            renderer.turns.release(turns);
        }
        assertEquals(200, waiting.join().statusCode());
        Eventually.holds("places are given back", () -> renderer.places.availablePermits() == places);
    }

    @Test
    void aPageThatGetsNoTurnInTimeIsRefusedAndTheNextOneIsMade() {
        var usual = renderer.patience;
        int turns = renderer.turns.drainPermits();
        assertEquals(Runtime.getRuntime().availableProcessors(), turns);
        renderer.patience = Duration.ofMillis(50);
        try {
            assertThrows(ServiceUnavailableException.class, () -> renderer.pdf(PAGE));
        } finally {
            renderer.patience = usual;
            renderer.turns.release(turns);
        }
        assertTrue(renderer.pdf(PAGE).length > 0);
        assertEquals(turns, renderer.turns.availablePermits());
    }

    @Test
    void aPageIsMadeWithoutTheCharactersThatXmlDoesNotAllow() {
        var page = Engine.builder()
                .addDefaults()
                .build()
                .parse("<html lang=\"en\"><head><title>Cards</title></head><body><p>{name}</p></body></html>");
        for (int character : new int[] {0x0, 0x7, 0x1B, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x1FFFE}) {
            var name = "5Y" + Character.toString(character) + " Rowan";
            assertTrue(renderer.pdf(page.data("name", name)).length > 0, Integer.toHexString(character));
        }
    }

    private static Response list(GivenSchool.TaughtClass taught) {
        return given().header(TestIdentity.HEADER, taught.teacher() + " teacher")
                .get(taught.path() + "/list.pdf");
    }
}
