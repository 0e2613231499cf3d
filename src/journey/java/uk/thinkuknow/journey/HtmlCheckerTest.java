package uk.thinkuknow.journey;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests {@link HtmlChecker} with a valid page and a faulty one. */
class HtmlCheckerTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><title>A page</title></head><body>
            <p>%s</p>
            </body></html>
            """;

    @Test
    void aPageWithoutErrorsPasses() {
        assertEquals(List.of(), HtmlChecker.errorsIn("/fine", PAGE.formatted("words")));
    }

    @Test
    void anErrorIsNamedWithItsPageLineAndMessage() {
        var errors = HtmlChecker.errorsIn("/broken", PAGE.formatted("<img src=\"a.png\">"));
        assertEquals(1, errors.size(), "" + errors);
        assertTrue(errors.getFirst().matches("/broken:3: .*“img” element must have an “alt” attribute.*"), "" + errors);
    }
}
