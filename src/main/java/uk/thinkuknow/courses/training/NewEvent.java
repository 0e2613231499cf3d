package uk.thinkuknow.courses.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** An event brought in from a list or a demo, past or to come, with those who were booked on it. */
public record NewEvent(
        String title, String covers, Where where, Instant startsAt, int minutes, int places, Guests guests) {
    /** A place or, without one, an address on the web; the region whose event it is, null for the whole programme. */
    public record Where(
            @Nullable String venue,
            @Nullable String link,
            @Nullable String regionKey) {}

    /** Who leads it, and who comes. */
    public record Guests(long leaderId, List<Guest> all) {}

    /**
     * Somebody who comes.
     *
     * @param staff if she has an account here; else the rest says who she is
     * @param minutes that she was there, null if that is not known
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
