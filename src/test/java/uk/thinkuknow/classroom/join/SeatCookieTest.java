package uk.thinkuknow.classroom.join;

import java.net.URI;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the cookie of a seat behind https and without it. */
class SeatCookieTest {
    @Test
    void behindHttpsItIsSecureAndNoOtherHostCanSetIt() {
        assertEquals("__Host-seat=t; Path=/; HttpOnly; SameSite=Lax; Secure", at("https://lessons.example.org"));
        assertEquals("seat=t; Path=/; HttpOnly; SameSite=Lax", at("http://localhost:8180"));
    }

    private static String at(String address) {
        return new ChildCalls(null, null, URI.create(address)).cookieOf("t");
    }
}
