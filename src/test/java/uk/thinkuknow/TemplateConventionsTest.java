package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks every template and style sheet against the content security policy, and every template against the rule for
 * form tokens and Qute's escaping.
 */
class TemplateConventionsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path ASSETS = Path.of("target/classes/assets");

    @Test
    void noTemplateHasInlineStylesOrScripts() throws IOException {
        var inline = Pattern.compile(
                "(?i)<style|\\sstyle=|\\son[a-z]+\\s*=|javascript:|<script(?![^>]*\\bsrc=)(?![^>]*type=\"application/json\")");
        assertEquals(List.of(), found(inline));
    }

    @Test
    void noTemplateLoadsAnythingFromOtherSites() throws IOException {
        assertEquals(List.of(), found(Pattern.compile("(?:src|srcset|<link[^>]*href)=\"(?:https?:)?//")));
    }

    /** The policy of pages lets a browser load none, either. */
    @Test
    void noTemplateUsesWhatBrowsersHaveGivenUp() throws IOException {
        assertEquals(
                List.of(),
                found(Pattern.compile(
                        "(?i)<(?:object|embed|applet|param|frameset|frame|marquee|keygen|isindex|bgsound)\\b")));
    }

    @Test
    void everyPostFormHasTheFormTokenExceptThatOfTheExpiredSignIn() throws IOException {
        var form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        var bare = templates()
                .flatMap(file -> form.matcher(read(file)).results().map(found -> Found.at(file, found.group())))
                .filter(found -> !found.text().contains("inject:csrf.token"))
                // this page sends a form again with its fields and its token
                .filter(found -> !found.file().equals("sign-in-ran-out-page.html"))
                .toList();
        assertEquals(List.of(), bare);
    }

    /**
     * By its menu or by a link of its own; left out are pages for anyone, errors, and the question about a name. The wall,
     * which a class looks at, sheets for printing and previews have another layout.
     */
    @Test
    void everyPageForStaffLeadsToTheSignOut() throws IOException {
        for (var layout : List.of("page", "room")) {
            var text = read(TEMPLATES.resolve("layout/" + layout + ".html"));
            assertTrue(text.contains("href=\"/sign-out\"") || text.contains("{#form action='/sign-out'}"), layout);
        }
        assertEquals(
                Set.of(
                        "accessibility-page.html",
                        "another-account-page.html",
                        "badge-check-page.html",
                        "badge-page.html",
                        "components-page.html",
                        "figures-of-page.html",
                        "figures-page.html",
                        "link-page.html",
                        "name-question-page.html",
                        "place-page.html",
                        "privacy-page.html",
                        "problem-page.html",
                        "sign-in-page.html",
                        "sign-in-ran-out-page.html",
                        "signed-out-page.html"),
                templates()
                        .filter(file -> read(file).startsWith("{#include layout/page"))
                        .filter(file ->
                                !read(file).lines().findFirst().orElse("").contains(" nav=")
                                        && !read(file).contains("/sign-out"))
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet()));
    }

    /** Qute would output such a parameter literally. */
    @Test
    void noIncludeHasAnExpressionInTheTextOfItsTitle() throws IOException {
        assertEquals(List.of(), found(Pattern.compile("\\{#include [^\\s]+ title=\"[^\"]*\\{")));
    }

    @Test
    void noTemplateSwitchesEscapingOff() throws IOException {
        assertEquals(List.of(), found(Pattern.compile("\\{[^}]*\\.(?:raw|safe)\\b")));
    }

    /** As browsers get them, with what others wrote: text stays text. */
    @Test
    void noScriptMakesMarkupOrCodeOfText() throws IOException {
        var markup = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|setHTML"
                + "|document\\.write|\\beval\\(|\\bFunction\\(");
        try (var files = Files.walk(ASSETS)) {
            var scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
            assertTrue(scripts.size() > 10, "" + scripts);
            assertEquals(
                    List.of(),
                    scripts.stream().flatMap(file -> matches(markup, file)).toList());
        }
    }

    @Test
    void noStyleSheetHasImportsDataAddressesOrAddressesOfOtherSites() throws IOException {
        var elsewhere = Pattern.compile("@import|url\\(\\s*['\"]?(?:https?:)?//|data:");
        try (var files = Files.walk(ASSETS)) {
            var bad = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".css"))
                    .flatMap(file -> matches(elsewhere, file))
                    .toList();
            assertEquals(List.of(), bad);
        }
    }

    @Test
    void thereAreAtLeastThreeTemplates() throws IOException {
        assertTrue(templates().count() >= 3);
    }

    private static List<Found> found(Pattern pattern) throws IOException {
        return templates().flatMap(file -> matches(pattern, file)).toList();
    }

    private static Stream<Found> matches(Pattern pattern, Path file) {
        return pattern.matcher(read(file)).results().map(found -> Found.at(file, found.group()));
    }

    private static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A match in a template. */
    private record Found(String file, String text) {
        static Found at(Path file, String text) {
            var shown = text.length() > 120 ? text.substring(0, 120) : text;
            return new Found(file.getFileName().toString(), text.contains("inject:csrf.token") ? text : shown);
        }
    }
}
