package uk.thinkuknow.identity.signin;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which cookies of unfinished sign-ins are removed, by the size of all. */
class CookiesKeptTest {
    private static final int LIMIT = 8 * 1024;

    @Test
    void cookiesUpToTheLimitAreKeptAndTheOldestBeyondItAreNot() {
        assertEquals(List.of(), tooMany(cookie("old", LIMIT / 2) + "; " + cookie("new", LIMIT / 2)));
        assertEquals(List.of("q_auth_old"), tooMany(cookie("old", LIMIT / 2) + "; " + cookie("new", LIMIT / 2 + 1)));
        assertEquals(
                List.of("q_auth_2", "q_auth_1"),
                tooMany(cookie("1", 20), cookie("2", 20) + "; " + cookie("new", LIMIT)));
    }

    @Test
    void otherCookiesAreNeitherCountedNorRemoved() {
        var others = "flash=" + "x".repeat(LIMIT);
        assertEquals(List.of(), tooMany(others + "; " + cookie("new", LIMIT) + "; " + others));
    }

    @Test
    void aCookieWithoutANameOrAValueIsNoReasonToFail() {
        assertEquals(List.of(), tooMany("", "=", "q_auth", ";;", "a=b"));
        assertEquals(List.of(), tooMany("q_auth_of_no_value; " + cookie("new", LIMIT)));
    }

    private static List<String> tooMany(String... headers) {
        return UnfinishedSignInCookies.tooMany(List.of(headers));
    }

    /** A cookie of so many characters. */
    private static String cookie(String sign, int size) {
        var name = "q_auth_" + sign + "=";
        return name + "x".repeat(size - name.length());
    }
}
