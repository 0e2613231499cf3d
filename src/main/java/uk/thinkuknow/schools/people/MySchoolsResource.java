package uk.thinkuknow.schools.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.Home;

/** The page on which a member of several schools, as in a trust, chooses the one they work at now. */
@Path("/my-schools")
@RolesAllowed({Role.TEACHER, Role.DSL})
@Produces(MediaType.TEXT_HTML)
class MySchoolsResource {
    private final SchoolStaffService schools;
    private final PeopleService people;
    private final Flash flash;

    MySchoolsResource(SchoolStaffService schools, PeopleService people, Flash flash) {
        this.schools = schools;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "schools/people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MySchoolsPage(List<SchoolRow> schools) implements TemplateInstance {}

    /** A school of the signed-in person. */
    record SchoolRow(String id, String name, String where, String part, boolean worksHere) {}

    @GET
    public TemplateInstance list() {
        return new MySchoolsPage(schools.schoolsOf(people.me()).stream()
                .map(each -> new SchoolRow(
                        each.school().publicId().value(),
                        each.school().name(),
                        each.school().town(),
                        each.part().inWords(),
                        each.worksHere()))
                .toList());
    }

    @POST
    @Path("/{id}/work-here")
    public Response workHere(@PathParam("id") PublicId id) {
        var school = schools.workAt(people.me(), id);
        return flash.seeOther(Home.PATH, Words.of("people.workAt", school.name()));
    }
}
