package uk.thinkuknow.bookings.booking;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.MenuEntry;

/** Shows the list of bookings and the page of each. */
@Path("/bookings")
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SESSIONS,
        words = "menu.bookings",
        place = 720,
        roles = {Role.TEACHER, Role.TRAINER, Role.DSL})
@MenuEntry(
        item = MenuEntry.Item.SCHOOLS,
        words = "menu.requests",
        place = 930,
        roles = Role.MANAGER,
        except = {Role.TEACHER, Role.TRAINER, Role.DSL})
class BookingsResource {
    private final BookingPages pages;
    private final BookingViewBuilder views;
    private final PeopleService people;

    BookingsResource(BookingPages pages, BookingViewBuilder views, PeopleService people) {
        this.pages = pages;
        this.views = views;
        this.people = people;
    }

    @GET
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER, Role.MANAGER})
    public TemplateInstance list(@RestQuery int page) {
        return pages.list(people.me(), Math.clamp(page, 1, 10_000));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER, Role.MANAGER})
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return new BookingPages.BookingPage(
                views.of(people.me(), id), RequestForm.empty(), RequestProblems.none(), null);
    }
}
