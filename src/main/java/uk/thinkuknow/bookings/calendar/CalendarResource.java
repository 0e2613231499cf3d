package uk.thinkuknow.bookings.calendar;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.MenuEntry;

/** Shows the calendar of a school, a trainer or an area. */
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SESSIONS,
        words = "menu.calendar",
        place = 730,
        roles = {Role.TEACHER, Role.TRAINER, Role.DSL})
@MenuEntry(
        item = MenuEntry.Item.SCHOOLS,
        words = "menu.calendar",
        place = 940,
        roles = Role.MANAGER,
        except = {Role.TEACHER, Role.TRAINER, Role.DSL})
class CalendarResource {
    private static final int PAGES_AT_MOST = 10_000;

    private final CalendarPages pages;
    private final PeopleService people;

    CalendarResource(CalendarPages pages, PeopleService people) {
        this.pages = pages;
        this.people = people;
    }

    @GET
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER, Role.MANAGER})
    public TemplateInstance show(
            @RestQuery @Nullable String view, @RestQuery @Nullable String on, @RestQuery int page) {
        return pages.show(people.me(), view, on, Math.clamp(page, 1, PAGES_AT_MOST));
    }
}
