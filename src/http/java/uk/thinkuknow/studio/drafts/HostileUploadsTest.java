package uk.thinkuknow.studio.drafts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.exchange.formats.HostileArchives;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Tests that uploads through the studio's forms never store or serve anything that runs, links or loads. */
@QuarkusTest
class HostileUploadsTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\"";
    private static final String SHAPE = "<circle cx=\"9\" cy=\"9\" r=\"5\" fill=\"#0a0\"/>";
    private final StaffBrowser sian = StaffBrowser.as("sian trainer");

    @Inject
    Drafts drafts;

    @Inject
    SecurityLog security;

    @Inject
    ExchangeResource exchange;

    static Stream<Arguments> drawings() {
        return Stream.of(
                arguments("a script", SVG + "><script>alert(1)</script>" + SHAPE + "</svg>", "a script"),
                arguments(
                        "handlers",
                        SVG + " onload=\"alert(1)\"><g onclick='alert(2)'>" + SHAPE + "</g></svg>",
                        "(onclick); something that would run when it is touched or shown (onload)"),
                arguments(
                        "a web page",
                        SVG + "><foreignObject width=\"9\" height=\"9\"><body xmlns=\"http://www.w3.org/1999/xhtml\">"
                                + "<iframe src=\"https://example.org\"/></body></foreignObject>" + SHAPE + "</svg>",
                        "a web page inside the drawing"),
                arguments(
                        "links and animations",
                        SVG + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><a xlink:href=\"javascript:alert(1)\">"
                                + SHAPE
                                + "<animate attributeName=\"xlink:href\" values=\"javascript:alert(1)\"/></a></svg>",
                        "a link; an animation"),
                arguments(
                        "style from elsewhere",
                        "<?xml-stylesheet href=\"https://example.org/a.css\"?>" + SVG
                                + "><style>@import url(https://example.org/a.css);</style><g style=\"fill:url(https://example.org/a#b)\">"
                                + SHAPE + "</g></svg>",
                        "a style sheet that brings things from elsewhere"),
                arguments(
                        "pictures from elsewhere",
                        SVG
                                + "><image href=\"https://example.org/a.png\"/><image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>"
                                + "<use href=\"data:image/svg+xml,x#y\"/>" + SHAPE + "</svg>",
                        "a picture from elsewhere"),
                arguments(
                        "what HTML reads otherwise",
                        SVG
                                + "><!--><script>alert(1)</script>--><title><tspan><![CDATA[><img src=x onerror=alert(1)>]]></tspan></title>"
                                + SHAPE + "</svg>",
                        "Added: pictures/hostile.svg."));
    }

    @ParameterizedTest(name = "a drawing with {0}")
    @MethodSource("drawings")
    void aDrawingIsStoredAndServedWithoutItsActiveContent(String what, String svg, String said) {
        var draft = begun();
        bring(draft, "Hostile.svg", svg.getBytes(StandardCharsets.UTF_8)).then().statusCode(303);
        var sentence = flashed(draft, svg);
        assertTrue(sentence.contains(said), sentence);
        var served = sian.get(draft + "/files/pictures/hostile.svg");
        var stored = served.body().asString();
        assertTrue(stored.contains("<circle"), stored);
        assertEquals(List.of(), SafeSvg.problems(stored.getBytes(StandardCharsets.UTF_8)));
        for (var bad :
                new String[] {"<script", "alert", "onload", "onclick", "example", "javascript", "data:", "href", "<img"
                }) {
            assertFalse(stored.replace("&lt;img src=x onerror=alert(1)&gt;", "").contains(bad), stored);
        }
        assertTrue(served.header("Content-Security-Policy").startsWith("sandbox; default-src 'none'"));
        assertEquals("nosniff", served.header("X-Content-Type-Options"));
        assertEquals("image/svg+xml;charset=UTF-8", served.header("Content-Type"));
    }

    /** Uploads the file again and returns the message that the next page would show. */
    private String flashed(String draft, String svg) {
        var sent = bring(draft, "hostile.svg", svg.getBytes(StandardCharsets.UTF_8));
        return new String(Base64.getUrlDecoder().decode(sent.cookie("flash")), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "laughs.svg",
                        "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + SVG
                                + "><text>&b;</text></svg>",
                        "entities"),
                arguments("packed.svg", "\u001F\u008B\b\u0000\u0000", "svgz"),
                arguments("page.svg", "<html><script>alert(1)</script></html>", "no SVG drawing"),
                arguments(
                        "deep.svg",
                        SVG + ">" + "<g>".repeat(500) + "</g>".repeat(500) + "</svg>",
                        "too many in each other"),
                arguments("large.svg", SVG + "><text>" + "a".repeat(300_000) + "</text></svg>", "larger than 256 kB"),
                arguments("photo.png", "<svg onload=alert(1)>", "cannot be read as a picture"),
                arguments("page.mp3", "<html><script>alert(1)</script></html>", "is not what its name says"),
                arguments("page.wav", "RIFF<script>alert(1)</script>".repeat(9), "is not what its name says"),
                arguments(
                        "new.m4a",
                        "....ftypisom....moov....stsd" + "\u0000".repeat(12) + "Opus" + ".".repeat(40),
                        "(Opus) that old tablets do not play"),
                arguments("page.vtt", "<script>alert(1)</script>", "is not WebVTT"),
                arguments("page.html", "<script>alert(1)</script>", "is neither a picture"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aHostileFileIsRefusedWithAReasonAndNotStored(String name, String content, String said) {
        var draft = begun();
        bring(draft, name, content.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(422)
                .body(containsString("“" + name + "”"))
                .body(containsString(said));
        assertEquals(Map.of(), files(draft));
    }

    @Test
    void aFileThatOnlyAnAttackHasIsLoggedAndOneThatIsBrokenIsNot() {
        SecurityLogMinute.begin(security);
        var log = new LogCapture();
        log.listen();
        var draft = begun();
        bring(draft, "photo.png", "no picture".getBytes(StandardCharsets.US_ASCII));
        assertFalse(log.text().contains("file refused"), log.text());
        bring(draft, "laughs.svg", "<!DOCTYPE svg [<!ENTITY a \"ha\">]><svg/>".getBytes(StandardCharsets.US_ASCII));
        log.close();
        assertTrue(log.text().contains("file refused: sian, drawings.ha"), log.text());
        assertFalse(log.text().contains("laughs"), log.text());
    }

    @Test
    void aHostileFileNameIsCleanedWhenStoredAndEscapedWhenRefused() {
        var draft = begun();
        var page = draft + "/files";
        bring(
                        draft,
                        "<img src=x onerror=alert(1)>.svg",
                        (SVG + ">" + SHAPE + "</svg>").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(303);
        bring(draft, "<script>alert(1)</script>.exe", new byte[] {1})
                .then()
                .statusCode(422)
                .body(not(containsString("<script>alert")));
        sian.get(page).then().body(containsString("pictures/img-src-x-onerror-alert-1.svg"));
    }

    static Stream<HostileArchives.HostileArchive> archives() {
        return HostileArchives.all();
    }

    @ParameterizedTest(name = "an archive that {0}")
    @MethodSource("archives")
    void aHostileArchiveIsRefusedWithAReasonAndCreatesNoDraft(HostileArchives.HostileArchive archive) {
        long before = begunSoFar();
        sian.upload("/studio/import", "/studio/imports", "file", "lesson.zip", archive.bytes())
                .then()
                .statusCode(422)
                .body(containsString(archive.words()));
        assertEquals(before, begunSoFar());
    }

    @Test
    void unsafeOrMislabelledFilesOfAnArchiveAreNotImported() {
        var bad = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pictures/script.svg", (SVG + "><script>alert(1)</script></svg>").getBytes(StandardCharsets.UTF_8));
        files.put("pictures/page.png", bad);
        files.put("pictures/<img src=x onerror=alert(1)>.svg", bad);
        files.put("pictures/a.svg.html", bad);
        files.put("index.html", bad);
        files.put("recordings/\u202Egpj.exe", bad);
        var page = sian.upload(
                "/studio/import",
                "/studio/imports",
                "file",
                "lesson.zip",
                HostileArchives.lesson("format: 1\nkey: hostile-names\ntitle: <b>Hostile</b>\n", files));
        assertEquals(200, page.statusCode());
        var html = page.body().asString();
        assertFalse(html.contains("<script>alert") || html.contains("<img src=x") || html.contains("<b>Hostile"), html);
        var draft = html.replaceAll("(?s).*?href=\"(/studio/drafts/[a-z0-9]+).*", "$1");
        assertEquals(Map.of(), files(draft));
    }

    @Test
    void aLessonWithATextThatIsTooLongIsRefusedWithTheReason() {
        long before = begunSoFar();
        sian.upload(
                        "/studio/import",
                        "/studio/imports",
                        "file",
                        "lesson.zip",
                        HostileArchives.lesson(
                                "format: 1\nkey: hostile-links\ntitle: Links\nsummary: A " + "](".repeat(20_000) + "\n",
                                new LinkedHashMap<>()))
                .then()
                .statusCode(422)
                .body(containsString("holds a text of more than 20,000 letters: shorten it"));
        assertEquals(before, begunSoFar());
    }

    @Test
    void oneFileIsReadAtATimeAndTheNextIsToldToTryAgain() {
        var lesson = HostileArchives.lesson("format: 1\nkey: second-file\ntitle: Second\n", Map.of());
        assertTrue(exchange.turn.tryAcquire());
        try {
            sian.upload("/studio/import", "/studio/imports", "file", "lesson.zip", lesson)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body(containsString("Another file is being read"));
        } finally {
            exchange.turn.release();
        }
        for (int i = 0; i < 2; i++) {
            sian.upload("/studio/import", "/studio/imports", "file", "lesson.zip", lesson)
                    .then()
                    .statusCode(200);
        }
    }

    private long begunSoFar() {
        return QuarkusTransaction.requiringNew().call(drafts::count);
    }

    private Map<String, String> files(String draft) {
        return QuarkusTransaction.requiringNew()
                .call(() -> drafts.files(drafts.byPublicId(draft.replaceAll(".*/", ""))
                        .orElseThrow()
                        .id()));
    }

    @Test
    void nothingOfAFileIsLeftInTheFolderInWhichItArrived() throws Exception {
        var draft = begun();
        var words = draft.replaceAll(".*/", "left-");
        bring(
                draft,
                "left.svg",
                (SVG + "><title>" + words + "</title>" + SHAPE + "</svg>").getBytes(StandardCharsets.UTF_8));
        Eventually.holds("deleted", () -> !isLeft(words));
    }

    private static boolean isLeft(String words) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir"), "uploads"))) {
            return StreamSupport.stream(files.spliterator(), false).anyMatch(file -> has(file, words));
        }
    }

    private static boolean has(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException deletedMeanwhile) {
            return false;
        }
    }

    private Response bring(String draft, String name, byte[] bytes) {
        return sian.upload(
                draft + "/files", "/studio/files", "files", name, bytes, "draft", draft.replaceAll(".*/", ""));
    }

    private String begun() {
        return sian.post("/studio/new", "/studio/drafts", "title", "Hostile files", "band", "8-10", "language", "en")
                .header("Location")
                .replaceFirst("^https?://[^/]+", "")
                .replace("/lesson", "");
    }
}
