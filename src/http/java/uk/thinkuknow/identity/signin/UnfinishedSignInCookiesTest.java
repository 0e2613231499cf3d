package uk.thinkuknow.identity.signin;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the cookies of the oldest unfinished sign-ins are removed when there are too many. */
@QuarkusTest
class UnfinishedSignInCookiesTest {
    private static final String BEGUN = "x".repeat(440);

    @Test
    void theOldestCookiesOfManyUnfinishedSignInsAreDeleted() {
        var forgotten = given().header("Cookie", "flash=1; " + begun(40) + "; csrf=2")
                .get("/privacy")
                .detailedCookies();
        assertEquals(
                22,
                forgotten.asList().stream()
                        .filter(cookie -> cookie.getName().startsWith("q_auth"))
                        .count());
        assertTrue(forgotten.asList().stream()
                .filter(cookie -> cookie.getName().startsWith("q_auth"))
                .allMatch(cookie -> cookie.getMaxAge() == 0 && cookie.getPath().equals("/")));
        assertTrue(forgotten.hasCookieWithName("q_auth_0"));
        assertTrue(forgotten.hasCookieWithName("q_auth_21"));
    }

    @Test
    void theCookiesOfAFewTabsStay() {
        var kept = given().header("Cookie", begun(10)).get("/privacy").cookies().keySet();
        assertFalse(kept.stream().anyMatch(name -> name.startsWith("q_auth")), kept::toString);
    }

    private static String begun(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "q_auth_" + i + "=" + BEGUN)
                .collect(Collectors.joining("; "));
    }
}
