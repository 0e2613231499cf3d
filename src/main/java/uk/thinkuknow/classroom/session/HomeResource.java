package uk.thinkuknow.classroom.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.frame.Menu;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.MenuEntry;

/**
 * Shows the first page after signing in: teachers get their home; others get their notices, or go straight to their
 * work if there are none.
 */
@Path(Home.PATH)
@RolesAllowed(Role.ANYONE_SIGNED_IN)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(words = "menu.home", place = 110, roles = Role.TEACHER, key = "home")
class HomeResource {
    private final PeopleService people;
    private final TeachersHome home;
    private final Menu menu;

    HomeResource(PeopleService people, TeachersHome home, Menu menu) {
        this.people = people;
        this.home = home;
        this.menu = menu;
    }

    @GET
    public Response arrive() {
        var me = people.me();
        if (me.is(Role.TEACHER)) {
            return Response.ok(home.of(me)).build();
        }
        var waiting = home.waitingFor(me);
        if (!waiting.isEmpty()) {
            return Response.ok(home.waiting(me, waiting, menu.startOf(me))).build();
        }
        return Response.seeOther(URI.create(menu.startOf(me))).build();
    }
}
