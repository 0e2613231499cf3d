package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A class of a booking; {@code cardGroupId} is the group of it that takes part, null for the whole class. */
@Embeddable
public record BookedClass(
        @Column(name = "class_id") long classId,
        @Column(name = "card_group_id") @Nullable Long cardGroupId) {}
