package uk.thinkuknow.bookings.booking;

import java.time.Instant;
import java.util.List;

/**
 * A trainer was offered a booking, or a colleague asked them to take it over.
 *
 * @param dates from which they choose
 * @param until by when they are asked to answer
 * @param askedBy the colleague's words, empty where the programme asks
 */
public record TrainerAsked(BookingFacts booking, long trainerId, List<Instant> dates, Instant until, String askedBy) {}
