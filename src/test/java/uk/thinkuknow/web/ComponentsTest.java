package uk.thinkuknow.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Renders the components of templates/tags alone, and checks that pages are built from them. */
class ComponentsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** What a component may pass on to its element. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?:data|aria)-[a-z-]+|accept|autocapitalize|autocomplete|autocorrect|class"
                    + "|disabled|enctype|form|formaction|formenctype|formnovalidate|hidden|href|id|inputmode|lang|list|max|maxlength|min|multiple|name|pattern|readonly|rel|required|role|spellcheck|step"
                    + "|tabindex|target|title|type|value");

    private static final Variant HTML = Variant.forContentType("text/html");

    private final Engine engine = engine();

    @Test
    void anInputLinksItsHintAndErrorAndEscapesEachValue() {
        assertEquals(
                "<div class=\"govuk-form-group govuk-form-group--error\">"
                        + "<label class=\"govuk-label\" for=\"x\">&lt;&quot;b&quot;&gt;</label>"
                        + "<div class=\"govuk-hint\" id=\"x-hint\">Hint</div>"
                        + "<p class=\"govuk-error-message\" id=\"x-error\"><span class=\"govuk-visually-hidden\">Error:</span>Wrong</p>"
                        + "<input class=\"govuk-input govuk-input--error\" id=\"x\" name=\"x\" value=\"&lt;&quot;b&quot;&gt;\" "
                        + "aria-describedby=\"x-hint x-error\" data-y=\"&lt;&quot;b&quot;&gt;\" maxlength=\"20\"></div>",
                rendered(
                        "{#input name='x' label=label hint='Hint' error='Wrong' value=label maxlength=20 data-y=label /}",
                        "<\"b\">"));
    }

    @Test
    void anInputReadsItsSuffixAloud() {
        assertTrue(rendered("{#input name='x' label='Far' suffix='miles' hint='Hint' /}", null)
                .contains("aria-describedby=\"x-suffix x-hint\""));
        assertTrue(rendered("{#input name='x' label='Far' suffix='miles' /}", null)
                .contains("aria-describedby=\"x-suffix \""));
    }

    @Test
    void aSelectAndADateHaveOneClassAttribute() {
        for (var tag : List.of("select", "date")) {
            var html = rendered("{#" + tag + " name='x' label='X' class='more' bare=true /}", null);
            assertEquals(2, html.split("class=\"govuk-(?:input|select)[^\"]* more\"").length, html);
            assertEquals(1, html.split(" class=\"more\"").length, html);
        }
    }

    @Test
    void atMostOneTableOfAPageIsSearched() {
        var searched = calls().stream()
                .filter(call ->
                        call.tag().equals("dataTable") && call.arguments().contains("search"))
                .map(Call::file)
                .toList();
        assertEquals(Set.copyOf(searched).size(), searched.size());
    }

    @Test
    void anInputWithoutHintAndErrorHasNeither() {
        assertEquals(
                "<div class=\"govuk-form-group\"><label class=\"govuk-label\" for=\"x\">Name</label>"
                        + "<input class=\"govuk-input\" id=\"x\" name=\"x\" value=\"\"></div>",
                rendered("{#input name='x' label='Name' hint=null error=none /}", null));
    }

    @Test
    void radiosMarkTheChosenOptionAndSayTheError() {
        var html = rendered("{#radios name='who' legend='Who?' error='Choose' options=options /}", null);
        assertTrue(html.contains("aria-describedby=\"who-error\""), html);
        assertTrue(html.contains("id=\"who-me\" name=\"who\" value=\"me\" checked"), html);
        assertTrue(!html.contains("value=\"you\" checked"), html);
        assertTrue(
                html.contains("<div class=\"govuk-hint govuk-radios__hint\" id=\"who-you-hint\">Or you</div>"), html);
    }

    @Test
    void anErrorSummaryLinksToTheFieldsAndIsAbsentWithoutErrors() {
        var html = rendered("{#errorSummary errors=errors /}", null);
        assertTrue(html.contains("<li><a href=\"#who\">Choose</a></li><li>No field</li>"), html);
        assertTrue(html.contains("There is a problem"), html);
        assertEquals("", rendered("{#errorSummary errors=nothing /}", null));
    }

    @Test
    void aFormHasItsToken() {
        var html = rendered("{#form action='/x' class='y'}<b>in</b>{/form}", null);
        assertTrue(
                html.startsWith(
                        "<form method=\"post\" action=\"/x\" novalidate class=\"y\"><input type=\"hidden\" name=\"token\" value=\"secret\">"),
                html);
        assertTrue(html.contains("<b>in</b>"), html);
    }

    @Test
    void argumentsOfASentenceWithMarkupAreEscaped() {
        assertEquals(
                "<b>&lt;&quot;b&quot;&gt;’s note:</b>&lt;&quot;b&quot;&gt;",
                rendered("{confirmation:noteOf(label, label)}", "<\"b\">"));
    }

    @Test
    void eachComponentSaysItsOptions() {
        var bare = tags().keySet().stream()
                .filter(tag -> !text(file(tag)).startsWith("{! "))
                .toList();
        assertEquals(List.of(), bare);
    }

    /** Qute ignores an unknown argument, and shows nothing for a missing one. */
    @Test
    void noComponentIsCalledWithAnArgumentThatItDoesNotTake() {
        var wrong = new TreeSet<String>();
        for (var call : calls()) {
            var tag = tags().get(call.tag());
            call.arguments().stream()
                    .filter(argument -> !tag.options().contains(argument))
                    .filter(argument ->
                            !tag.attributes() || !ATTRIBUTE.matcher(argument).matches())
                    .forEach(argument -> wrong.add(call.file() + ": " + call.tag() + " " + argument));
            tags().get(call.tag()).required().stream()
                    .filter(option -> !call.arguments().contains(option))
                    .forEach(option -> wrong.add(call.file() + ": " + call.tag() + " without " + option));
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyComponentIsOnThePageOfComponents() {
        var page = TEMPLATES.resolve("web/components-page.html");
        var missing = new TreeSet<>(tags().keySet());
        missing.removeAll(Set.of("described", "error", "label")); // parts of others
        missing.remove("navigation"); // for people who are signed in
        calls().stream().filter(call -> call.file().equals(page)).map(Call::tag).forEach(missing::remove);
        assertEquals(Set.of(), missing);
    }

    @Test
    void noFormGroupOrFormTokenIsWrittenByHand() {
        var byHand = pages().stream()
                .filter(page -> Pattern.compile(
                                "govuk-form-group|inject:csrf|govuk-error-summary|govuk-radios|govuk-checkboxes|class=\"govuk-button")
                        .matcher(text(page))
                        .find())
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), byHand);
    }

    @Test
    void staffPagesAreBuiltFromComponents() {
        var staff = pages().stream()
                .filter(page -> Pattern.compile("\\{#include layout/page[^}]* nav=")
                        .matcher(text(page))
                        .find())
                .toList();
        var built = calls().stream().map(Call::file).collect(Collectors.toSet());
        var without = staff.stream()
                .filter(page -> !built.contains(page))
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void noLineOfATemplateIsOver140Columns() {
        var wide = new TreeSet<String>();
        for (var page : files(TEMPLATES)) {
            if (text(page).lines().anyMatch(line -> line.length() > 140)) {
                wide.add(page.toString());
            }
        }
        assertEquals(Set.of(), wide);
    }

    @Test
    void aComponentReadsItsOptionsWithoutAskingEveryResolver() {
        var slow = new TreeSet<String>();
        var option = Pattern.compile("(?<![\\w.):-])[a-zA-Z][\\w-]*(?:\\?\\?| \\?:)");
        for (var tag : files(TEMPLATES.resolve("tags"))) {
            if (option.matcher(text(tag)).find()) {
                slow.add(tag.toString());
            }
        }
        assertEquals(Set.of(), slow);
    }

    /**
     * What a component takes.
     *
     * @param attributes whether it passes other arguments on as attributes
     */
    private record Tag(Set<String> options, Set<String> required, boolean attributes) {}

    private record Call(Path file, String tag, List<String> arguments) {}

    private static final Map<String, Tag> TAGS = new LinkedHashMap<>();

    private static Map<String, Tag> tags() {
        if (TAGS.isEmpty()) {
            files(TEMPLATES.resolve("tags"))
                    .forEach(file -> TAGS.put(file.getFileName().toString().replace(".html", ""), tag(text(file))));
        }
        return TAGS;
    }

    /** An option is what the template reads; it is required if it is read without an alternative and outside a condition. */
    private static Tag tag(String text) {
        var options = Pattern.compile("(?<![\\w.'\":-])(?:opt:)?([a-zA-Z][\\w-]*)(?=[}). ])")
                .matcher(text.replaceAll("(?s)\\{!.*?!}", ""))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        var head = Pattern.compile("([\\w, ]+): required").matcher(text.substring(0, text.indexOf("!}")));
        var required = new TreeSet<String>();
        while (head.find()) {
            required.addAll(List.of(head.group(1).strip().split(",\\s*")));
        }
        return new Tag(options, required, text.contains("asHtmlAttributes"));
    }

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        var call = Pattern.compile("\\{#(" + String.join("|", tags().keySet()) + ")(?=[\\s}/])((?:[^{}']|'[^']*')*)}");
        for (var file : files(TEMPLATES)) {
            call.matcher(text(file))
                    .results()
                    .forEach(match -> calls.add(new Call(
                            file,
                            match.group(1),
                            Pattern.compile("(?<=\\s)([\\w-]+)=(?!=)")
                                    .matcher(match.group(2).replaceAll("'[^']*'", "''"))
                                    .results()
                                    .map(argument -> argument.group(1))
                                    .toList())));
        }
        return calls;
    }

    private String rendered(String template, Object label) {
        return engine.parse(template, HTML)
                .data("label", label)
                .data("none", null)
                .data("nothing", List.of())
                .data(
                        "options",
                        List.of(new FormOption("me", "I", true), new FormOption("you", "You", false, "Or you")))
                .data("errors", List.of(new FormError("who", "Choose"), new FormError(null, "No field")))
                .render()
                .replaceAll("\\s+", " ")
                .replaceAll(" (?=[<>])|(?<=>) ", "")
                .strip();
    }

    private static Engine engine() {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addNamespaceResolver(NamespaceResolver.builder("inject")
                        .resolve(context -> Map.of("parameterName", "token", "token", "secret"))
                        .build())
                .addNamespaceResolver(NamespaceResolver.builder("str")
                        .resolve(context -> context.getParams().stream()
                                .map(part -> String.valueOf(context.evaluate(part)
                                        .toCompletableFuture()
                                        .join()))
                                .collect(Collectors.joining()))
                        .build());
        MessageNamespaces.addTo(builder);
        TemplateScopes.addTo(builder);
        addTags(builder);
        return builder.addLocator(
                        id -> Files.exists(TEMPLATES.resolve(id)) ? Optional.of(located(id)) : Optional.empty())
                .build();
    }

    private static void addTags(EngineBuilder builder) {
        tags().keySet()
                .forEach(tag ->
                        builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag + ".html")));
    }

    private static TemplateLocation located(String id) {
        return new TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(text(TEMPLATES.resolve(id)));
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(HTML);
            }
        };
    }

    private static Path file(String tag) {
        return TEMPLATES.resolve("tags/" + tag + ".html");
    }

    private static List<Path> pages() {
        return files(TEMPLATES).stream()
                .filter(file -> !file.startsWith(TEMPLATES.resolve("tags")))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
