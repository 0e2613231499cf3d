package uk.thinkuknow.courses.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** A training event to be imported from a list or a demo, past or future, with the people booked on it. */
public record NewEvent(
        String title, String covers, Where where, Instant startsAt, int minutes, int places, Guests guests) {
    /** A venue, or a link for an online event; and the event's region, null for the whole programme. */
    public record Where(
            @Nullable String venue,
            @Nullable String link,
            @Nullable String regionKey) {}

    /** The leader's staff id, and the people booked. */
    public record Guests(long leaderId, List<Guest> all) {}

    /**
     * A person booked on the event.
     *
     * @param staff set if they have an account here; otherwise the other fields identify them
     * @param minutes minutes attended; null if not known
     */
    public record Guest(
            @Nullable StaffMember staff,
            String name,
            String email,
            String organisation,
            String job,
            @Nullable Integer minutes) {
        public static Guest of(StaffMember staff, @Nullable Integer minutes) {
            return new Guest(staff, "", "", "", "", minutes);
        }
    }
}
