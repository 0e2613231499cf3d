package uk.thinkuknow.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.PictureFinder;

/** Scales a picture of any size, and the spots in it, to the 640 by 400 units of our find-the-spot questions. */
public final class PictureScene {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int SMALLEST = 64;
    private static final Pattern OPENING = Pattern.compile("(?s)^.*?<svg\\b([^>]*)>");
    private static final Pattern VIEW =
            Pattern.compile("\\bviewBox\\s*=\\s*[\"']\\s*([-0-9.]+)[\\s,]+([-0-9.]+)[\\s,]+([0-9.]+)[\\s,]+([0-9.]+)");

    private final double width;
    private final double height;
    private final double scale;
    private final double left;
    private final double top;
    private final byte @Nullable [] drawing;

    private PictureScene(double width, double height, byte @Nullable [] svg) {
        this.width = width;
        this.height = height;
        this.scale = Math.min(WIDTH / width, HEIGHT / height);
        this.left = (WIDTH - width * scale) / 2;
        this.top = (HEIGHT - height * scale) / 2;
        this.drawing = svg == null ? null : laidIn(svg);
    }

    /**
     * Returns the scene for a picture, which converts the picture's units to our 640 by 400.
     *
     * @param width the width of the picture in the units in which the file gives its spots; 0 if unknown, to take width
     *     and height from the drawing
     * @param height the height in these units; 0 if unknown
     * @param svg the drawing; null for a photograph
     */
    public static PictureScene of(double width, double height, byte @Nullable [] svg) {
        if (width > 0 && height > 0) {
            return new PictureScene(width, height, svg);
        }
        var view = svg == null || svg.length > LessonBuilder.LARGEST_DRAWING
                ? null
                : VIEW.matcher(new String(svg, StandardCharsets.UTF_8));
        return view != null
                        && view.find()
                        && QtiResponse.number(view.group(3)) > 0
                        && QtiResponse.number(view.group(4)) > 0
                ? new PictureScene(QtiResponse.number(view.group(3)), QtiResponse.number(view.group(4)), svg)
                : new PictureScene(WIDTH, HEIGHT, svg);
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** Returns the drawing fitted into the scene, or unchanged if it is unsafe; null for a photograph. */
    byte @Nullable [] drawing() {
        return drawing;
    }

    /**
     * Adds the picture to the lesson, fitted into 640 by 400; a photograph gets a white border. If it cannot be added,
     * records the reason in {@code lost} and returns a picture without a file.
     */
    public Picture picture(LessonBuilder draft, PictureFinder media, String source, String alt, Set<String> lost) {
        if (drawing != null) {
            return draft.drawing(source + "#scene", drawing, alt, lost);
        }
        var name = source.substring(source.lastIndexOf('/') + 1);
        var bytes = media.find(source);
        if (bytes == null || !Raster.isPicture(bytes)) {
            lost.add(Words.of("qti.itsPicturePlacesNeedA", name));
            return new Picture("", alt);
        }
        return draft.photograph(source + "#scene", bytes, Raster::scene, alt, lost);
    }

    /**
     * Returns a spot inside the scene, at least 64 by 64 units so that a finger can hit it.
     *
     * @param box left, top, right and bottom in the picture's own units
     */
    public Question.Spot spot(String key, String text, double[] box, boolean right, String feedback) {
        int x = (int) Math.round(left + box[0] * scale);
        int y = (int) Math.round(top + box[1] * scale);
        int across = (int) Math.round((box[2] - box[0]) * scale);
        int down = (int) Math.round((box[3] - box[1]) * scale);
        int wide = within(across, SMALLEST, WIDTH);
        int high = within(down, SMALLEST, HEIGHT);
        return new Question.Spot(
                key,
                text,
                within(x - (wide - across) / 2, 0, WIDTH - wide),
                within(y - (high - down) / 2, 0, HEIGHT - high),
                wide,
                high,
                right,
                feedback);
    }

    private static int within(int number, int lowest, int highest) {
        return Math.max(lowest, Math.min(highest, number));
    }

    /** Centres a drawing in a scene, unless it has that size already or is too large for a lesson. */
    private byte[] laidIn(byte[] svg) {
        if (svg.length > LessonBuilder.LARGEST_DRAWING) {
            return svg;
        }
        var text = new String(svg, StandardCharsets.UTF_8);
        var opening = OPENING.matcher(text);
        var view = VIEW.matcher(text);
        if (!SafeSvg.problems(svg).isEmpty() || !opening.find() || !view.find()) {
            return svg;
        }
        if (view.group().matches("(?s).*[\"']\\s*0[\\s,]+0[\\s,]+640[\\s,]+400")) {
            return svg;
        }
        var inner = opening.group(1)
                .replaceAll("\\b(width|height|x|y|preserveAspectRatio)\\s*=\\s*([\"']).*?\\2", "")
                .strip();
        var placed = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\"><svg " + inner + " x=\""
                + round(left) + "\" y=\"" + round(top) + "\" width=\"" + round(width * scale) + "\" height=\""
                + round(height * scale) + "\">" + text.substring(opening.end()) + "</svg>";
        return placed.getBytes(StandardCharsets.UTF_8);
    }

    private static String round(double number) {
        return String.valueOf(Math.round(number));
    }
}
