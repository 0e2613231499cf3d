package uk.thinkuknow.bookings.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Audience;

/**
 * What a school asks for, except dates and classes.
 *
 * @param heads people expected; null for a lesson with classes
 * @param minutes length, 10 to 480
 * @param avoid topics to avoid, shown only to the school and the trainer; never a child's name
 */
@Embeddable
public record RequestDetails(
        @Column(name = "module_key") String moduleKey,
        @Enumerated(EnumType.STRING) Audience audience,
        @Enumerated(EnumType.STRING) DeliveryKind delivery,
        String language,
        @Nullable Integer heads,
        int minutes,
        boolean devices,
        String room,
        String needs,
        String avoid) {
    /** The same request for another lesson. */
    public RequestDetails with(String otherModule) {
        return new RequestDetails(
                otherModule, audience, delivery, language, heads, minutes, devices, room, needs, avoid);
    }
}
