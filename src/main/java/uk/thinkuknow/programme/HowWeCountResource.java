package uk.thinkuknow.programme;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.thinkuknow.people.Role;

/** The counting rules in plain words, for everyone who signs in. */
@Path("/how-we-count")
@RolesAllowed({Role.TEACHER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class HowWeCountResource {
    @CheckedTemplate(basePath = "programme", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HowWeCountPage(int rules) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new HowWeCountPage(ReachReport.RULES);
    }
}
