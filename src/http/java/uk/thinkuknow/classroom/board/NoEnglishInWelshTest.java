package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.ClassroomTest;
import uk.thinkuknow.curriculum.welsh.GivenWelsh;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that children's pages and the wall share no text in English and Welsh, apart from names, numbers and words that
 * are the same in both; any other shared text was not translated.
 */
@QuarkusTest
class NoEnglishInWelshTest extends ClassroomTest {
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
    private static final Pattern SAID =
            Pattern.compile("\\s(?:alt|title|label|placeholder|content|aria-label)=\"([^\"]+)\"");
    /** Words that a page hands to its script; attributes with keys, addresses or numbers are left out. */
    private static final Pattern FOR_SCRIPT =
            Pattern.compile("\\sdata-(?!" + "step|key|kind|question|right|audio|cards|more-cards"
                    + "|names|second|to|scene|thing|place|when|tone|band|language|progress|hands|version|think|try|turn|in|spot|note|visitor)"
                    + "[a-z-]+=\"([^\"]+)\"");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Names, and words that are the same in both languages. */
    private static final Set<String> SAME = Set.of(
            "ThinkUKnow",
            "Sessions",
            "Aa",
            "Demo",
            "Help",
            "StarBuilder",
            "Jonah",
            "Amira",
            "Dev",
            "Kai",
            "Blaze",
            "StopNCII.org",
            "Childline",
            "CEOP",
            "Report Remove",
            "Childline, 0800 1111",
            "width=device-width, initial-scale=1");

    @Inject
    GivenWelsh welsh;

    @AfterEach
    void turnWelshOff() {
        welsh.nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hedgehog-and-the-box", "who-is-really-there", "the-group-chat", "not-on-your-own"})
    void aWelshLessonOfEachBandSaysNothingInEnglish(String module) {
        welsh.drafts();
        differs(language -> given().header("Test-Identity", "tariq trainer")
                .get("/modules/" + module + "/try?language=" + language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4-7", "8-10", "11-13", "14-18", ""})
    void theHelpAndPrivacyPagesSayNothingInEnglish(String band) {
        welsh.drafts();
        differs(language -> given().get("/help?band=" + band + "&language=" + language));
        differs(language -> given().get("/help/privacy?band=" + band + "&language=" + language));
    }

    @Test
    void theJoinPageSaysNothingInEnglish() {
        welsh.drafts();
        differs(language -> given().get("/?language=" + language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hedgehog-and-the-box", "who-is-really-there", "the-group-chat", "not-on-your-own"})
    void theWallOfAWelshLessonOfEachBandSaysNothingInEnglish(String module) throws Exception {
        welsh.drafts();
        var taught = curriculum.current(module);
        update("UPDATE session SET module_version_id = " + taught.versionId() + " WHERE id = " + session.id());
        for (int step = 0; step <= taught.lesson().steps().size() + 1; step++) {
            var page = "/sessions/" + session.publicId() + "/projector?step=" + step;
            differs(language -> {
                speaks(language);
                return StaffBrowser.as(session.teacher() + " teacher").get(page);
            });
        }
    }

    /** A script takes its words from the page. */
    @Test
    void noScriptOfAChildsPageHasAPhraseOfItsOwnButTheCardOfATryOut() throws IOException {
        var words = Pattern.compile("[\"'`]([A-Z][a-z’]+(?: [A-Za-z’]+)+[.!?…]?)[\"'`]");
        var found = new ArrayList<String>();
        for (var folder : List.of("child", "lesson")) {
            try (var files = Files.list(Path.of("src/main/web/js", folder))) {
                for (var file : files.toList()) {
                    words.matcher(Files.readString(file).replaceAll("(?m)^\\s*//.*$", ""))
                            .results()
                            .map(each -> each.group(1))
                            .forEach(found::add);
                }
            }
        }
        assertEquals(List.of("Blue Otter"), found, "the card in a lesson that staff try, which the page names");
    }

    private void speaks(String language) {
        try {
            update("UPDATE session SET language = '" + language + "' WHERE id = " + session.id());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void differs(Function<String, Response> page) {
        var english = page.apply("en");
        var welsh = page.apply("cy");
        english.then().statusCode(200);
        welsh.then().statusCode(200);
        assertTrue(welsh.asString().contains("<html lang=\"cy\""), "it is in Welsh");
        var same = said(welsh.asString());
        same.retainAll(said(english.asString()));
        same.removeIf(text -> SAME.contains(text.replaceAll(":$", ""))
                || text.startsWith("localhost:")
                || !WORD.matcher(text).find());
        assertEquals(Set.of(), same, "said in the same words in both languages");
    }

    private static Set<String> said(String page) {
        var found = new LinkedHashSet<String>();
        for (var where : List.of(TEXT, SAID, FOR_SCRIPT)) {
            where.matcher(page)
                    .results()
                    .map((MatchResult each) -> each.group(1).strip())
                    .forEach(found::add);
        }
        return found;
    }
}
