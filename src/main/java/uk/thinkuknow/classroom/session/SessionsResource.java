package uk.thinkuknow.classroom.session;

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
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.web.MenuEntry;

/** Lists a school's sessions, and lets teachers start and end one or enter an earlier lesson. */
@Path("/sessions")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SESSIONS, words = "menu.sessions", place = 710, roles = Role.TEACHER)
class SessionsResource {
    private final SessionService sessions;
    private final SessionPages pages;
    private final PeopleService people;
    private final SentBack sentBack;
    private final StaffingService staffing;

    SessionsResource(
            SessionService sessions,
            SessionPages pages,
            PeopleService people,
            SentBack sentBack,
            StaffingService staffing) {
        this.sessions = sessions;
        this.pages = pages;
        this.people = people;
        this.sentBack = sentBack;
        this.staffing = staffing;
    }

    @GET
    public TemplateInstance list(@RestQuery int page) {
        var me = people.me();
        var entersPaper = staffing.isAdministratorOf(me.id(), me.school());
        return pages.list(me.school(), Math.clamp(page, 1, 10_000), sentBack, entersPaper);
    }

    @GET
    @Path("/new")
    public TemplateInstance choose(
            @RestQuery("class") @Nullable String classId,
            @RestQuery @Nullable String group,
            @RestQuery @Nullable String module) {
        return pages.choose(people.me(), StartForm.linked(classId, group, module));
    }

    @GET
    @Path("/past")
    public TemplateInstance choosePast() {
        return pages.choosePast(people.me());
    }

    @POST
    @Path("/past")
    public Response enterPast(MultivaluedMap<String, String> fields) {
        var form = EarlierLessonForm.of(fields);
        var me = people.me();
        try {
            var id = sessions.enter(me, form.lesson());
            return Response.seeOther(URI.create("/sessions/" + id + "/register"))
                    .build();
        } catch (Refused e) {
            return Response.status(422).entity(pages.pastAgain(me, form, e)).build();
        }
    }

    @POST
    @Path("/start")
    public Response start(MultivaluedMap<String, String> fields) {
        var form = StartForm.of(fields);
        var me = people.me();
        try {
            var id = sessions.start(me, form.wanted());
            return Response.seeOther(URI.create("/sessions/" + id)).build();
        } catch (Refused e) {
            return Response.status(422).entity(pages.again(me, form, e)).build();
        }
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response end(@PathParam("id") PublicId id) {
        sessions.end(people.me(), id);
        return Response.seeOther(URI.create("/sessions/" + id + "/register")).build();
    }
}
