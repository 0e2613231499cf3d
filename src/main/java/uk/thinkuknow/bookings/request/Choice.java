package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A date a school would like; 1 is its first choice. */
@Embeddable
public record Choice(
        int preference, @Column(name = "starts_at") Instant startsAt) {}
