package uk.thinkuknow.reach.periods;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Ground;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the page that explains the counting rules to everyone. */
@QuarkusTest
class HowWeCountTest {
    private static final Pattern FIRST_DAY =
            Pattern.compile("scope=\"row\">([\\w ]+)</th>\\s*<td>(\\d+ \\w+ 2026)</td>");

    @Test
    void eachGroundHasAnExampleThatWaitsAndOneThatCountsAtOnce() {
        var page = page();
        for (var ground : Ground.values()) {
            var key = "periods.ground." + ground.name();
            assertTrue(
                    page.contains("""
                    <h3 class="govuk-heading-s">%d. %s</h3>
                    <p class="govuk-body">%s</p>
                    <ul class="govuk-list govuk-list--bullet"><li><b>Waits:</b> %s</li>
                    <li><b>Counts at once:</b> %s</li></ul>
                    """.formatted(
                                    ground.ordinal() + 1,
                                    Words.of(key + ".title"),
                                    Words.of(key + ".rule"),
                                    Words.of(key + ".waits"),
                                    Words.of(key + ".counts"))),
                    ground.name());
        }
    }

    @Test
    void versionTwoAppliesToLessonsFromTheFirstDayOf2026To27InEachNation() {
        assertEquals(
                List.of(
                        "England, 1 September 2026",
                        "Wales, 1 September 2026",
                        "Scotland, 17 August 2026",
                        "Northern Ireland, 1 September 2026"),
                FIRST_DAY
                        .matcher(page())
                        .results()
                        .map(match -> match.group(1) + ", " + match.group(2))
                        .toList());
    }

    private static String page() {
        return given().get("/how-we-count").then().statusCode(200).extract().asString();
    }
}
