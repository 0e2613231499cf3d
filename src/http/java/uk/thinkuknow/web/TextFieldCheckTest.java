package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that staff forms with invisible characters, or with line breaks in a field of one line, are refused. */
@QuarkusTest
class TextFieldCheckTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TEXT_AREA =
            Pattern.compile("(?:<textarea[^>]* name=\"|\\{#textarea[^}]* name=')([^\"':{]+:?)");

    @Inject
    GivenSchool given;

    @Inject
    BeanManager beans;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\u001B", "\u0085", "\u061C", "\u200B", "\u200E", "\u200F", "\u2028", "\u202A",
                "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"
            })
    void aNameWithAnInvisibleCharacterIsRefusedWithItsCode(String unseen) {
        makeClass("5B" + unseen + " Rowan")
                .statusCode(400)
                .body(containsString("“5B\uFFFD Rowan” holds a character that nobody can see (U+%04X)."
                        .formatted((int) unseen.charAt(0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t"})
    void aNameWithALineBreakOrATabIsRefused(String between) {
        makeClass("5B" + between + "Rowan").statusCode(400).body(containsString("has to be one line"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tŷ Gwyn",
                "Dosbarth Ŵyn bach",
                "O’Brien's 5B",
                "Zoë & Łukasz",
                "5B 🦊",
                "5B 👩‍👩‍👧",
                "5B 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️",
                "صف ٥"
            })
    void lettersAccentsAndEmojiAreAccepted(String name) {
        makeClass(name).statusCode(303);
    }

    @Test
    void aTextOfManyLinesMayHaveLineBreaksAndNoInvisibleCharacter() {
        var teacher = given.withClassOf(30).asTeacher();
        teacher.post("/classes/new", "/sessions/none/cancel", "why", "pressed\r\n\ttoo early")
                .then()
                .statusCode(404);
        teacher.post("/classes/new", "/sessions/none/cancel", "why", "pressed\u202E too early")
                .then()
                .statusCode(400)
                .body(containsString("(U+202E)"));
    }

    /** Each wing's resources must name the text areas of its pages in {@link TextFields}. */
    @Test
    void everyTextAreaIsNamedByAResource() throws IOException {
        var known = new TreeSet<String>();
        for (var type : BeanClasses.of(beans).toList()) {
            var fields = type.getAnnotation(TextFields.class);
            if (fields != null) {
                var wing = type.getPackageName().split("\\.")[2];
                Stream.of(fields.ofLines(), fields.unchecked())
                        .flatMap(Stream::of)
                        .forEach(name -> known.add(wing + " " + name));
            }
        }
        var areas = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var wing = TEMPLATES.relativize(file).getName(0);
                TEXT_AREA
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> areas.add(wing + " " + found.group(1)));
            }
        }
        areas.removeAll(known);
        assertEquals(new TreeSet<>(), areas);
    }

    private ValidatableResponse makeClass(String name) {
        return given.withClassOf(30)
                .asTeacher()
                .post("/classes/new", "/classes", "name", name, "year", "5", "children", "28")
                .then();
    }
}
