package uk.thinkuknow.schools.calendars;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;

/** The page of a school's days, on which its administrators and the managers of its area add and remove its own days. */
@Path("/schools/{id}/days")
@RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class OwnDaysResource {
    private final OwnDaysService days;
    private final OwnDaysPages pages;
    private final PeopleService people;
    private final Flash flash;

    OwnDaysResource(OwnDaysService days, OwnDaysPages pages, PeopleService people, Flash flash) {
        this.days = days;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance show(@PathParam("id") PublicId id) {
        var me = people.me();
        return pages.show(me, days.sheet(me, id), OwnDaysForm.EMPTY, List.of());
    }

    @POST
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER})
    public Response add(@PathParam("id") PublicId id, @BeanParam OwnDaysForm typed) {
        var me = people.me();
        var problems = typed.problems();
        if (problems.isEmpty()) {
            try {
                days.add(me, id, typed.days(), typed.reason());
                return flash.seeOther(path(id), Words.of("calendars.added", DayWords.span(typed.days())));
            } catch (Refused e) {
                problems = List.of(new FormError("first", e.why()));
            }
        }
        return Flash.again(pages.show(me, days.sheet(me, id), typed, problems));
    }

    @POST
    @Path("/{span}/remove")
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER})
    public Response remove(@PathParam("id") PublicId id, @PathParam("span") PublicId span) {
        try {
            return flash.seeOther(path(id), days.remove(people.me(), id, span));
        } catch (Refused e) {
            return flash.seeOtherNotDone(path(id), e.why());
        }
    }

    private static String path(PublicId id) {
        return "/schools/" + id + "/days";
    }
}
