package uk.thinkuknow.web.pdf;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that no more pages become a PDF at once than there are processors, and that nobody waits for a turn without end. */
@QuarkusTest
class PdfRendererTest {
    private static final TemplateInstance PAGE = Engine.builder()
            .addDefaults()
            .build()
            .parse("<html lang=\"en\"><head><title>Cards</title></head><body><p>1</p></body></html>")
            .instance();

    @Inject
    PdfRenderer renderer;

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
}
