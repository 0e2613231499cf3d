package uk.thinkuknow.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.LessonZip;
import uk.thinkuknow.exchange.content.MarkupTemplates;
import uk.thinkuknow.exchange.content.StoryScenes;

import static uk.thinkuknow.exchange.content.MarkupTemplates.each;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;

/**
 * Writes a lesson as a QTI 3 package: an item for each step or scene of a story, a test with the order of the items,
 * and a manifest of all files.
 */
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
    private final LessonReadResult.Fine read;
    private final SortedMap<String, LessonFile> files = new TreeMap<>();
    private final List<String> resources = new ArrayList<>();

    private QtiWriter(LessonReadResult.Fine read) {
        this.read = read;
        this.lesson = read.lesson();
    }

    public static LessonZip write(LessonReadResult.Fine read) {
        return new QtiWriter(read).write();
    }

    private LessonZip write() {
        var screens = new ArrayList<String>();
        var askedTwice = new ArrayList<String>();
        for (var step : lesson.steps()) {
            if (lesson.steps().stream().anyMatch(other -> Lesson.isBefore(step.key(), other.key()))) {
                continue;
            }
            boolean after = lesson.steps().stream().anyMatch(other -> Lesson.isBefore(other.key(), step.key()));
            items(step)
                    .forEach(id -> (after ? askedTwice : screens)
                            .add(markup("<qti-assessment-item-ref identifier='{}' href='{}'/>", id, path(id))));
        }
        files.put("test.xml", xml(test(screens, askedTwice)));
        read.pictures().forEach((name, file) -> add("pictures/" + name, file));
        read.recordings().forEach((name, file) -> add("recordings/" + name, file));
        files.put("imsmanifest.xml", xml(manifest()));
        return new LessonZip(files);
    }

    private void add(String path, LessonFile file) {
        files.put(path, file);
        resources.add(resource(QtiItemWriter.id(path.replaceAll("[^A-Za-z0-9]+", "-")), "webcontent", path));
    }

    /** Writes an item for a step, or one for each scene of a story, because QTI cannot branch. */
    private List<String> items(Step step) {
        return step instanceof Step.Ask ask && ask.question() instanceof Question.Story story
                ? StoryScenes.of(ask, story).stream().map(this::item).toList()
                : List.of(item(step));
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
                + (askedTwice.isEmpty()
                        ? ""
                        : section(QtiImporter.ASKED_TWICE, Words.of("qti.askedBeforeAndAfter"), askedTwice));
        return markup(
                """
                <qti-assessment-test xmlns='{}' xmlns:xsi='{}' xsi:schemaLocation='{}' identifier='{}' title='{}' \
                tool-name='{}' xml:lang='{}'>\
                <qti-outcome-declaration identifier='END' cardinality='single' base-type='identifier'/>\
                <qti-test-part identifier='part' navigation-mode='linear' submission-mode='individual'>{}</qti-test-part>\
                <qti-outcome-processing><qti-set-outcome-value identifier='END'>\
                <qti-base-value base-type='identifier'>ending</qti-base-value>\
                </qti-set-outcome-value></qti-outcome-processing>\
                <qti-test-feedback access='atEnd' outcome-identifier='END' identifier='ending' show-hide='show' title='{}'>\
                <qti-content-body>{}</qti-content-body></qti-test-feedback>\
                </qti-assessment-test>""",
                NAMESPACE,
                INSTANCE,
                SCHEMA,
                QtiItemWriter.id(lesson.key()),
                lesson.title(),
                QtiMetadata.TOOL,
                lesson.language(),
                sections,
                lesson.title(),
                MarkupTemplates.rich(lesson.ending()));
    }

    private static String section(String id, String title, List<String> refs) {
        return markup(
                "<qti-assessment-section identifier='{}' title='{}' visible='true'>{}</qti-assessment-section>",
                id,
                title,
                String.join("\n", refs));
    }

    private String manifest() {
        resources.add(resource("test", "imsqti_test_xmlv3p0", "test.xml"));
        return markup(
                """
                <manifest xmlns='{}' xmlns:xsi='{}' xsi:schemaLocation='{}' identifier='{}-package'>\
                <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion><lom xmlns='{}'>{}</lom></metadata>\
                <organizations/><resources>{}</resources></manifest>""",
                PACKAGE,
                INSTANCE,
                PACKAGE_SCHEMA,
                QtiItemWriter.id(lesson.key()),
                LOM,
                about(),
                String.join("\n", resources));
    }

    private String about() {
        return markup(
                """
                <general><identifier><catalog>{}</catalog><entry>{}</entry></identifier>\
                <title>{}</title><language>{}</language><description>{}</description>{}</general>\
                <educational><typicalAgeRange>{}</typicalAgeRange>\
                <typicalLearningTime><duration>PT{}M</duration></typicalLearningTime>\
                <description>{}</description></educational>{}{}""",
                QtiMetadata.TOOL,
                lesson.key(),
                string(lesson.title()),
                lesson.language(),
                string(lesson.summary()),
                each(lesson.strands(), strand -> markup("<keyword>{}</keyword>", string(strand))),
                string(lesson.band()),
                String.valueOf(lesson.minutes()),
                string(lesson.teacherNotes()),
                rights(),
                each(lesson.objectives(), objective -> markup("""
                        <classification><purpose><source>LOMv1.0</source><value>educational objective</value></purpose>\
                        <description>{}</description></classification>""", string(objective))));
    }

    /** Writes the licence, if there is one, and then the makers of the pictures. */
    private String rights() {
        var said = lesson.rightsOrNone().lines();
        return said.isEmpty() ? "" : markup("""
                <rights><copyrightAndOtherRestrictions><source>LOMv1.0</source><value>yes</value>\
                </copyrightAndOtherRestrictions><description>{}</description></rights>""", string(String.join("\n", said)));
    }

    private String string(String text) {
        return markup("<string language='{}'>{}</string>", lesson.language(), words(text));
    }

    private static String resource(String id, String type, String path) {
        return markup(
                "<resource identifier='{}' type='{}' href='{}'><file href='{}'/></resource>", id, type, path, path);
    }

    private static LessonFile xml(String content) {
        return LessonFile.of((MarkupTemplates.HEAD + content + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
