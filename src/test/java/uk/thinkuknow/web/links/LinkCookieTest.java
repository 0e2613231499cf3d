package uk.thinkuknow.web.links;

import java.net.URI;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the cookie of a link from an email behind https. */
class LinkCookieTest {
    @Test
    void behindHttpsItIsSecureAndNoOtherHostCanSetIt() {
        var cookies = new LinkCodes(URI.create("https://lessons.example.org"))
                .keep("/invitations", "code")
                .getCookies();
        assertEquals(1, cookies.size());
        var cookie = cookies.get("__Host-invitations");
        assertTrue(cookie.isSecure() && cookie.isHttpOnly() && cookie.getPath().equals("/"), cookie.toString());
    }
}
