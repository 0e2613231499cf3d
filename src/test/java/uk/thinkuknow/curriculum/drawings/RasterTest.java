package uk.thinkuknow.curriculum.drawings;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
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

    @Test
    void aPhotographThatWasTakenOnItsSideStandsUpright() throws IOException {
        var jpeg = written(noise(200, 100), "jpg");
        var turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 20);
        turned.write(HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                        + "00000000"));
        turned.write(jpeg, 20, jpeg.length - 20);
        assertEquals(
                new Raster.Size(100, 200),
                Raster.size(Raster.reencoded(turned.toByteArray())).orElseThrow());
    }

    /** Decoded as a whole, each of its points takes eight bytes: 72 MB. */
    @Test
    void aPictureOfManyPointsIsNotDecodedAsAWhole() throws IOException {
        var large = sixteenBits(3000, 3000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var made = Raster.reencoded(large);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(new Raster.Size(1280, 1280), Raster.size(made).orElseThrow());
        assertTrue(taken < 60_000_000, taken + " bytes");
    }

    @Test
    void aPictureOfAnotherKindIsRefused() throws IOException {
        var tiff = written(noise(50, 50), "tiff");
        assertEquals(
                "drawings.cannotBeReadAsAPicture",
                assertThrows(Refused.class, () -> Raster.reencoded(tiff)).code());
    }

    /** A PNG with two bytes for each of red, green, blue and opacity. */
    private static byte[] sixteenBits(int width, int height) throws IOException {
        var data = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(data)) {
            for (int y = 0; y < height; y++) {
                packed.write(new byte[1 + 8 * width]);
            }
        }
        var png = new ByteArrayOutputStream();
        png.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 16)
                .put((byte) 6);
        part(png, "IHDR", header.array());
        part(png, "IDAT", data.toByteArray());
        part(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void part(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        var part = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(part);
        png.write(ByteBuffer.allocate(4).putInt(content.length).array());
        png.write(part);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
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
