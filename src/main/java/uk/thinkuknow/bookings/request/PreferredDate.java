package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One of the dates and times that a school would like; preference 1 is its first choice. */
@Embeddable
public record PreferredDate(
        int preference, @Column(name = "starts_at") Instant startsAt) {}
