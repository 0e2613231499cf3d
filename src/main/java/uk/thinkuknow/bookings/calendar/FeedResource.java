package uk.thinkuknow.bookings.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;

/**
 * Serves a person's sessions as a calendar feed. Calendar programs cannot sign in, but most can send a password; for the
 * others an address with a secret has the times alone.
 */
@Path("/calendar/feeds/{secret}.ics")
@PermitAll
class FeedResource {
    private static final int LENGTH_OF_A_SECRET = 43;
    private static final String BASIC = "Basic ";

    private final FeedService feeds;
    private final SecurityLog security;

    FeedResource(FeedService feeds, SecurityLog security) {
        this.feeds = feeds;
        this.security = security;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    public Response read(
            @PathParam("secret") String key, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (key.length() >= LENGTH_OF_A_SECRET) {
            return Response.ok(feeds.times(key)).build();
        }
        var feed = feeds.find(new PublicId(key));
        var password = password(authorization);
        var calendar = password.flatMap(given -> feeds.read(feed, given));
        if (password.isPresent() && calendar.isEmpty()) {
            security.record(Attempt.PASSWORD, key, "calendar " + key);
        }
        return calendar.map(read -> Response.ok(read).build())
                .orElseGet(() -> Response.status(Response.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ThinkUKnow Sessions\", charset=\"UTF-8\"")
                        .type("text/plain;charset=UTF-8")
                        .entity("")
                        .build());
    }

    /** The password of HTTP's basic authentication; the user name does not matter. */
    private static Optional<String> password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var both = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            return Optional.of(both.substring(both.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
