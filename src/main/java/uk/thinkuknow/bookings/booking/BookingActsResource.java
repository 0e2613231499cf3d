package uk.thinkuknow.bookings.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/**
 * Handles the form posts on a booking: lead informed, move, another lesson, hand over, cancel, decline, offer again, nobody came,
 * start.
 */
@Path("/bookings")
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
@AsksAboutNames("why")
class BookingActsResource {
    private final BookingService bookings;
    private final BookingMoveService moving;
    private final BookingSessionService start;
    private final BookingActRunner act;

    BookingActsResource(
            BookingService bookings, BookingMoveService moving, BookingSessionService start, BookingActRunner act) {
        this.bookings = bookings;
        this.moving = moving;
        this.start = start;
        this.act = act;
    }

    @POST
    @Path("/{id}/tell-lead")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    public Response tellLead(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id,
                fields,
                "booking.noted",
                (me, form) -> bookings.recordLeadInformed(me, id, form.number("staff", "booking.noLeadChosen")));
    }

    @POST
    @Path("/{id}/move")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response move(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id,
                fields,
                "booking.moved",
                (me, form) -> moving.move(
                        me,
                        id,
                        form.version(),
                        RequestForm.instant(form.of("date-1"), form.of("time-1"), "new"),
                        form.of("reason")));
    }

    @POST
    @Path("/{id}/lesson")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response lesson(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id, fields, "booking.lessonChosen", (me, form) -> bookings.chooseLesson(me, id, form.of("lesson")));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    public Response handOver(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id,
                fields,
                "booking.handedOver",
                (me, form) -> bookings.handTo(me, id, form.number("staff", "booking.noColleague")));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER})
    public Response cancel(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(id, fields, "booking.cancelled", (me, form) -> bookings.cancel(me, id, form.of("why")));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed(Role.MANAGER)
    public Response decline(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(id, fields, "booking.declined", (me, form) -> bookings.decline(me, id, form.of("why")));
    }

    @POST
    @Path("/{id}/offer-again")
    @RolesAllowed(Role.MANAGER)
    public Response offerAgain(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(id, fields, "booking.lookedAgain", (me, form) -> bookings.offerAgain(me, id));
    }

    @POST
    @Path("/{id}/nobody-came")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response nobodyCame(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id, fields, "booking.nobodyCameNoted", (me, form) -> bookings.nobodyCame(me, id, form.of("why")));
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response start(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.runAndRedirect(id, fields, me -> "/sessions/" + start.start(me, id));
    }
}
