package uk.thinkuknow.curriculum.drawings;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Checks, scales and re-encodes bitmap pictures (PNG and JPEG) of lessons. */
public final class Raster {
    /** Maximum size of a lesson's picture, in bytes: a class of thirty downloads it over one Wi-Fi. */
    static final int LARGEST = 120 * 1024;

    static final int WIDEST = 1280;
    private static final int SCENE_HEIGHT = WIDEST * 5 / 8;
    private static final long MOST_DOTS = 24_000_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
    private static final Lock DECODING = new ReentrantLock(true);
    private static final double[] QUALITIES = {0.85, 0.7, 0.55};
    /** The parts of a PNG that only say how it looks. */
    private static final Set<String> PNG_PARTS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs", "bKGD");

    private static final int JPEG_DATA = 0xFFDA;
    private static final short JPEG_END = (short) 0xFFD9;
    private static final int JPEG_ADOBE = 0xFFEE;
    private static final int JPEG_COMMENT = 0xFFFE;
    private static final int[] WIDTHS = {WIDEST, 960, 640};

    private Raster() {}

    /** Width and height in pixels, read from the picture's header only. */
    public record Size(int width, int height) {}

    /** Returns whether the first bytes are those of a PNG or a JPEG. */
    public static boolean isPicture(byte[] bytes) {
        return isPng(bytes) || isJpeg(bytes);
    }

    public static boolean isPng(byte[] bytes) {
        return bytes.length > 8 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    public static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    /** Returns the file extension for the picture: {@code .png} or {@code .jpg}. */
    public static String ending(byte[] picture) {
        return isPng(picture) ? ".png" : ".jpg";
    }

    /** Returns the reasons why a lesson cannot use the picture; empty if it can. */
    public static List<Remark> problems(String file, byte[] bytes) {
        var found = new ArrayList<Remark>();
        if (file.endsWith(".png") ? !isPng(bytes) : !isJpeg(bytes)) {
            found.add(Remark.of("drawings.isNotWhatItsName", file.replaceAll("^.*\\.", ".")));
        } else if (bytes.length > LARGEST) {
            found.add(Remark.of("drawings.isLargerThanKbMake", LARGEST / 1024));
        } else {
            size(bytes)
                    .ifPresentOrElse(
                            size -> {
                                if (size.width() > WIDEST || size.height() > WIDEST) {
                                    found.add(Remark.of(
                                            "drawings.isByAtMostEither", size.width(), size.height(), WIDEST));
                                }
                            },
                            () -> found.add(Remark.of("drawings.cannotBeReadAsA")));
        }
        return found;
    }

    /** Returns the size in pixels; empty if the bytes cannot be decoded as a picture. */
    public static Optional<Size> size(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // A hostile file can make a decoder throw almost anything: treat it as unreadable.
            return Optional.empty();
        }
    }

