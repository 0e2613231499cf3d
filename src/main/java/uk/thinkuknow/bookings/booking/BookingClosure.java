package uk.thinkuknow.bookings.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Records that a booking was declined or cancelled, or that nobody came: who closed it, for which side (school, trainer
 * or programme), why and when.
 */
@Embeddable
record BookingClosure(
        @Column(name = "closed_by") String by,
        @Column(name = "closed_side") String side,
        @Column(name = "closed_why") String why,
        @Column(name = "closed_at") Instant at) {}
