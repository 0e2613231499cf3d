package uk.thinkuknow.curriculum.drawings;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.tasks.UnsupportedFormatException;
import uk.thinkuknow.common.Refused;

/** Pictures made of dots: photographs and screenshots, as PNG or JPEG. */
public final class Raster {
    /** What a lesson's picture may weigh, in bytes: a class of thirty fetches it over one Wi-Fi. */
    static final int LARGEST = 120 * 1024;

    static final int WIDEST = 1280;
    private static final int SCENE_HEIGHT = WIDEST * 5 / 8;
    private static final long MOST_DOTS = 24_000_000;
    private static final double[] QUALITIES = {0.85, 0.7, 0.55};
    private static final int[] WIDTHS = {WIDEST, 960, 640};

    private Raster() {}

    /** The size of a picture, read from its head alone. */
    public record Size(int width, int height) {}

    /** Is it one, by its first bytes? */
    public static boolean isOne(byte[] bytes) {
        return isPng(bytes) || isJpeg(bytes);
    }

    public static boolean isPng(byte[] bytes) {
        return bytes.length > 8 && (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    public static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    /** How the name of its file ends. */
    public static String ending(byte[] picture) {
        return isPng(picture) ? ".png" : ".jpg";
    }

    /** What keeps it from a lesson; empty if nothing does. */
    public static List<String> problems(String file, byte[] bytes) {
        var found = new ArrayList<String>();
        if (file.endsWith(".png") ? !isPng(bytes) : !isJpeg(bytes)) {
            found.add("is not what its name says: save it again as " + file.replaceAll(".*\\.", "."));
        } else if (bytes.length > LARGEST) {
            found.add("is larger than " + LARGEST / 1024 + " kB: make it smaller, or add it in the studio, which does");
        } else {
            size(bytes)
                    .ifPresentOrElse(
                            size -> {
                                if (size.width() > WIDEST || size.height() > WIDEST) {
                                    found.add("is " + size.width() + " by " + size.height() + ": at most " + WIDEST
                                            + " either way");
                                }
                            },
                            () -> found.add("cannot be read as a picture"));
        }
        return found;
    }

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
            // Whatever a hostile file makes a decoder stumble over, it is no picture for a lesson.
            return Optional.empty();
        }
    }

    /**
     * The same picture made anew: upright, no larger than a lesson's may be, and with nothing in it but its dots, so that where
     * and by whom a photograph was taken stays behind.
     *
     * @return a JPEG, or a PNG where that is small enough or parts of it are see-through
     * @throws Refused in words that go on from the picture's name, if it cannot be read, has too many dots or cannot be made small enough
     */
    public static byte[] madeAnew(byte[] bytes) {
        var size = size(bytes).orElseThrow(() -> new Refused("cannot be read as a picture: save it as PNG or JPEG."));
        if ((long) size.width() * size.height() > MOST_DOTS) {
            throw new Refused("has more than 24 million dots: make it smaller first.");
        }
        try {
            for (int width : WIDTHS) {
                if (isPng(bytes)) {
                    var made = made(bytes, width, "png", 1);
                    if (made.length <= LARGEST) {
                        return made;
                    }
                } else {
                    for (double quality : QUALITIES) {
                        var made = made(bytes, width, "jpg", quality);
                        if (made.length <= LARGEST) {
                            return made;
                        }
                    }
                }
            }
            // A photograph saved as PNG.
            return isPng(bytes) ? madeAnew(made(bytes, WIDEST, "jpg", QUALITIES[0])) : tooLarge();
        } catch (UnsupportedFormatException e) {
            throw new Refused("cannot be read as a picture: save it as PNG or JPEG.");
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            throw new Refused("is broken: save it anew as PNG or JPEG.");
        }
    }

    /**
     * The same in the proportions of a scene, 8 to 5, with white around it, so that places can be given in it.
     *
     * @throws Refused in words that go on from the picture's name, if it cannot be read or has too many dots
     */
    public static byte[] scene(byte[] bytes) {
        var size = size(bytes).orElseThrow(() -> new Refused("cannot be read as a picture: save it as PNG or JPEG."));
        if ((long) size.width() * size.height() > MOST_DOTS) {
            throw new Refused("has more than 24 million dots: make it smaller first.");
        }
        try {
            var inside = Thumbnails.of(new ByteArrayInputStream(bytes))
                    .size(WIDEST, SCENE_HEIGHT)
                    .asBufferedImage();
            var scene = new BufferedImage(WIDEST, SCENE_HEIGHT, BufferedImage.TYPE_INT_RGB);
            var pen = scene.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, WIDEST, SCENE_HEIGHT);
            pen.drawImage(inside, (WIDEST - inside.getWidth()) / 2, (SCENE_HEIGHT - inside.getHeight()) / 2, null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(scene, "png", out);
            return out.toByteArray();
        } catch (IOException | RuntimeException e) {
            throw new Refused("is broken: save it anew as PNG or JPEG.");
        }
    }

    private static byte[] tooLarge() {
        throw new Refused("cannot be made small enough: crop it first.");
    }

    private static byte[] made(byte[] bytes, int width, String format, double quality) throws IOException {
        var out = new ByteArrayOutputStream();
        var size = size(bytes).orElseThrow(() -> new IOException("no size"));
        int side = Math.min(width, Math.max(size.width(), size.height()));
        var thumbnail =
                Thumbnails.of(new ByteArrayInputStream(bytes)).size(side, side).outputFormat(format);
        // Of a PNG it says how little is packed, and nothing of how it looks.
        (format.equals("png") ? thumbnail : thumbnail.outputQuality(quality)).toOutputStream(out);
        return out.toByteArray();
    }
}