    /**
     * Returns whether the file may say more than the picture shows, such as where, when or by whom it was taken; also if
     * its parts are not those of a picture.
     */
    public static boolean hasMetadata(byte[] bytes) {
        try {
            return isPng(bytes) ? pngHasMetadata(ByteBuffer.wrap(bytes)) : jpegHasMetadata(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean pngHasMetadata(ByteBuffer png) {
        png.position(8);
        var name = new byte[4];
        do {
            int length = png.getInt();
            png.get(name);
            if (!PNG_PARTS.contains(new String(name, StandardCharsets.US_ASCII))) {
                return true;
            }
            png.position(png.position() + length + 4);
        } while (name[1] != 'E' || name[2] != 'N');
        return png.hasRemaining();
    }

    /** Looks at the segments before the picture's data, and for anything behind its end. */
    private static boolean jpegHasMetadata(ByteBuffer jpeg) {
        jpeg.position(2);
        for (int marker = jpeg.getShort() & 0xFFFF; marker != JPEG_DATA; marker = jpeg.getShort() & 0xFFFF) {
            boolean application = marker > 0xFFE0 && marker <= 0xFFEF && marker != JPEG_ADOBE;
            if (marker < 0xFFC0 || application || marker == JPEG_COMMENT) {
                return true;
            }
            jpeg.position(jpeg.position() + (jpeg.getShort(jpeg.position()) & 0xFFFF));
        }
        int at = jpeg.position();
        while (jpeg.getShort(at) != JPEG_END) {
            at++;
        }
        return at != jpeg.limit() - 2;
    }

    /**
     * Re-encodes a picture upright, at most 1,280 pixels either way and 120 kB, without metadata, so the file no longer
     * says where or by whom a photograph was taken.
     *
     * @return a JPEG; a PNG if the picture was one and is small enough as PNG
     * @throws Refused if the picture cannot be read, has more than 24 million pixels or cannot be made small enough;
     *     the message continues a sentence that begins with the file's name
     */
    public static byte[] reencoded(byte[] bytes) {
        return decoding(bytes, picture -> {
            if (isPng(bytes)) {
                for (int width : WIDTHS) {
                    var made = encoded(picture, width, "png", 1);
                    if (made.length <= LARGEST) {
                        return made;
                    }
                }
            }
            for (int width : WIDTHS) {
                for (double quality : QUALITIES) {
                    var made = encoded(picture, width, "jpg", quality);
                    if (made.length <= LARGEST) {
                        return made;
                    }
                }
            }
            throw new Refused("drawings.cannotBeMadeSmallEnough");
        });
    }

    /**
     * Scales a picture into the 8:5 format of a scene and fills the rest with white, so that an author can mark spots
     * in it.
     *
     * @return a PNG of 1,280 by 800 pixels
     * @throws Refused if the picture cannot be read or has more than 24 million pixels; the message continues a
     *     sentence that begins with the file's name
     */
    public static byte[] scene(byte[] bytes) {
        return decoding(bytes, picture -> {
            var inside = Thumbnails.of(picture).size(WIDEST, SCENE_HEIGHT).asBufferedImage();
            var scene = new BufferedImage(WIDEST, SCENE_HEIGHT, BufferedImage.TYPE_INT_RGB);
            var pen = scene.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, WIDEST, SCENE_HEIGHT);
            pen.drawImage(inside, (WIDEST - inside.getWidth()) / 2, (SCENE_HEIGHT - inside.getHeight()) / 2, null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(scene, "png", out);
            return out.toByteArray();
        });
    }

    /** Makes another picture of a decoded one. */
    private interface Change {
        byte[] of(BufferedImage picture) throws IOException;
    }

    /** One at a time, because a decoded picture takes much memory. */
    private static byte[] decoding(byte[] bytes, Change change) {
        DECODING.lock();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused("drawings.cannotBeReadAsAPicture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                return change.of(decoded(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused("drawings.isBrokenSaveItAnew");
        } finally {
            DECODING.unlock();
        }
    }

    /** Decodes a picture upright, leaving out lines and columns of one with more than twice the points that are needed. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new Refused("drawings.cannotBeReadAsAPicture");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_DOTS) {
            throw new Refused("drawings.hasMoreThanMillionDots");
        }
        var orientation = orientation(reader);
        var parameters = reader.getDefaultReadParam();
        int every = Math.ceilDiv(Math.max(width, height), 2 * WIDEST);
        parameters.setSourceSubsampling(every, every, 0, 0);
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(reader.read(0, parameters));
    }

    /** How the camera was held; upright if the file does not say it, or not as it should. */
    private static Orientation orientation(ImageReader reader) {
        try {
            var held = ExifUtils.getExifOrientation(reader, 0);
            return held == null ? Orientation.TOP_LEFT : held;
        } catch (IOException | RuntimeException odd) {
            return Orientation.TOP_LEFT;
        }
    }

    private static byte[] encoded(BufferedImage picture, int width, String format, double quality) throws IOException {
        var out = new ByteArrayOutputStream();
        int side = Math.min(width, Math.max(picture.getWidth(), picture.getHeight()));
        var thumbnail = Thumbnails.of(picture).size(side, side).outputFormat(format);
        // For PNG, the quality setting would only change the compression level.
        (format.equals("png") ? thumbnail : thumbnail.outputQuality(quality)).toOutputStream(out);
        return out.toByteArray();
    }
}
