package uk.thinkuknow.classroom.join;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ApiRefusal;

/**
 * Children's calls carry no CSRF token: what stands for it is that a browser says which page sent them. An old Safari
 * says less, so only what is said and wrong is refused.
 */
@Singleton
class OurPagesOnly {
    private final String origin;
    private final boolean https;

    OurPagesOnly(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        origin = address.getScheme() + "://" + address.getAuthority();
        https = "https".equals(address.getScheme());
    }

    /** @throws ApiRefusal 403 if another site's page sent this */
    void require(HttpServerRequest request) {
        var headers = request.headers();
        var from = headers.get("Origin");
        var site = headers.get("Sec-Fetch-Site");
        if ((from != null && !isOurs(from, headers.get("Host"))) || (site != null && !site.equals("same-origin"))) {
            throw new ApiRefusal(403, "not-our-page");
        }
    }

    boolean https() {
        return https;
    }

    /** Over plain http, on loopback, the machine has more than one name: the page's own host is ours too. */
    private boolean isOurs(String from, @Nullable String host) {
        return from.equals(origin) || (!https && from.equals("http://" + host));
    }
}
