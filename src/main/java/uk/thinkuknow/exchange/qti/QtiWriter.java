package uk.thinkuknow.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.files.LessonRead;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.Markup;
import uk.thinkuknow.exchange.content.StoryScenes;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/** A lesson as a package of QTI 3: an item for each screen, a test that puts them in their order, and a list of it all. */
public final class QtiWriter {
    static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static final String SCHEMA =
            NAMESPACE + " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd";
    private static final String PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
    private static final String PACKAGE_SCHEMA =
            PACKAGE + " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd";
    private static final String LOM = "http://ltsc.ieee.org/xsd/LOM";
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final Lesson lesson;
    private final LessonRead.Fine read;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<String> resources = new ArrayList<>();

    private QtiWriter(LessonRead.Fine read) {
        this.read = read;
        this.lesson = read.lesson();
    }

    public static byte[] write(LessonRead.Fine read) {
        return new QtiWriter(read).write();
    }

    private byte[] write() {
        var screens = new ArrayList<String>();
        var askedTwice = new ArrayList<String>();
        for (var step : lesson.steps()) {
            if (lesson.steps().stream().anyMatch(other -> Lesson.isBefore(step.key(), other.key()))) {
                continue;
            }
            boolean after = lesson.steps().stream().anyMatch(other -> Lesson.isBefore(other.key(), step.key()));
            items(step)
                    .forEach(id -> (after ? askedTwice : screens)
                            .add(element("qti-assessment-item-ref", "", "identifier", id, "href", path(id))));
        }
        files.put("test.xml", xml(test(screens, askedTwice)));
        read.pictures().forEach((name, bytes) -> add("pictures/" + name, bytes));
        read.recordings().forEach((name, bytes) -> add("recordings/" + name, bytes));
        files.put("imsmanifest.xml", xml(manifest()));
        return Packing.zip(files);
    }

    private void add(String path, byte[] bytes) {
        files.put(path, bytes);
        resources.add(resource(QtiItemWriter.id(path.replaceAll("[^A-Za-z0-9]+", "-")), "webcontent", path));
    }

    /** A screen is an item; a story, which QTI cannot branch, one for each scene in which something is chosen. */
    private List<String> items(Step step) {
        if (step instanceof Step.Ask ask && ask.question() instanceof Question.Story story) {
            var ids = new ArrayList<String>();
            for (var scene : StoryScenes.of(ask, story)) {
                ids.add(item(scene));
            }
            return ids;
        }
        return List.of(item(step));
    }

    private String item(Step step) {
        var id = QtiItemWriter.id(step.key());
        var item = new QtiItemWriter(lesson, step).write(SCHEMA);
        files.put(path(id), xml(item));
        resources.add(resource("item-" + step.key(), "imsqti_item_xmlv3p0", path(id)));
        return id;
    }

    private static String path(String id) {
        return "items/" + id + ".xml";
    }

    private String test(List<String> screens, List<String> askedTwice) {
        var sections = section("screens", lesson.title(), screens)
                + (askedTwice.isEmpty() ? "" : section(QtiPackage.ASKED_TWICE, "Asked before and after", askedTwice));
        var end = element(
                "qti-outcome-declaration", "", "identifier", "END", "cardinality", "single", "base-type", "identifier");
        var ended = element(
                "qti-set-outcome-value",
                element("qti-base-value", "ending", "base-type", "identifier"),
                "identifier",
                "END");
        return element(
                "qti-assessment-test",
                end
                        + element(
                                "qti-test-part",
                                sections,
                                "identifier",
                                "part",
                                "navigation-mode",
                                "linear",
                                "submission-mode",
                                "individual")
                        + element("qti-outcome-processing", ended)
                        + element(
                                "qti-test-feedback",
                                element("qti-content-body", Markup.rich(lesson.ending())),
                                "access",
                                "atEnd",
                                "outcome-identifier",
                                "END",
                                "identifier",
                                "ending",
                                "show-hide",
                                "show",
                                "title",
                                lesson.title()),
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                INSTANCE,
                "xsi:schemaLocation",
                SCHEMA,
                "identifier",
                QtiItemWriter.id(lesson.key()),
                "title",
                lesson.title(),
                "tool-name",
                QtiAbout.TOOL,
                "xml:lang",
                lesson.language());
    }

    private static String section(String id, String title, List<String> refs) {
        return element(
                "qti-assessment-section", String.join("\n", refs), "identifier", id, "title", title, "visible", "true");
    }

    private String manifest() {
        resources.add(resource("test", "imsqti_test_xmlv3p0", "test.xml"));
        return element(
                "manifest",
                element(
                                "metadata",
                                element("schema", "QTI Package")
                                        + element("schemaversion", "3.0.0")
                                        + element("lom", about(), "xmlns", LOM))
                        + element("organizations", "")
                        + element("resources", String.join("\n", resources)),
                "xmlns",
                PACKAGE,
                "xmlns:xsi",
                INSTANCE,
                "xsi:schemaLocation",
                PACKAGE_SCHEMA,
                "identifier",
                QtiItemWriter.id(lesson.key()) + "-package");
    }

    private String about() {
        var strands = lesson.strands().stream()
                .map(strand -> element("keyword", string(strand)))
                .collect(Collectors.joining());
        var general = element(
                "general",
                element("identifier", element("catalog", QtiAbout.TOOL) + element("entry", lesson.key()))
                        + element("title", string(lesson.title()))
                        + element("language", lesson.language())
                        + element("description", string(lesson.summary()))
                        + strands);
        var educational = element(
                "educational",
                element("typicalAgeRange", string(lesson.band()))
                        + element("typicalLearningTime", element("duration", "PT" + lesson.minutes() + "M"))
                        + element("description", string(lesson.teacherNotes())));
        var objectives = lesson.objectives().stream()
                .map(objective -> element(
                        "classification",
                        element("purpose", element("source", "LOMv1.0") + element("value", "educational objective"))
                                + element("description", string(objective))))
                .collect(Collectors.joining());
        return general + educational + rights() + objectives;
    }

    /** The licence first, where there is one; then who made the pictures. */
    private String rights() {
        var said = lesson.whose().lines();
        return said.isEmpty()
                ? ""
                : element(
                        "rights",
                        element("copyrightAndOtherRestrictions", element("source", "LOMv1.0") + element("value", "yes"))
                                + element("description", string(String.join("\n", said))));
    }

    private String string(String text) {
        return element("string", words(text), "language", lesson.language());
    }

    private static String resource(String id, String type, String path) {
        return element("resource", element("file", "", "href", path), "identifier", id, "type", type, "href", path);
    }

    private static byte[] xml(String content) {
        return (Markup.HEAD + content + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
