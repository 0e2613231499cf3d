package uk.thinkuknow.courses.training;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * Shows the programme of training events and each event to all staff, and handles the forms to book and give up one's
 * own place.
 */
@Path("/training")
@RolesAllowed(Role.ANYONE_SIGNED_IN)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SCHOOL,
        words = "menu.training",
        place = 820,
        roles = Role.DSL,
        except = {Role.TRAINER, Role.MANAGER, Role.AUDITOR})
@MenuEntry(
        item = MenuEntry.Item.SCHOOLS,
        words = "menu.training",
        place = 950,
        roles = {Role.MANAGER, Role.AUDITOR},
        except = Role.TRAINER)
@MenuEntry(item = MenuEntry.Item.PROFILE, words = "menu.training", place = 1020, roles = Role.TRAINER)
class EventsResource {
    private final EventPages pages;
    private final EventPlaceService places;
    private final PeopleService people;
    private final Flash flash;

    EventsResource(EventPages pages, EventPlaceService places, PeopleService people, Flash flash) {
        this.pages = pages;
        this.places = places;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance programme(@RestQuery @Nullable String region) {
        return pages.programme(people.me(), region == null ? "" : region);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance event(@PathParam("id") PublicId id) {
        return pages.event(people.me(), id, FormProblems.none(), "");
    }

    @POST
    @Path("/{id}/book")
    public Response book(@PathParam("id") PublicId id) {
        var state = places.book(people.me(), id);
        return flash.seeOther(
                "/training/" + id,
                Words.of(state == EventPlace.State.BOOKED ? "training.youAreBooked" : "training.youWait"));
    }

    @POST
    @Path("/{id}/give-up")
    public Response giveUp(@PathParam("id") PublicId id) {
        places.giveUp(people.me(), id);
        return flash.seeOther("/training/" + id, Words.of("training.notExpected"));
    }
}
