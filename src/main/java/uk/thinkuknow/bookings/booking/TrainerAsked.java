package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;

/**
 * A trainer has been offered a booking, or a colleague asks her to come instead; told in the transaction in which it was.
 *
 * @param dates from which she chooses
 * @param until by when she is asked to answer
 * @param askedBy the colleague's words, empty where the programme asks
 */
public record TrainerAsked(BookingFacts booking, long trainerId, List<Instant> dates, Instant until, String askedBy) {}
