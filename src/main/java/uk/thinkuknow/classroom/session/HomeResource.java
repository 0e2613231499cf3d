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
import uk.thinkuknow.identity.staff.StaffMember;

/** Where everyone arrives who signs in: a teacher at her next act, the others at what waits for them or at their work. */
@Path("/staff")
@RolesAllowed(Role.ANYONE_SIGNED_IN)
@Produces(MediaType.TEXT_HTML)
class HomeResource {
    private final PeopleService people;
    private final TeachersHome home;

    HomeResource(PeopleService people, TeachersHome home) {
        this.people = people;
        this.home = home;
    }

    @GET
    public Response arrive() {
        var me = people.me();
        if (me.is(Role.TEACHER)) {
            return Response.ok(home.of(me)).build();
        }
        var waiting = home.waitingFor(me);
        if (!waiting.isEmpty()) {
            return Response.ok(home.waiting(me, waiting, work(me))).build();
        }
        return Response.seeOther(URI.create(work(me))).build();
    }

    private static String work(StaffMember me) {
        if (me.is(Role.DSL)) {
            return "/worries";
        }
        if (me.is(Role.TRAINER)) {
            return "/bookings";
        }
        if (me.is(Role.MANAGER)) {
            return "/reach";
        }
        if (me.is(Role.ADMINISTRATOR)) {
            return "/safeguards";
        }
        if (me.is(Role.REVIEWER)) {
            return "/studio";
        }
        return me.is(Role.AUDITOR) ? "/audit" : "/claim";
    }
}
