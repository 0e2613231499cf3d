package uk.thinkuknow.bookings.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that the designated safeguarding lead (DSL) or deputy knows of a session: who, since when, told how. */
@Embeddable
record LeadInformed(
        @Column(name = "dsl_id") @Nullable Long staffId,
        @Column(name = "dsl_name") String name,
        @Column(name = "dsl_told_at") Instant at,
        @Column(name = "dsl_told_how") String how) {}
