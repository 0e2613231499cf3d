package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.ClashNeedsReason;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;

/**
 * Runs an act on a booking and redirects. If the act is refused, answers 409 with the booking's page, the reason and
 * the submitted fields; if the user no longer sees the booking, with the reason alone.
 */
@Singleton
class BookingActRunner {
    private final BookingViewBuilder views;
    private final BookingAccess access;
    private final PeopleService people;
    private final Flash flash;

    BookingActRunner(BookingViewBuilder views, BookingAccess access, PeopleService people, Flash flash) {
        this.views = views;
        this.access = access;
        this.people = people;
        this.flash = flash;
    }

    /** @param done the key of the sentence that says what was done */
    Response run(
            PublicId id, MultivaluedMap<String, String> fields, String done, BiConsumer<StaffMember, RequestForm> act) {
        return run(id, fields, "/bookings/" + id, done, act);
    }

    /** Runs an act after which the user no longer sees the booking, and redirects to their bookings. */
    Response runLast(
            PublicId id, MultivaluedMap<String, String> fields, String done, BiConsumer<StaffMember, RequestForm> act) {
        return run(id, fields, "/bookings", done, act);
    }

    private Response run(
            PublicId id,
            MultivaluedMap<String, String> fields,
            String next,
            String done,
            BiConsumer<StaffMember, RequestForm> act) {
        var form = new RequestForm(fields);
        try {
            act.accept(people.me(), form);
            return flash.seeOther(next, Words.of(done));
        } catch (Refused e) {
            return refused(id, form, e);
        }
    }

    Response runAndRedirect(PublicId id, MultivaluedMap<String, String> fields, Function<StaffMember, String> act) {
        try {
            return Response.seeOther(URI.create(act.apply(people.me()))).build();
        } catch (Refused e) {
            return refused(id, new RequestForm(fields), e);
        }
    }

    /**
     * @throws Refused why the act was refused, if the user no longer sees the booking
     * @throws NotFound if they never did
     */
    private BookingView view(PublicId id, Refused why) {
        var me = people.me();
        try {
            return views.of(me, id);
        } catch (NotFound e) {
            throw access.wasOffered(me, id) ? why : e;
        }
    }

    private Response refused(PublicId id, RequestForm typed, Refused why) {
        @Nullable String clash = why instanceof ClashNeedsReason needs ? needs.clash() : null;
        var field = clash == null && !typed.of("date-1").isEmpty() ? "move-date" : null;
        var problems = new RequestProblems(List.of(new FormError(field, why.why())));
        return Response.status(409)
                .entity(new BookingPages.BookingPage(view(id, why), typed, problems, clash))
                .build();
    }
}
