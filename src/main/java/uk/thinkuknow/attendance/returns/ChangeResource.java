package uk.thinkuknow.attendance.returns;

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
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/**
 * Pages on which a return is withdrawn, and on which a second person signs or refuses a change of a return that counts.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.DSL, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
@AsksAboutNames("why")
class ChangeResource {
    private final SecondSignatures seconds;
    private final PeopleService people;
    private final ManagerPaths managers;
    private final Flash flash;

    ChangeResource(SecondSignatures seconds, PeopleService people, ManagerPaths managers, Flash flash) {
        this.seconds = seconds;
        this.people = people;
        this.managers = managers;
        this.flash = flash;
    }

    @GET
    @Path("/withdrawal")
    public TemplateInstance withdrawal(@PathParam("id") String id) {
        var me = people.me();
        return seconds.withdrawal(me, new PublicId(id), ofReturn(me, id), "", "");
    }

    @POST
    @Path("/withdrawal")
    public Response withdraw(@PathParam("id") String id, @RestForm @Nullable String why) {
        var me = people.me();
        var session = new PublicId(id);
        var reason = why == null ? "" : why.strip();
        try {
            return seconds.withdraw(me, session, reason)
                    ? flash.seeOther(back(me, id), Words.of("returns.flashWithdrawn"))
                    : flash.seeOther("/sessions/" + id + "/change", Words.of("returns.flashAsked"));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(seconds.withdrawal(me, session, ofReturn(me, id), reason, e.why()))
                    .build();
        }
    }

    @GET
    @Path("/change")
    public TemplateInstance change(@PathParam("id") String id) {
        var me = people.me();
        return seconds.page(me, new PublicId(id), ofReturn(me, id), "");
    }

    @POST
    @Path("/change/sign")
    public Response sign(
            @PathParam("id") String id,
            @RestForm @Nullable String seen,
            @RestForm("was-there") @Nullable String wasThere) {
        return decided(
                id,
                "returns.flashSigned",
                me -> seconds.sign(me, new PublicId(id), seen == null ? "" : seen, wasThere != null));
    }

    @POST
    @Path("/change/refuse")
    public Response refuse(@PathParam("id") String id, @RestForm @Nullable String why) {
        return decided(id, "returns.flashRefused", me -> seconds.refuse(me, new PublicId(id), why == null ? "" : why));
    }

    @POST
    @Path("/change/give-up")
    public Response giveUp(@PathParam("id") String id) {
        return decided(id, "returns.flashGivenUp", me -> seconds.giveUp(me, new PublicId(id)));
    }

    private Response decided(String id, String done, Act act) {
        var me = people.me();
        try {
            act.by(me);
        } catch (Refused e) {
            return Response.status(409)
                    .entity(seconds.page(me, new PublicId(id), ofReturn(me, id), e.why()))
                    .build();
        }
        return flash.seeOther(back(me, id), Words.of(done));
    }

    private String back(StaffMember me, String id) {
        return me.is(Role.MANAGER) || me.is(Role.TEACHER) || me.is(Role.TRAINER) ? ofReturn(me, id) : Home.PATH;
    }

    /** Returns the path of the return's page: the programme's for a manager, else the school's. */
    private String ofReturn(StaffMember me, String id) {
        return me.is(Role.MANAGER) ? managers.ofSession(new PublicId(id)) : "/sessions/" + id + "/return";
    }

    private interface Act {
        void by(StaffMember me);
    }
}
