package uk.thinkuknow.reach.evidence;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * Serves the search for schools and the page of each school with facts from the national registers, to all staff.
 * Managers also move classes to a successor school.
 */
@Path("/schools")
@RolesAllowed({Role.ADMINISTRATOR, Role.AUDITOR, Role.DSL, Role.MANAGER, Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.SCHOOLS,
        words = "menu.schools",
        place = 910,
        roles = {Role.MANAGER, Role.ADMINISTRATOR})
class SchoolsResource {
    private final ClassMoves moves;
    private final SchoolPages pages;
    private final PeopleService people;
    private final Flash flash;

    SchoolsResource(SchoolPages pages, ClassMoves moves, PeopleService people, Flash flash) {
        this.moves = moves;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance find(@RestQuery @Nullable String q) {
        return pages.list(people.me(), q == null ? "" : q.strip());
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return pages.show(people.me(), id);
    }

    @POST
    @Path("{id}/classes/{class}/send")
    @RolesAllowed(Role.MANAGER)
    public Response send(
            @PathParam("id") PublicId id, @PathParam("class") PublicId classId, @RestForm @Nullable String to) {
        moves.send(people.me(), id, classId, new PublicId(to == null ? "" : to));
        return flash.seeOther("/schools/" + id, Words.of("evidence.classMoved"));
    }
}
