package uk.thinkuknow.web;

import java.net.URI;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the cookie of a message for the next page behind https. */
class FlashCookieTest {
    @Test
    void behindHttpsItIsSecureAndNoOtherHostCanSetIt() {
        var cookies = new Flash(URI.create("https://lessons.example.org"))
                .seeOther("/staff", "Done.")
                .getCookies();
        assertEquals(1, cookies.size());
        var cookie = cookies.get("__Host-flash");
        assertTrue(cookie.isSecure() && cookie.isHttpOnly() && cookie.getPath().equals("/"), cookie.toString());
    }
}
