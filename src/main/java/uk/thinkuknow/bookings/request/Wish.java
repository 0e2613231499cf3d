package uk.thinkuknow.bookings.request;

import java.time.Instant;
import java.util.List;

/** A request as understood: what is asked for, the dates in the order in which they are liked, and the classes. */
public record Wish(Asked asked, List<Instant> starts, List<BookedClass> classes) {}
