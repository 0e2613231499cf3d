package uk.thinkuknow.schools.classes;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.names.AsksAboutNames;

/** The pages that create, change and remove one class. */
@Path("/classes")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@AsksAboutNames("name")
class ClassFormResource {
    private final RosterService roster;
    private final ClassFormPages pages;
    private final SchoolService schools;
    private final PeopleService people;
    private final Flash flash;

    ClassFormResource(
            RosterService roster, ClassFormPages pages, SchoolService schools, PeopleService people, Flash flash) {
        this.roster = roster;
        this.pages = pages;
        this.schools = schools;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return pages.fresh(people.me(), ClassForm.EMPTY, null);
    }

    @POST
    public Response make(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var form = ClassForm.of(fields);
        try {
            var made = roster.make(me, form);
            var first = made.getFirst();
            return made.size() == 1
                    ? flash.seeOther(
                            "/classes/" + first.publicId(), Words.of("classes.made", first.name(), form.children()))
                    : flash.seeOther(
                            "/classes",
                            Words.of(
                                    "classes.madeTwo",
                                    first.name(),
                                    made.getLast().name()));
        } catch (Refused e) {
            return Flash.again(pages.fresh(me, form, e));
        }
    }

    @GET
    @Path("{id}/change")
    public TemplateInstance change(@PathParam("id") String id) {
        var me = people.me();
        var schoolClass = schools.classOf(me.school(), new PublicId(id));
        return pages.change(me, schoolClass, ClassForm.of(schoolClass), null);
    }

    @POST
    @Path("{id}/change")
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        var me = people.me();
        var schoolClass = schools.classOf(me.school(), new PublicId(id));
        var form = ClassForm.of(fields);
        try {
            var became = roster.change(me, schoolClass.publicId(), form);
            return flash.seeOther("/classes/" + id, Words.of("classes.changed", became.name()));
        } catch (Refused e) {
            return Flash.again(pages.change(me, schoolClass, form, e));
        }
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@PathParam("id") String id) {
        var removed = roster.remove(people.me(), new PublicId(id));
        return flash.seeOther("/classes", Words.of("classes.removed", removed.name()));
    }
}
