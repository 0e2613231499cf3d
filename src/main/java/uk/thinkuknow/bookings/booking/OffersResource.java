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
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.TextFields;

/** What a trainer says to an offer, and to a booking that is hers. */
@Path("/bookings")
@RolesAllowed(Role.TRAINER)
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class OffersResource {
    private final OfferService offers;
    private final BookingAct act;
    private final PeopleService people;

    OffersResource(OfferService offers, BookingAct act, PeopleService people) {
        this.offers = offers;
        this.act = act;
        this.people = people;
    }

    @POST
    @Path("/{id}/accept")
    public Response accept(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "The session is yours. The school is told, and you find it in your calendar.",
                () -> offers.accept(people.me(), id, date(form), form.of("reason")));
    }

    @POST
    @Path("/{id}/decline-offer")
    public Response decline(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "You said no. The next trainer is asked.",
                () -> offers.decline(people.me(), id, form.of("why")));
    }

    @POST
    @Path("/{id}/give-back")
    public Response giveBack(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(
                id,
                form,
                "Given back. The school is told, and others are asked.",
                () -> offers.giveBack(people.me(), id, form.of("why")));
    }

    @POST
    @Path("/{id}/ask-colleague")
    public Response askColleague(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var form = new RequestForm(fields);
        return act.then(id, form, "Your colleague is asked. Until they say yes it stays yours.", () -> {
            if (form.of("in-return").isEmpty()) {
                offers.askToComeInstead(people.me(), id, colleague(form), null);
            } else {
                offers.askToSwap(people.me(), id, new PublicId(form.of("in-return")));
            }
        });
    }

    private static int date(RequestForm form) {
        try {
            return Integer.parseInt(form.of("date"));
        } catch (NumberFormatException e) {
            throw new BookingRefused("Choose one of the dates.");
        }
    }

    private static long colleague(RequestForm form) {
        try {
            return Long.parseLong(form.of("staff"));
        } catch (NumberFormatException e) {
            throw new BookingRefused("Choose a colleague.");
        }
    }
}
