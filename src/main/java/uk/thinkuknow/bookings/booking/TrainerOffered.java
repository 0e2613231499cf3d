package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;

/**
 * Event fired when a trainer is offered a booking, or a colleague asks them to take one over.
 *
 * @param dates dates to choose from
 * @param until when the offer expires
 * @param askedBy message of the colleague; empty if the programme asks
 */
public record TrainerOffered(
        BookingFacts booking, long trainerId, List<Instant> dates, Instant until, String askedBy) {}
