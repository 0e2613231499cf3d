package uk.thinkuknow.classroom.player;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that the first picture of a lesson's page becomes inline SVG. */
class FirstPictureTest {
    private static final String PAGE =
            "<p id=\"a\"><img\n class=\"art\" src=\"/pictures/1f\" alt=\"An &quot;owl&quot;\"><img class=\"art\" src=\"/pictures/2f\" alt=\"\" loading=\"lazy\">";
    private static final String OWL =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\" role=\"img\"><mask id=\"a\"/><g mask=\"url(#a)\"/></svg>\n";

    @Test
    void theFirstPictureIsInlineWithItsOwnIds() {
        assertEquals(
                "<p id=\"a\"><svg class=\"art\" role=\"img\" aria-label=\"An &quot;owl&quot;\" viewBox=\"0 0 4 4\">"
                        + "<mask id=\"pic-a\"/><g mask=\"url(#pic-a)\"/></svg>\n"
                        + "<img class=\"art\" src=\"/pictures/2f\" alt=\"\" loading=\"lazy\">",
                FirstPicture.in(PAGE, hash -> Optional.of(OWL.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aMissingDrawingLeavesThePageUnchanged() {
        assertEquals(PAGE, FirstPicture.in(PAGE, hash -> Optional.empty()));
    }
}
