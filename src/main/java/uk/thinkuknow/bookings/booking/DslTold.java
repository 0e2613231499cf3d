package uk.thinkuknow.bookings.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the safeguarding lead, or the deputy, knows of the session: who, since when, and how she was told. */
@Embeddable
record DslTold(
        @Column(name = "dsl_id") @Nullable Long staffId,
        @Column(name = "dsl_name") String name,
        @Column(name = "dsl_told_at") Instant at,
        @Column(name = "dsl_told_how") String how) {}
