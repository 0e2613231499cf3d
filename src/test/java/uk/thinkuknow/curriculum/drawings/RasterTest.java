package uk.thinkuknow.curriculum.drawings;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that uploaded pictures are re-encoded small and without metadata, and that broken ones are refused. */
class RasterTest {
    @Test
    void aLargeNoisyPhotographIsMadeSmallEnough() throws IOException {
        var made = Raster.reencoded(written(noise(3000, 2000), "jpg"));
        assertTrue(Raster.isJpeg(made));
        assertTrue(made.length <= Raster.LARGEST, made.length + " bytes");
        var size = Raster.size(made).orElseThrow();
        assertTrue(size.width() <= Raster.WIDEST && size.height() <= Raster.WIDEST);
        assertEquals(0, Raster.problems("photo.jpg", made).size());
    }

    @Test
    void aScreenshotStaysAPngOfTheSameWidthAndHeight() throws IOException {
        var plain = new BufferedImage(640, 400, BufferedImage.TYPE_INT_ARGB);
        plain.createGraphics().fillRect(10, 10, 100, 100);
        var made = Raster.reencoded(written(plain, "png"));
        assertTrue(Raster.isPng(made));
        assertEquals(new Raster.Size(640, 400), Raster.size(made).orElseThrow());
    }

    @Test
    void aCommentInAJpegIsRemoved() throws IOException {
        var jpeg = written(noise(200, 100), "jpg");
        var secret = "GPS 51.5074 N".getBytes(StandardCharsets.ISO_8859_1);
        var withNote = new ByteArrayOutputStream();
        withNote.write(jpeg, 0, 2);
        withNote.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (secret.length + 2)});
        withNote.write(secret);
        withNote.write(jpeg, 2, jpeg.length - 2);
        var made = Raster.reencoded(withNote.toByteArray());
        assertFalse(new String(made, StandardCharsets.ISO_8859_1).contains("GPS"));
    }

    @Test
    void brokenPicturesAndDecompressionBombsAreRefused() throws IOException {
        for (var bytes : new byte[][] {
            {},
            "<svg/>".getBytes(StandardCharsets.UTF_8),
            {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0},
            {(byte) 0xFF, (byte) 0xD8, 0}
        }) {
            assertThrows(Refused.class, () -> Raster.reencoded(bytes));
        }
        var bomb = written(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png");
        // The header claims 60,000 by 60,000 pixels.
        for (int at : new int[] {16, 20}) {
            bomb[at + 2] = (byte) 0xEA;
            bomb[at + 3] = 0x60;
        }
        // not only because what follows the header is too short: by then memory for all pixels would have been asked
        // for
        assertEquals(
                "drawings.hasMoreThanMillionDots",
                assertThrows(Refused.class, () -> Raster.reencoded(bomb)).code());
        assertEquals(
                "drawings.hasMoreThanMillionDots",
                assertThrows(Refused.class, () -> Raster.scene(bomb)).code());
        assertThrows(
                Refused.class, () -> Raster.reencoded(java.util.Arrays.copyOf(written(noise(50, 50), "png"), 200)));
    }

    private static BufferedImage noise(int width, int height) {
        var random = new Random(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)).getRGB());
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        assertTrue(ImageIO.read(new ByteArrayInputStream(out.toByteArray())) != null);
        return out.toByteArray();
    }
}
