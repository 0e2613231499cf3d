package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A booked class, or one of its groups. */
@Embeddable
public record BookedClass(
        @Column(name = "class_id") long classId,
        @Column(name = "card_group_id") @Nullable Long cardGroupId) {}
