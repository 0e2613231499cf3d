package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the log of the packaged product: JSON with times in UTC, and no line that somebody else has begun. */
@Tag("journey")
class LogJourneyTest {
    @Test
    void eachLineOfTheLogIsAnObjectWithATimeInUtc() throws Exception {
        forge();
        Eventually.holds(
                "the attempt is logged",
                () -> !Product.running().logged("other site").isEmpty());
        var json = new ObjectMapper();
        var lines = Product.running().logged("");
        assertTrue(lines.size() > 3, lines.toString());
        // the Java machine itself may warn
        for (var line : lines.stream()
                .filter(each -> !each.startsWith("WARNING: ") && !each.startsWith("NOTE: "))
                .toList()) {
            var said = json.readTree(line);
            assertTrue(said.isObject(), line);
            var time = said.path("timestamp").asText();
            assertTrue(
                    time.endsWith("Z")
                            && Instant.parse(time).isBefore(Instant.now().plusSeconds(5)),
                    line);
            assertTrue(said.path("message").isTextual() && said.path("level").isTextual(), line);
        }
        assertEquals(0, lines.stream().filter(line -> line.startsWith("forged")).count());
    }

    /** Sends a form whose path has a line break, as another site's, which the log names. */
    private static void forge() throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var sent = browser.send(
                    HttpRequest.newBuilder(URI.create(Product.running().address() + "/classes%0Aforged%0D%0Aforged"))
                            .header("Origin", "https://elsewhere.example")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(403, sent.statusCode());
        }
    }
}
