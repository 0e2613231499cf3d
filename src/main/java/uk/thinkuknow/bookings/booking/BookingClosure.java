package uk.thinkuknow.bookings.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How a booking was declined, cancelled or missed: by whom, for which side (school, trainer or programme), why, when.
 */
@Embeddable
record BookingClosure(
        @Column(name = "closed_by") String by,
        @Column(name = "closed_side") String side,
        @Column(name = "closed_why") String why,
        @Column(name = "closed_at") Instant at) {}
