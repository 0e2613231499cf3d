package uk.thinkuknow.bookings.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/**
 * Serves a person's sessions as a calendar feed. Calendar programs cannot sign in, so the address contains a secret.
 */
@Path("/calendar/feeds/{secret}.ics")
@PermitAll
class FeedResource {
    private final FeedService feeds;

    FeedResource(FeedService feeds) {
        this.feeds = feeds;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    public String read(@PathParam("secret") String secret) {
        return feeds.read(secret);
    }
}
