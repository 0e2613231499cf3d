package uk.thinkuknow.classroom.session;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.MenuEntry;

/** Shows the first page after signing in: the tasks of a person, and the figures and sessions of their work. */
@Path(Home.PATH)
@RolesAllowed(Role.ANYONE_SIGNED_IN)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.HOME, words = "menu.home", place = 100, key = "home")
class HomeResource {
    private final PeopleService people;
    private final TeachersHome home;

    HomeResource(PeopleService people, TeachersHome home) {
        this.people = people;
        this.home = home;
    }

    @GET
    public TemplateInstance show() {
        var me = people.me();
        return me.is(Role.TEACHER) ? home.of(me) : home.ofOthers(me);
    }
}
