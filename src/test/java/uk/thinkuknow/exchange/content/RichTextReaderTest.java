package uk.thinkuknow.exchange.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.exchange.formats.GivenArchive;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that HTML of an imported file becomes Markdown, and that no text takes long. */
class RichTextReaderTest {
    /** Of the processor, so that a busy machine fails no test. */
    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final int LETTERS = 200_000;

    static Stream<String> hostile() {
        return Stream.of(
                        "<b>".repeat(240) + "<p></p>".repeat(500),
                        "<b>".repeat(240) + "<p></p>".repeat(LETTERS),
                        "<b><i>".repeat(120) + "<p>x</p>".repeat(LETTERS),
                        "<b><i></i></b>".repeat(LETTERS) + "x",
                        "<i>" + "<b> </b>".repeat(LETTERS / 8 - 10) + "x",
                        "<i>x" + "<b> </b>".repeat(LETTERS / 8 - 10) + "</i>x",
                        "<b>x <i>y </i></b>".repeat(LETTERS),
                        "<ul><li><b> </b>x".repeat(LETTERS),
                        "<blockquote><b>x".repeat(LETTERS))
                .map(html -> html.substring(0, Math.min(html.length(), LETTERS)));
    }

    @ParameterizedTest(name = "text {index}")
    @MethodSource("hostile")
    void aHostileTextIsReadQuickly(String html) {
        assertQuick(html.substring(0, 30), () -> RichText.ofHtml(html));
    }

    @Test
    void aPictureThatATextShowsThousandsOfTimesIsMadeSmallerOnce() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_000, 1_000, BufferedImage.TYPE_INT_RGB), "png", png);
        var item = GivenQti.item3("single", "", "<p>Words." + "<img src=\"a.png\" alt=\"\"/>".repeat(5_000) + "</p>");
        var zip =
                GivenArchive.with("a.xml", item).and("a.png", png.toByteArray()).zip();
        assertQuick("pictures", () -> LessonZipImporterTest.taken("a.zip", zip));
    }

    private static void assertQuick(String what, Runnable reading) {
        var thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        reading.run();
        var taken = Duration.ofNanos(thread.getCurrentThreadCpuTime() - before);
        assertTrue(taken.compareTo(QUICK) < 0, what + ": " + taken);
    }

    @Test
    void aMarkInsideTheSameMarkEndsWithTheOuterOne() {
        assertEquals("**x y** z", markdown("<b>x <b>y</b></b> z"));
        assertEquals("***x*** y", markdown("<b><i><b>x</b></i></b> y"));
        assertEquals("**x**\n\n**y** z", markdown("<b><b><p>x</p>y</b></b> z"));
    }

    @Test
    void blanksAreOutsideMarksAndMarksAroundNothingAreDropped() {
        assertEquals("x *y* z", markdown("x<i> <b> </b> y <b></b></i>z").replaceAll(" +", " "));
    }

    private static String markdown(String html) {
        return RichText.ofHtml(html).markdown();
    }
}
