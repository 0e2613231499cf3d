package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.exchange.content.ImportedLessonDetails;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.XmlElement;

/**
 * Reads the details of a lesson, such as title, age band, duration and aims, from the manifest of a QTI package, where
 * they are written as IEEE learning object metadata.
 */
final class QtiMetadata {
    static final String TOOL = "ThinkUKnow Sessions";
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("PT(?:(\\d{1,2})H)?(?:(\\d{1,3})M)?.*");

    private QtiMetadata() {}

    static void read(XmlElement manifest, LessonBuilder draft) {
        manifest.child("metadata").ifPresent(lom -> {
            var general = part(lom, "general");
            var educational = part(lom, "educational");
            boolean ours =
                    lom.descendants("catalog").stream().anyMatch(by -> by.text().equals(TOOL));
            var strands = general.children("keyword").stream()
                    .map(QtiMetadata::words)
                    .filter(word -> word.matches("[a-z-]+"))
                    .toList();
            draft.about(new ImportedLessonDetails(
                    ours ? part(general, "entry").text() : "",
                    words(general, "title"),
                    AgeRange.of(words(educational, "typical-age-range"))
                            .map(AgeRange::key)
                            .orElse(""),
                    general.childText("language").startsWith("cy") ? "cy" : "en",
                    minutes(educational.descendants("duration")),
                    words(general, "description"),
                    objectives(lom),
                    ours ? strands : List.of(),
                    words(educational, "description"),
                    ours ? licence(lom) : ""));
        });
    }

    /** Returns the first element of this name, or an empty one. */
    private static XmlElement part(XmlElement lom, String name) {
        return lom.descendants(name).stream().findFirst().orElse(new XmlElement(name, Map.of()));
    }

    /** Returns the first line of the rights as we write them, unless it names the makers of the pictures. */
    private static String licence(XmlElement lom) {
        return lom.descendants("rights").stream()
                .map(rights -> words(rights, "description").lines().findFirst().orElse(""))
                .filter(line -> !line.contains(": "))
                .findFirst()
                .orElse("");
    }

    private static List<String> objectives(XmlElement lom) {
        var objectives = new ArrayList<String>();
        for (var classified : lom.descendants("classification")) {
            var purpose = classified.childText("purpose");
            if (purpose.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).contains("educational objective")) {
                objectives.addAll(classified.children("description").stream()
                        .map(QtiMetadata::words)
                        .toList());
            }
        }
        return objectives.stream().filter(words -> !words.isEmpty()).limit(8).toList();
    }

    private static int minutes(List<XmlElement> durations) {
        return durations.stream()
                .map(duration -> HOURS_AND_MINUTES.matcher(duration.text()))
                .filter(Matcher::matches)
                .map(found -> 60 * number(found.group(1)) + number(found.group(2)))
                .findFirst()
                .orElse(0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String words(XmlElement part, String child) {
        return part.child(child).map(QtiMetadata::words).orElse("");
    }

    /** Returns the text of a part in the first language it has. */
    private static String words(XmlElement part) {
        return Stream.concat(part.descendants("string").stream(), part.descendants("langstring").stream())
                .findFirst()
                .map(XmlElement::text)
                .orElseGet(part::text)
                .strip();
    }
}
