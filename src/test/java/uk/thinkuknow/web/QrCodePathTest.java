package uk.thinkuknow.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that the SVG path draws exactly the dark squares of a QR code. */
class QrCodePathTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @Test
    void drawsExactlyTheDarkSquaresWithAMarginOfFour() {
        var qr = QrCode.encodeText("https://sessions.example.org/#K7MWP4R2ABCDEFGHJKMNP", QrCode.Ecc.MEDIUM);
        var squares = QrCodePath.of(qr);
        var drawn = new TreeSet<String>();
        RUN.matcher(squares.path()).results().forEach(run -> {
            int x = Integer.parseInt(run.group(1));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn.add((x + i) + "," + run.group(2));
            }
        });
        var dark = new TreeSet<String>();
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y)) {
                    dark.add((x + 4) + "," + (y + 4));
                }
            }
        }
        assertEquals(dark, drawn);
        assertEquals(qr.size + 8, squares.side());
        assertEquals("", RUN.matcher(squares.path()).replaceAll(""));
    }
}
