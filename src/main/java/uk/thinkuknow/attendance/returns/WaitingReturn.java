package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * A signed return that waits for a second person.
 *
 * @param grounds why it is not plausible; empty for a visit that waits only for the confirmation of its heads
 */
public record WaitingReturn(
        PublicId session, AtSchool school, Taught taught, Signed signed, Set<Ground> grounds, Came came) {

    /** Supplies the page of a return that waits. Implemented by a package that depends on this one. */
    public interface Page {
        /** Returns the page; empty if the usual one is shown, because the return does not wait or is that of a visit. */
        Optional<TemplateInstance> of(StaffMember reader, PublicId session);
    }

    /** The school of the session. */
    public record AtSchool(long id, PublicId publicId, String name) {}

    /**
     * What was taught.
     *
     * @param forWhom the names of the classes, or the audience without classes
     * @param visit whether a trainer of the programme delivered it at the school
     */
    public record Taught(
            String lesson,
            String forWhom,
            LocalDate day,
            Instant start,
            Duration delivered,
            boolean devices,
            boolean visit) {}

    /**
     * Who signed and when.
     *
     * @param signature the public id of this signature; another one after the return was taken back or sent back
     * @param paper whether it was entered as a paper register
     * @param earlier whether it was entered afterwards, as a lesson taught before or on paper
     */
    public record Signed(PublicId signature, long staffId, String by, Instant at, boolean earlier, boolean paper) {}

    /** A session and its signature as a person saw them on a page before answering. */
    public record Seen(PublicId session, PublicId signature) {
        /** Reads {@link #toString()}; a text without a signature has an empty one, which no return has. */
        public static Seen of(String typed) {
            var parts = typed.split("\\.", 2);
            return new Seen(new PublicId(parts[0]), new PublicId(parts.length > 1 ? parts[1] : ""));
        }

        @Override
        public String toString() {
            return session + "." + signature;
        }
    }

    /** Returns what a page hands back with an answer, so that only what was seen is confirmed. */
    public Seen seen() {
        return new Seen(session, signed.signature());
    }

    /**
     * The children present.
     *
     * @param named those marked on a card
     * @param onDevices those of the named who picked their card on a device
     * @param guests children of other classes
     */
    public record Came(int children, int named, int onDevices, int guests) {}

    /**
     * A return with its lines and the facts that its grounds were judged by.
     *
     * @param sentBack who sent an earlier signature of it back, when and why; empty if nobody did
     */
    public record Detail(WaitingReturn waiting, List<ClassCame> classes, Facts facts, String sentBack) {}

    /** The children of one class and the number of its cards that the session was for. */
    public record ClassCame(String name, int children, int cards, int guests) {}

    /**
     * The facts behind the grounds.
     *
     * @param lesson the lesson's own time, as published
     * @param roll the children on the school's roll on that day; -1 if unknown
     * @param cardsInForce the school's cards in force when the class was last given cards
     * @param cardsMade the cards that the school has made this year until then, retired ones included
     * @param withoutDevice the children whom the signer signed for that day without devices
     * @param signersChildren all children whom the signer signed for that day
     * @param overlaps whether the person who delivered it has another session at the same time
     * @param lessonsEntered how many lessons of one of its classes the signer entered afterwards within a week
     */
    public record Facts(
            Duration lesson,
            int roll,
            int cardsInForce,
            int cardsMade,
            int withoutDevice,
            int signersChildren,
            boolean overlaps,
            int lessonsEntered) {}
}
