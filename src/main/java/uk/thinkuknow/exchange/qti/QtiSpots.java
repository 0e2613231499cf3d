package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.content.UniqueKeys;
import uk.thinkuknow.exchange.content.XmlElement;

/**
 * Reads a QTI question about places in a picture as a find-the-spot question; each shape becomes the box around it.
 */
final class QtiSpots {
    private final QtiItemReader item;
    private final XmlElement interaction;

    QtiSpots(QtiItemReader item, XmlElement interaction) {
        this.item = item;
        this.interaction = interaction;
    }

    void read(QtiItemReader.ItemTexts words) {
        var response = item.response(interaction);
        var image = interaction
                .descendants()
                .filter(part -> part.is("img"))
                .findFirst()
                .orElse(new XmlElement("img", Map.of()));
        var source = image.attribute("src");
        var scene = PictureScene.of(
                QtiResponse.number(image.attribute("width").replaceAll("[^0-9.]", "")),
                QtiResponse.number(image.attribute("height").replaceAll("[^0-9.]", "")),
                source.endsWith(".svg") ? item.media().find(source) : null);
        var spots = new ArrayList<Question.Spot>();
        var keys = new UniqueKeys();
        for (var choice : interaction
                .descendants()
                .filter(part -> part.is("hotspot-choice"))
                .toList()) {
            var id = choice.attribute("identifier");
            boolean right = response.right().contains(id);
            spots.add(scene.spot(
                    keys.keyFor(id, "spot"),
                    name(choice),
                    box(choice.attribute("shape"), choice.attribute("coords"), scene),
                    right,
                    item.feedback().of(response.id(), id, right)));
        }
        for (var area : response.areas()) {
            spots.add(scene.spot(keys.keyFor("area", "area"), "", box(area[0], area[1], scene), true, ""));
        }
        if (spots.isEmpty()) {
            throw new Refused("qti.doesNotSayWhereIn");
        }
        if (interaction.is("select-point-interaction")) {
            item.lost().add(Words.of("qti.freeChoiceOfAPoint"));
        }
        var key = item.questionKey(response.id());
        var picture = scene.picture(
                item.draft(), item.media(), source, RichTextReader.oneLine(image.attribute("alt")), item.lost());
        item.ask(words, new Question.SpotIt(key, words.asked(), picture, spots));
    }

    private static String name(XmlElement choice) {
        return List.of("hotspot-label", "aria-label", "label").stream()
                .map(choice::attribute)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Returns left, top, right and bottom of the box around a shape.
     *
     * @throws Refused if the shape has too few coordinates
     */
    private static double[] box(String shape, String coords, PictureScene scene) {
        var numbers = Arrays.stream(coords.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .mapToDouble(part -> QtiResponse.number(part.replace("%", "")))
                .toArray();
        return switch (shape) {
            case "circle", "ellipse" -> {
                needs(numbers, 3);
                double across = numbers[2];
                double down = numbers.length > 3 ? numbers[3] : across;
                yield new double[] {numbers[0] - across, numbers[1] - down, numbers[0] + across, numbers[1] + down};
            }
            case "default" -> new double[] {0, 0, scene.width(), scene.height()};
            default -> {
                needs(numbers, 4);
                var box = new double[] {numbers[0], numbers[1], numbers[0], numbers[1]};
                for (int i = 0; i + 1 < numbers.length; i += 2) {
                    box[0] = Math.min(box[0], numbers[i]);
                    box[1] = Math.min(box[1], numbers[i + 1]);
                    box[2] = Math.max(box[2], numbers[i]);
                    box[3] = Math.max(box[3], numbers[i + 1]);
                }
                yield box;
            }
        };
    }

    private static void needs(double[] numbers, int count) {
        if (numbers.length < count) {
            throw new Refused("qti.hasAPlaceInIts");
        }
    }
}
