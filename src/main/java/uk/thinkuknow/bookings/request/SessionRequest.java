package uk.thinkuknow.bookings.request;

import java.time.Instant;
import java.util.List;

/** A school's request as parsed: its details, the preferred dates in order, and the classes. */
public record SessionRequest(RequestDetails asked, List<Instant> starts, List<BookedClass> classes) {}
