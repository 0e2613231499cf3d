package uk.thinkuknow.bookings.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/** Serves the page on which staff create, see and end their private calendar feed, and handles its forms. */
@Path("/calendar/feed")
@RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class FeedPageResource {
    private final FeedService feeds;
    private final PeopleService people;
    private final Flash flash;

    FeedPageResource(FeedService feeds, PeopleService people, Flash flash) {
        this.feeds = feeds;
        this.people = people;
        this.flash = flash;
    }

    /** The page of a user's feed; {@code address} is null if they have none. */
    @CheckedTemplate(basePath = "bookings/calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FeedPage(FeedService.@Nullable FeedAddress address, String subscribe) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return feeds.of(people.me())
                .map(address -> new FeedPage(address, address.url().replaceFirst("^https?:", "webcal:")))
                .orElse(new FeedPage(null, ""));
    }

    @POST
    public Response renew() {
        feeds.renew(people.me());
        return flash.seeOther("/calendar/feed", Words.of("calendar.feedReady"));
    }

    @POST
    @Path("/end")
    public Response end() {
        feeds.end(people.me());
        return flash.seeOther("/calendar/feed", Words.of("calendar.feedEnded"));
    }
}
