package uk.thinkuknow.bookings.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.TextFields;

/**
 * Handles the form posts of a trainer: accept or decline an offer, give a booking back, ask a colleague to take over.
 */
@Path("/bookings")
@RolesAllowed(Role.TRAINER)
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class OffersResource {
    private final OfferService offers;
    private final BookingActRunner act;

    OffersResource(OfferService offers, BookingActRunner act) {
        this.offers = offers;
        this.act = act;
    }

    @POST
    @Path("/{id}/accept")
    public Response accept(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(
                id,
                fields,
                "booking.isYours",
                (me, form) -> offers.accept(me, id, form.number("date", "booking.noDateChosen"), form.of("reason")));
    }

    @POST
    @Path("/{id}/decline-offer")
    public Response decline(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.runLast(id, fields, "booking.saidNo", (me, form) -> offers.decline(me, id, form.of("why")));
    }

    @POST
    @Path("/{id}/give-back")
    public Response giveBack(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.runLast(id, fields, "booking.givenBack", (me, form) -> offers.giveBack(me, id, form.of("why")));
    }

    @POST
    @Path("/{id}/ask-colleague")
    public Response askColleague(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        return act.run(id, fields, "booking.colleagueAsked", (me, form) -> {
            if (form.of("in-return").isEmpty()) {
                offers.askToStandIn(me, id, form.number("staff", "booking.noColleague"));
            } else {
                offers.askToSwap(me, id, new PublicId(form.of("in-return")));
            }
        });
    }
}
