package uk.thinkuknow.attendance.returns;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import uk.thinkuknow.attendance.register.RegisterForm;
import uk.thinkuknow.attendance.register.RegisterOutcome;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/**
 * Pages of a session's register, to fill in and sign, and of its return, to take the signature back, amend it or leave
 * it as signed. For a visit, the school's staff confirm the heads there or send the register back.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
@AsksAboutNames("why")
class AttendanceResource {
    private static final String KEPT = "kept";

    private final AttendanceService attendance;
    private final VisitService visits;
    private final WaitingReturn.Page waiting;
    private final PeopleService people;
    private final Flash flash;

    AttendanceResource(
            AttendanceService attendance,
            VisitService visits,
            WaitingReturn.Page waiting,
            PeopleService people,
            Flash flash) {
        this.attendance = attendance;
        this.visits = visits;
        this.waiting = waiting;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/register")
    public Response register(@PathParam("id") String id, @RestQuery @Nullable String notice) {
        var me = people.me();
        if (attendance.isCancelled(me, new PublicId(id))) {
            return see(id, "/mistake");
        }
        if (attendance.isSignedByAnother(me, new PublicId(id))) {
            return see(id, attendance.isSigned(me, new PublicId(id)) ? "/return" : "/signer");
        }
        var page = attendance.register(me, new PublicId(id), words(notice));
        return page.map(open -> Response.ok(open).build()).orElseGet(() -> seeReturn(id));
    }

    @POST
    @Path("/register")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return answer(id, attendance.save(people.me(), new PublicId(id), new RegisterForm(fields)));
    }

    @POST
    @Path("/register/sign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return answer(id, attendance.sign(people.me(), new PublicId(id), new RegisterForm(fields)));
    }

    @GET
    @Path("/return")
    public Response signedReturn(@PathParam("id") String id) {
        var me = people.me();
        var session = new PublicId(id);
        if (!attendance.isSigned(me, session)) {
            return see(id, "/register");
        }
        return Response.ok(waiting.of(me, session).orElseGet(() -> attendance.signedReturn(me, session)))
                .build();
    }

    @POST
    @Path("/return/take-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("id") String id) {
        attendance.takeBack(people.me(), new PublicId(id));
        return see(id, "/register?notice=taken-back");
    }

    @POST
    @Path("/return/confirm")
    @RolesAllowed(Role.TEACHER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        visits.confirm(people.me(), new PublicId(id), seen(fields), fields.containsKey("was-there"));
        return flash.seeOther("/sessions/" + id + "/return", Words.of("returns.flashConfirmed"));
    }

    @POST
    @Path("/return/send-back")
    @RolesAllowed(Role.TEACHER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendBack(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        var why = fields.getFirst("why");
        visits.sendBack(people.me(), new PublicId(id), seen(fields), why == null ? "" : why);
        return flash.seeOther("/staff", Words.of("returns.flashSentBack"));
    }

    @POST
    @Path("/return/amend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response amend(@PathParam("id") String id) {
        attendance.amend(people.me(), new PublicId(id));
        return see(id, "/register");
    }

    @POST
    @Path("/return/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("id") String id) {
        attendance.leaveAsSigned(people.me(), new PublicId(id));
        return flash.seeOther("/sessions/" + id + "/return", Words.of("returns.flashLeft"));
    }

    private static String seen(MultivaluedMap<String, String> fields) {
        return String.valueOf(fields.getFirst("seen"));
    }

    private static Response answer(String id, RegisterOutcome outcome) {
        return switch (outcome) {
            case RegisterOutcome.RegisterSaved _ -> see(id, "/register?notice=" + KEPT);
            case RegisterOutcome.Signed _ -> seeReturn(id);
            case RegisterOutcome.NotReady notReady ->
                Response.status(422).entity(notReady.page()).build();
        };
    }

    private static Response seeReturn(String id) {
        return see(id, "/return");
    }

    private static Response see(String id, String where) {
        return Response.seeOther(URI.create("/sessions/" + id + where)).build();
    }

    private static String words(@Nullable String notice) {
        return switch (notice) {
            case KEPT -> Words.of("returns.noticeKept");
            case "taken-back" -> Words.of("returns.noticeTakenBack");
            case null, default -> "";
        };
    }
}
