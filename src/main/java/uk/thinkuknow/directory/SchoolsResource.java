package uk.thinkuknow.directory;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.PublicId;

/** The finder of schools and the page of each: what the public registers say, for everyone who signs in. */
@Path("/schools")
@RolesAllowed({Role.ADMINISTRATOR, Role.AUDITOR, Role.DSL, Role.MANAGER, Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class SchoolsResource {
    private final DirectoryService directory;
    private final SchoolPages pages;
    private final PeopleService people;

    SchoolsResource(DirectoryService directory, SchoolPages pages, PeopleService people) {
        this.directory = directory;
        this.pages = pages;
        this.people = people;
    }

    @GET
    public TemplateInstance find(@RestQuery @Nullable String q) {
        var typed = q == null ? "" : q.strip();
        var me = people.me();
        return pages.list(typed, directory.find(typed), me.schoolId(), me.is(Role.MANAGER) && me.regionKey() == null);
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return pages.show(directory.sheet(id), directory.figures(id).orElse(null));
    }
}
