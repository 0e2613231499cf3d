package uk.thinkuknow.studio.drafts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.forms.Typed;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;

/** Where authors say who made the files of a draft, and under which licence. */
@Path("/studio/drafts/{id}/credits")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = Typed.PREFIX)
class CreditsResource {
    static final String CROSSED =
            "Somebody else changed who made the files while you wrote. What you typed is in the fields and not stored: look it through and save again.";

    private final Authoring authoring;
    private final FilesResource page;
    private final PeopleService people;
    private final Flash flash;

    CreditsResource(Authoring authoring, FilesResource page, PeopleService people, Flash flash) {
        this.authoring = authoring;
        this.page = page;
        this.people = people;
        this.flash = flash;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String id, MultivaluedMap<String, String> fields) {
        var open = authoring.open(id);
        var typed = Credits.typed(new Typed(fields), open.written().tree().path(Places.CREDITS));
        if (authoring.credit(people.me(), id, typed, Objects.requireNonNullElse(fields.getFirst(Credits.MARK), ""))) {
            return flash.seeOther(FilesResource.address(id, fields.getFirst("step")), "Saved.");
        }
        return Response.status(Response.Status.CONFLICT)
                .entity(page.page(id, fields.getFirst("step"), List.of(CROSSED), null, typed))
                .build();
    }
}
