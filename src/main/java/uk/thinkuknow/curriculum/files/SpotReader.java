package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question.Spot;
import uk.thinkuknow.curriculum.lesson.Question.SpotIt;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Shuffle;

/** Reads a question in which children find spots in a picture. */
final class SpotReader {
    static final int WIDTH = 640;
    static final int HEIGHT = 400;
    /**
     * The least width and height of a spot, in units of the drawing: a finger on a phone can hit it, and six spots fit.
     */
    private static final int SMALLEST = 64;

    private static final List<String> SIDES = List.of("x", "y", "width", "height");

    private final PictureReader pictures;

    SpotReader(PictureReader pictures) {
        this.pictures = pictures;
    }

    SpotIt spotIt(String key, String stem, Fields fields) {
        var picture = pictures.neededIn(fields);
        if (!picture.file().isEmpty() && !pictures.isScene(picture)) {
            fields.found("picture", Remark.of("files.mustBeADrawingWith", WIDTH, HEIGHT));
        }
        var placed = new ArrayList<Boolean>();
        var spots =
                fields.each("spots", 2, QuestionReader.most(fields), Words.of("files.nameThePlacesInThe"), entry -> {
                    placed.add(SIDES.stream().allMatch(entry::has));
                    return spot(entry);
                });
        fields.different("spots", spots.stream().map(Spot::key));
        if (!spots.isEmpty() && spots.stream().noneMatch(Spot::right)) {
            fields.found("spots", Remark.of("files.mustHaveAtLeastOne"));
        }
        apart(fields, spots, placed);
        return new SpotIt(key, stem, picture, Shuffle.shuffled(spots, key, Spot::key));
    }

    private static Spot spot(Fields fields) {
        var spot = new Spot(
                fields.key("key"),
                fields.words("text", Words.of("files.nameWhatIsThereThe")),
                fields.whole("x", 0, WIDTH - SMALLEST, Words.of("files.giveTheLeftEdgeFrom")),
                fields.whole("y", 0, HEIGHT - SMALLEST, Words.of("files.giveTheUpperEdgeFrom")),
                fields.whole("width", SMALLEST, WIDTH, Words.of("files.giveTheWidthAtLeast")),
                fields.whole("height", SMALLEST, HEIGHT, Words.of("files.giveTheHeightAtLeast")),
                Boolean.TRUE.equals(fields.flag("right")),
                fields.words("feedback", QuestionReader.KIND_TO));
        fields.reportUnknownFields();
        if (spot.x() + spot.width() > WIDTH || spot.y() + spot.height() > HEIGHT) {
            fields.found("", Remark.of("files.goesBeyondThePictureWhich", WIDTH, HEIGHT));
        }
        return spot;
    }

    /** Reports spots that overlap; spots without all four numbers are left out. */
    private static void apart(Fields fields, List<Spot> spots, List<Boolean> placed) {
        for (int i = 0; i < spots.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (placed.get(i) && placed.get(j) && overlap(spots.get(i), spots.get(j))) {
                    var other = spots.get(j).text();
                    fields.found(
                            "spots[" + (i + 1) + "]",
                            other.isEmpty()
                                    ? Remark.of("files.liesOver", j + 1)
                                    : Remark.of("files.liesOverNamed", j + 1, other));
                }
            }
        }
    }

    private static boolean overlap(Spot a, Spot b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
