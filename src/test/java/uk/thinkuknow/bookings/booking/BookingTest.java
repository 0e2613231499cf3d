package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.BookedClass;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.bookings.request.SessionRequest;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which acts each state of a booking allows, and how they change the booking. */
class BookingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant FIRST = Instant.parse("2027-02-09T10:00:00Z");
    private static final LeadInformed TOLD = new LeadInformed(7L, "Dee", NOW, "said so");

    private static final StaffMember TESS =
            new StaffMember(2, "tess", "Tess", Set.of("teacher"), 1L, Scope.PROGRAMME, null);

    private final Booking booking = new Booking(new PublicId("a"), "key", TESS, wish(DeliveryKind.VISIT), NOW);

    @Test
    void anAcceptedBookingIsConfirmedOnlyWhenTheSafeguardingLeadKnows() {
        booking.offer();
        booking.accept(5L, FIRST);
        assertEquals(BookingState.ACCEPTED, booking.state());
        booking.recordLeadInformed(TOLD);
        assertEquals(BookingState.CONFIRMED, booking.state());
    }

    @Test
    void aBookingIsConfirmedOnAcceptanceIfTheLeadKnewBefore() {
        booking.recordLeadInformed(TOLD);
        booking.offer();
        assertEquals(BookingState.OFFERED, booking.state());
        booking.accept(5L, FIRST);
        assertEquals(BookingState.CONFIRMED, booking.state());
    }

    @Test
    void noSessionStartsFromABookingThatIsNotConfirmed() {
        assertThrows(BookingRefused.class, () -> booking.run(9));
        booking.offer();
        assertThrows(BookingRefused.class, () -> booking.run(9));
        booking.accept(5L, FIRST);
        assertThrows(BookingRefused.class, () -> booking.run(9));
    }

    @Test
    void aDeclinedOrCancelledBookingCannotBeOfferedAcceptedMovedConfirmedOrHandedOver() {
        for (var end : List.of(BookingState.DECLINED, BookingState.CANCELLED)) {
            var over = new Booking(new PublicId("b"), "key", TESS, wish(DeliveryKind.VISIT), NOW);
            over.close(end, new BookingClosure("Tess", "school", "ill", NOW));
            assertThrows(BookingRefused.class, over::offer);
            assertThrows(BookingRefused.class, () -> over.accept(5L, FIRST));
            assertThrows(BookingRefused.class, () -> over.move(FIRST));
            assertThrows(BookingRefused.class, () -> over.recordLeadInformed(TOLD));
            assertThrows(BookingRefused.class, () -> over.handTo(3));
        }
    }

    @Test
    void theCalendarSequenceRisesWithAMoveAHandoverAnotherTrainerAndACancellation() {
        booking.offer();
        booking.accept(5L, FIRST);
        int accepted = booking.sequence();
        booking.move(FIRST.plusSeconds(3600));
        booking.handTo(3);
        booking.replaceTrainer(6);
        assertEquals(accepted + 3, booking.sequence());
        booking.close(BookingState.CANCELLED, new BookingClosure("Tess", "school", "ill", NOW));
        assertEquals(accepted + 4, booking.sequence());
    }

    @Test
    void aBookingThatItsTrainerGivesBackKeepsItsDateAsTheOnlyChoice() {
        booking.offer();
        booking.accept(5L, FIRST.plusSeconds(60));
        booking.loseTrainer();
        assertEquals(BookingState.REQUESTED, booking.state());
        assertEquals(List.of(FIRST.plusSeconds(60)), booking.choices());
        assertTrue(booking.startsAt().isEmpty());
    }

    @Test
    void anAcceptedRequestCannotBeChanged() {
        booking.offer();
        booking.accept(5L, FIRST);
        assertThrows(BookingRefused.class, () -> booking.change(wish(DeliveryKind.VISIT)));
    }

    @Test
    void everyOpenStateCanBeCancelledAndNoOther() {
        for (var state : BookingState.values()) {
            assertEquals(state.isOpen(), state.canBecome(BookingState.CANCELLED), state.name());
        }
        assertFalse(BookingState.RETURNED.canBecome(BookingState.CANCELLED));
    }

    private static SessionRequest wish(DeliveryKind delivery) {
        var asked = new RequestDetails("module", Audience.LESSON, delivery, "en", null, 60, true, "", "", "");
        return new SessionRequest(asked, List.of(FIRST, FIRST.plusSeconds(86_400)), List.of(new BookedClass(1, null)));
    }
}
