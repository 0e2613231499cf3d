package uk.thinkuknow.bookings.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.Versions;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.TextFields;

/** What a school and the programme do with a booking. */
@Path("/bookings")
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class BookingActsResource {
    private final BookingService bookings;
    private final MovingService moving;
    private final BookingStart start;
    private final BookingAct act;
    private final PeopleService people;

    BookingActsResource(
            BookingService bookings, MovingService moving, BookingStart start, BookingAct act, PeopleService people) {
        this.bookings = bookings;
        this.moving = moving;
        this.start = start;
        this.act = act;
        this.people = people;
    }

    @POST
    @Path("/{id}/tell-lead")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    public Response tellLead(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id, form, "Noted.", () -> bookings.tellDsl(people.me(), id, staff(form, "Choose who has been told.")));
    }

    @POST
    @Path("/{id}/move")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response move(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "Moved. Everyone who comes is told.",
                () -> moving.move(
                        people.me(),
                        id,
                        Versions.of(form),
                        RequestForm.instant(form.of("date-1"), form.of("time-1"), "the new time"),
                        form.of("reason")));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    public Response handOver(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id, form, "Handed over.", () -> moving.handTo(people.me(), id, staff(form, "Choose a colleague.")));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER})
    public Response cancel(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "Cancelled. Everyone who was coming is told.",
                () -> bookings.cancel(people.me(), id, form.of("why")));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed(Role.MANAGER)
    public Response decline(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id, form, "Declined. The school is told why.", () -> bookings.decline(people.me(), id, form.of("why")));
    }

    @POST
    @Path("/{id}/offer-again")
    @RolesAllowed(Role.MANAGER)
    public Response offerAgain(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.then(
                id,
                new RequestForm(fields),
                "We have looked for trainers again.",
                () -> bookings.offerAgain(people.me(), id));
    }

    @POST
    @Path("/{id}/nobody-came")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response nobodyCame(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "Noted: nobody came. This session is not counted.",
                () -> bookings.nobodyCame(people.me(), id, form.of("why")));
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response start(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.thenGo(id, new RequestForm(fields), () -> "/sessions/" + start.start(people.me(), id));
    }

    private static long staff(RequestForm form, String missing) {
        try {
            return Long.parseLong(form.of("staff"));
        } catch (NumberFormatException e) {
            throw new BookingRefused(missing);
        }
    }
}
