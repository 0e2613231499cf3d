package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;

/**
 * What a school asks for, beside dates and classes.
 *
 * @param heads how many are expected, where it is not for classes
 * @param minutes how long, 10 to 480
 * @param avoid what not to touch on: for the trainer's eyes, never a child's name
 */
@Embeddable
public record Asked(
        @Column(name = "module_key") String moduleKey,
        @Enumerated(EnumType.STRING) Audience audience,
        @Enumerated(EnumType.STRING) DeliveryKind delivery,
        String language,
        @Nullable Integer heads,
        int minutes,
        boolean devices,
        String room,
        String needs,
        String avoid) {}
