package uk.thinkuknow.exchange.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.exchange.formats.LessonExporter;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;
import uk.thinkuknow.exchange.formats.ZipReader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that each of our lessons, exported as QTI and imported again, comes back except for its stories and the fields
 * that QTI cannot hold.
 */
class QtiRoundTripTest {
    /** The fields that QTI cannot hold. */
    private static final TreeSet<String> REST =
            new TreeSet<>(Stream.of("content-guidance", "credits", "help", "lesson-only", "locked", "steps.objectives")
                    .toList());

    static Stream<LessonFolder> ours() throws IOException {
        return LessonZipImporterTest.ours();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyLessonComesBackExceptItsStoriesAndWhatQtiCannotHold(LessonFolder lesson) {
        var taken =
                LessonZipImporterTest.taken("x.zip", LessonExporter.qti(lesson).bytes());

        var differences = new TreeMap<String, String>();
        var sent = ModuleYaml.tree(lesson.bytes(LessonFolder.MODULE));
        withoutStories(sent);
        var back = withoutScenes(GivenQti.tree(taken), sent);
        mixed(sent);
        mixed(back);
        compare("", sent, back, differences);
        differences.keySet().removeAll(REST);
        assertEquals(new TreeMap<>(), differences);
        assertEquals(lesson.name(), taken.folder().name());
        taken.folder().files().forEach((name, file) -> {
            if (name.endsWith(".svg")) {
                assertArrayEquals(lesson.bytes(name), file.bytes(), name);
            }
        });
        taken.report()
                .lines()
                .forEach(line -> assertTrue(line.cameOver() && line.lost().isEmpty(), line.toString()));
    }

    /** Sorts answers by key, because they are exported in the order in which children see them. */
    private static void mixed(JsonNode tree) {
        for (var name : List.of("options", "spots")) {
            for (var parent : tree.findParents(name)) {
                var parts = new ArrayList<JsonNode>();
                parent.get(name).forEach(parts::add);
                parts.sort(Comparator.comparing(part -> part.path("key").asText()));
                ((ObjectNode) parent).putArray(name).addAll(parts);
            }
        }
    }

    /** Removes stories: QTI cannot branch, so their scenes come back as separate steps. */
    private static void withoutStories(ObjectNode tree) {
        var steps = (ArrayNode) tree.get("steps");
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).path("question").path("kind").asText().equals("story")) {
                steps.remove(i);
            }
        }
    }

    private static ObjectNode withoutScenes(ObjectNode tree, ObjectNode sent) {
        var keys = new TreeSet<String>();
        sent.get("steps").forEach(step -> keys.add(step.get("key").asText()));
        var steps = (ArrayNode) tree.get("steps");
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!keys.contains(steps.get(i).get("key").asText())) {
                steps.remove(i);
            }
        }
        return tree;
    }

    private static void compare(String path, JsonNode sent, JsonNode back, TreeMap<String, String> differences) {
        if (sent instanceof ObjectNode fields && back instanceof ObjectNode others) {
            var names = new TreeSet<String>();
            fields.fieldNames().forEachRemaining(names::add);
            others.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(path.isEmpty() ? name : path + "." + name, fields.path(name), others.path(name), differences);
            }
        } else if (sent instanceof ArrayNode parts
                && back instanceof ArrayNode others
                && parts.size() == others.size()) {
            for (int i = 0; i < parts.size(); i++) {
                compare(path, parts.get(i), others.get(i), differences);
            }
        } else if (!said(sent).equals(said(back))) {
            differences.putIfAbsent(path, said(sent) + " <> " + said(back));
        }
    }

    /** Returns a text as children read it; a flag that is not set counts as missing. */
    private static String said(JsonNode node) {
        return node.isTextual()
                ? Markdown.html(Facts.tell(node.asText()))
                        .getValue()
                        .replaceAll("<br />|</p>\\s*<p>|\\s+", " ")
                        .replaceAll(" +", " ")
                : node.isBoolean() && !node.asBoolean() ? "" : node.toString();
    }

    @Test
    void everyXmlFileOfAnExportIsWellFormedAndTheManifestNamesEachFile() throws IOException {
        var lesson = LessonZipImporterTest.ours().toList().getFirst();

        var files = ZipReader.read(LessonExporter.qti(lesson).bytes());

        var manifest = XmlReader.read(files.get("imsmanifest.xml"));
        var named = new TreeSet<>(manifest.descendants("file").stream()
                .map(file -> file.attribute("href"))
                .toList());
        named.add("imsmanifest.xml");
        assertEquals(named, files.keySet());
        files.forEach((name, bytes) -> assertTrue(
                !name.endsWith(".xml") || !XmlReader.read(bytes).children().isEmpty()));
    }
}
