package uk.thinkuknow.classroom.join;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The cookie in which a browser keeps its seat until it is closed. */
@Singleton
class SeatCookie {
    private final String name;
    private final String attributes;

    SeatCookie(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        boolean https = "https".equals(address.getScheme());
        name = https ? "__Host-seat" : "seat";
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    String of(String token) {
        return name + "=" + token + attributes;
    }

    /** Takes the cookie away. */
    String gone() {
        return name + "=" + attributes + "; Max-Age=0";
    }

    boolean isOf(String token, HttpServerRequest request) {
        var cookie = request.getCookie(name);
        return cookie != null && token.equals(cookie.getValue());
    }

    /** The token a request carries: in the header where there is one, else in the cookie. */
    @Nullable
    String in(HttpServerRequest request) {
        var header = request.getHeader("Seat");
        if (header != null) {
            return header;
        }
        var cookie = request.getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
