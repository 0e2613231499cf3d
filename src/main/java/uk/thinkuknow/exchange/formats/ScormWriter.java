package uk.thinkuknow.exchange.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.LessonRead;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.Markup;
import uk.thinkuknow.exchange.qti.Packing;
import uk.thinkuknow.exchange.qti.QtiItemWriter;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/**
 * A lesson as a package of SCORM 1.2: one page that asks nobody but the learning platform around it, and tells it two things, how
 * much was right and that the end was reached.
 */
final class ScormWriter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                    + " 'self'; media-src 'self'; form-action 'none'; base-uri 'none'";
    private static final List<String> STYLES = List.of("1-tokens", "2-base", "5-lesson", "6-kinds");

    private final Lesson lesson;
    private final LessonRead.Fine read;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private ScormWriter(LessonRead.Fine read) {
        this.read = read;
        this.lesson = read.lesson();
    }

    static byte[] write(LessonRead.Fine read) {
        return new ScormWriter(read).write();
    }

    private byte[] write() {
        read.pictures().forEach((name, bytes) -> files.put("pictures/" + name, bytes));
        read.recordings().forEach((name, bytes) -> files.put("recordings/" + name, bytes));
        files.put("index.html", page().getBytes(StandardCharsets.UTF_8));
        files.put("player.js", resource("scorm/player.js"));
        files.put("css/lesson.css", style());
        fonts();
        files.put("imsmanifest.xml", (Markup.HEAD + manifest() + "\n").getBytes(StandardCharsets.UTF_8));
        return Packing.zip(files);
    }

    /** The children's style of the product itself, and a little for what is only here. */
    private static byte[] style() {
        var all = STYLES.stream()
                .map(part -> "assets/css/child.css/" + part + ".css")
                .map(part -> new String(resource(part), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        return (all + "\n" + new String(resource("scorm/player.css"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void fonts() {
        boolean young = lesson.band().equals("4-7") || lesson.band().equals("8-10");
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
        var screens = new StringBuilder();
        for (var step : lesson.steps()) {
            screens.append(screen(step)).append('\n');
        }
        return "<!DOCTYPE html>\n"
                + element(
                        "html",
                        head() + body(screens.toString()),
                        "lang",
                        lesson.language().equals("cy") ? "cy" : "en-GB");
    }

    private String head() {
        return element(
                "head",
                "<meta charset=\"utf-8\">"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + element("title", words(lesson.title()))
                        + "<link rel=\"stylesheet\" href=\"css/lesson.css\">"
                        + "<script src=\"player.js\" defer></script>");
    }

    private String body(String screens) {
        var top = element(
                "div",
                element("p", words(lesson.title()), "class", "kicker")
                        + "<p class=\"where\" id=\"where\" role=\"status\"></p>",
                "class",
                "wrap bar");
        return element(
                "body",
                element("header", top, "class", "stage")
                        + element("main", screens + end() + help(), "class", "wrap work", "id", "main")
                        + element("footer", element("div", buttons(), "class", "wrap"), "class", "dock"),
                "data-band",
                lesson.band());
    }

    private static String buttons() {
        return "<button type=\"button\" class=\"help\" id=\"get-help\">Get help</button>"
                + "<span class=\"ways\"><button type=\"button\" class=\"btn plain\" id=\"back\">Back</button>"
                + "<button type=\"button\" class=\"btn\" id=\"next\">Next</button></span>";
    }

    private String screen(Step step) {
        var writer = new ScormScreen(step);
        var narration = lesson.narrationOf(step.key()).audio();
        var aloud = narration == null
                ? ""
                : element("audio", " ", "controls", "controls", "src", "recordings/" + narration.file());
        return element(
                "section",
                element("h1", words(step.title()), "tabindex", "-1") + aloud + writer.content(),
                "class",
                "screen",
                "hidden",
                "hidden");
    }

    private String end() {
        return element(
                "section",
                element("h1", "The end", "tabindex", "-1")
                        + element("div", Markup.rich(lesson.ending()), "class", "md")
                        + who(),
                "class",
                "screen last",
                "hidden",
                "hidden");
    }

    private String help() {
        return element(
                "section",
                element("h1", "Get help", "tabindex", "-1")
                        + element("p", "You are not in trouble, and it is never too late to say something.")
                        + who(),
                "class",
                "screen asked-help",
                "id",
                "help",
                "hidden",
                "hidden");
    }

    /** Whom the lesson names, without a way out of it. */
    private String who() {
        var routes = lesson.help().stream()
                .map(route -> switch (route) {
                    case "grown-up" -> "A grown-up you trust, at home or at school.";
                    case "childline" -> "{childline.title}: call {childline.number}. {childline.Hours}.";
                    case "ceop" -> "CEOP, the police who look after children online: {ceop.page}.";
                    default -> "{report-remove.title}, {report-remove.for}. Ask Childline about it.";
                })
                .map(Facts::tell)
                .map(words -> element("li", words))
                .collect(Collectors.joining());
        return element("h2", "Who can help", "class", "who") + element("div", element("ul", routes), "class", "md");
    }

    private String manifest() {
        var hrefs = files.keySet().stream()
                .map(name -> element("file", "", "href", name))
                .collect(Collectors.joining("\n"));
        var resource = element(
                "resource",
                hrefs,
                "identifier",
                "lesson",
                "type",
                "webcontent",
                "adlcp:scormtype",
                "sco",
                "href",
                "index.html");
        var item = element(
                "item", element("title", words(lesson.title())), "identifier", "item", "identifierref", "lesson");
        var organization =
                element("organization", element("title", words(lesson.title())) + item, "identifier", "lessons");
        return element(
                "manifest",
                element("metadata", element("schema", "ADL SCORM") + element("schemaversion", "1.2") + about())
                        + element("organizations", organization, "default", "lessons")
                        + element("resources", resource),
                "identifier",
                QtiItemWriter.id(lesson.key()),
                "version",
                "1.0",
                "xmlns",
                "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
                "xmlns:adlcp",
                "http://www.adlnet.org/xsd/adlcp_rootv1p2");
    }

    /** What the lesson is called and whose it is, in the metadata that SCORM 1.2 knows. */
    private String about() {
        var said = lesson.whose().lines();
        var general = element("general", element("title", langstring(lesson.language(), lesson.title())));
        var rights = said.isEmpty()
                ? ""
                : element(
                        "rights",
                        element(
                                        "copyrightandotherrestrictions",
                                        element("source", langstring("x-none", "LOMv1.0"))
                                                + element("value", langstring("x-none", "yes")))
                                + element("description", langstring(lesson.language(), String.join("\n", said))));
        return element("lom", general + rights, "xmlns", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1");
    }

    private static String langstring(String language, String text) {
        return element("langstring", words(text), "xml:lang", language);
    }

    private static byte[] resource(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
