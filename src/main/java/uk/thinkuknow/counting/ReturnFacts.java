package uk.thinkuknow.counting;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The facts of a signed return by which its plausibility is judged.
 *
 * @param schoolDay whether the school teaches on its day
 * @param heads the heads of a session without classes; empty for a lesson
 * @param roll the children on the school's roll on its day; empty if unknown
 */
public record ReturnFacts(
        Lesson lesson,
        Entry entry,
        boolean schoolDay,
        Signer signer,
        List<OfClass> classes,
        OptionalInt heads,
        OptionalInt roll) {

    /**
     * How much of the lesson took place.
     *
     * @param delivered from the start to the end, at the latest to the last activity of any seat
     * @param published the lesson's own time in the published version
     * @param marks the children present
     * @param finished those of them who did every step on a device
     */
    public record Lesson(Duration delivered, Duration published, int marks, int finished) {}

    /**
     * How the return came in.
     *
     * @param afterwards whether it was entered afterwards, as a lesson taught before or a paper register
     * @param daysLater days from the session's day to the signature
     * @param madeSince whether one of its classes or marked cards was made on the session's day or later
     * @param lessons how many lessons of one of its classes its signer entered afterwards within a week, this one included
     * @param byOutsider whether it is a paper register, and its signer is no member of the school on the day of the signature
     * @param withdrawnBefore whether a return of one of its classes was withdrawn, for the same lesson in this school year or
     *     for the same day
     */
    public record Entry(
            boolean afterwards,
            long daysLater,
            boolean madeSince,
            int lessons,
            boolean byOutsider,
            boolean withdrawnBefore) {}

    /**
     * What else its deliverer and its signer did that day.
     *
     * @param overlaps whether the person who delivered it has another session at the same time
     * @param withoutDevice the children whom the signer has signed for that day without a device, this return included; 0 if
     *     it has none
     * @param children all children whom the signer has signed for that day, this return included
     */
    public record Signer(boolean overlaps, int withoutDevice, int children) {}

    /**
     * One class of the return.
     *
     * @param cards the class's cards in force
     * @param given the cards of the school each time the class was given cards
     */
    public record OfClass(int cards, int guests, List<CardsGiven> given) {}

    /**
     * The cards of a school when a class had been given cards.
     *
     * @param inForce in force that day
     * @param made this school year until then, retired ones included
     * @param roll the children on the school's roll that day; empty if unknown
     */
    public record CardsGiven(int inForce, int made, OptionalInt roll) {}
}
