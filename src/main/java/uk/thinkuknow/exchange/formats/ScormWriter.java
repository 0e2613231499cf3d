package uk.thinkuknow.exchange.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.LessonZip;
import uk.thinkuknow.exchange.content.MarkupTemplates;
import uk.thinkuknow.exchange.qti.QtiItemWriter;

import static uk.thinkuknow.exchange.content.MarkupTemplates.each;
import static uk.thinkuknow.exchange.content.MarkupTemplates.lines;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;

/**
 * Writes a lesson as a SCORM 1.2 package: one page that contacts only the learning platform around it, and reports only
 * the score and that the end was reached.
 */
final class ScormWriter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                    + " 'self'; media-src 'self'; form-action 'none'; base-uri 'none'";

    private final Lesson lesson;
    private final LessonReadResult.Fine read;
    private final SortedMap<String, LessonFile> files = new TreeMap<>();

    private ScormWriter(LessonReadResult.Fine read) {
        this.read = read;
        this.lesson = read.lesson();
    }

    static LessonZip write(LessonReadResult.Fine read) {
        return new ScormWriter(read).write();
    }

    private LessonZip write() {
        read.pictures().forEach((name, file) -> files.put("pictures/" + name, file));
        read.recordings().forEach((name, file) -> files.put("recordings/" + name, file));
        files.put("index.html", LessonFile.of(page().getBytes(StandardCharsets.UTF_8)));
        files.put("player.js", resource("assets/js/scorm.js"));
        files.put("css/lesson.css", resource("assets/css/scorm.css"));
        fonts();
        files.put(
                "imsmanifest.xml",
                LessonFile.of((MarkupTemplates.HEAD + manifest() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new LessonZip(files);
    }

    private void fonts() {
        boolean young = BandDesign.of(lesson.band()).filter(BandDesign::isYoung).isPresent();
        var names = young
                ? List.of("lesson-400.woff2", "lesson-700.woff2", "LESSON-OFL.txt")
                : List.of(
                        "atkinson-hyperlegible-next-latin-400-normal.woff2",
                        "atkinson-hyperlegible-next-latin-700-normal.woff2",
                        "atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
                        "atkinson-hyperlegible-next-latin-ext-700-normal.woff2",
                        "ATKINSON-OFL.txt");
        names.forEach(name -> files.put("fonts/" + name, resource("assets/fonts/" + name)));
    }

    private String page() {
        return markup(
                """
                <!DOCTYPE html>
                <html lang='{}'><head><meta charset='utf-8'>\
                <meta http-equiv='Content-Security-Policy' content='{}'>\
                <meta name='viewport' content='width=device-width, initial-scale=1'>\
                <title>{}</title>\
                <link rel='stylesheet' href='css/lesson.css'>\
                <script src='player.js' defer></script></head>\
                <body data-band='{}'>\
                <header class='stage'><div class='wrap bar'><p class='kicker'>{}</p>\
                <p class='where' id='where' role='status'></p></div></header>\
                <main class='wrap work' id='main'>{}{}{}</main>\
                <footer class='dock'><div class='wrap'>\
                <button type='button' class='help' id='get-help'>Get help</button>\
                <span class='ways'><button type='button' class='btn plain' id='back'>Back</button>\
                <button type='button' class='btn' id='next'>Next</button></span>\
                </div></footer></body></html>""",
                lesson.language().equals("cy") ? "cy" : "en-GB",
                POLICY,
                words(lesson.title()),
                lesson.band(),
                words(lesson.title()),
                each(lesson.steps(), step -> screen(step) + "\n"),
                end(),
                help());
    }

    private String screen(Step step) {
        var narration = lesson.narrationOf(step.key()).audio();
        var aloud = narration == null
                ? ""
                : markup("<audio controls='controls' src='recordings/{}'> </audio>", narration.file());
        return markup(
                "<section class='screen' hidden='hidden'><h1 tabindex='-1'>{}</h1>{}{}</section>",
                words(step.title()),
                aloud,
                ScormStepHtml.content(step));
    }

    private String end() {
        return markup("""
                <section class='screen last' hidden='hidden'><h1 tabindex='-1'>{}</h1>\
                <div class='md'>{}</div>{}</section>""", Words.of("formats.theEnd"), MarkupTemplates.rich(lesson.ending()), who());
    }

    private String help() {
        return markup("""
                <section class='screen asked-help' id='help' hidden='hidden'><h1 tabindex='-1'>{}</h1>\
                <p>{}</p>{}</section>""", Words.of("formats.getHelp"), Words.of("formats.notInTrouble"), who());
    }

    /** Lists who can help, without links that leave the lesson. */
    private String who() {
        var routes = each(lesson.help(), route -> {
            var told = switch (route) {
                case "grown-up" -> Words.of("formats.aGrownUpYouTrust");
                case "childline" -> Words.of("formats.callChildline");
                case "ceop" -> Words.of("formats.ceopThePoliceWhoLook");
                default -> Words.of("formats.askChildlineAboutIt");
            };
            return markup("<li>{}</li>", Facts.tell(told));
        });
        return markup(
                "<h2 class='who'>{}</h2><div class='md'><ul>{}</ul></div>", Words.of("formats.whoCanHelp"), routes);
    }

    private String manifest() {
        var hrefs = lines(List.copyOf(files.keySet()), name -> markup("<file href='{}'/>", name));
        return markup(
                """
                <manifest identifier='{}' version='1.0' xmlns='http://www.imsproject.org/xsd/imscp_rootv1p1p2' \
                xmlns:adlcp='http://www.adlnet.org/xsd/adlcp_rootv1p2'>\
                <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>{}</metadata>\
                <organizations default='lessons'><organization identifier='lessons'><title>{}</title>\
                <item identifier='item' identifierref='lesson'><title>{}</title></item></organization></organizations>\
                <resources><resource identifier='lesson' type='webcontent' adlcp:scormtype='sco' href='index.html'>{}</resource>\
                </resources></manifest>""", QtiItemWriter.id(lesson.key()), about(), words(lesson.title()), words(lesson.title()), hrefs);
    }

    /** Returns the title and the rights as SCORM 1.2 metadata. */
    private String about() {
        var said = String.join("\n", lesson.rightsOrNone().lines());
        var rights = said.isEmpty() ? "" : markup("""
                <rights><copyrightandotherrestrictions>\
                <source><langstring xml:lang='x-none'>LOMv1.0</langstring></source>\
                <value><langstring xml:lang='x-none'>yes</langstring></value></copyrightandotherrestrictions>\
                <description><langstring xml:lang='{}'>{}</langstring></description></rights>""", lesson.language(), words(said));
        return markup("""
                <lom xmlns='http://www.imsglobal.org/xsd/imsmd_rootv1p2p1'>\
                <general><title><langstring xml:lang='{}'>{}</langstring></title></general>{}</lom>""", lesson.language(), words(lesson.title()), rights);
    }

    private static LessonFile resource(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return LessonFile.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
