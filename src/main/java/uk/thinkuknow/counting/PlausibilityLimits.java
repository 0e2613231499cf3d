package uk.thinkuknow.counting;

import java.math.BigDecimal;

/**
 * The limits above which a signed return is not plausible; they are data with dates.
 *
 * @param time how much of a lesson must have been delivered
 * @param lateDays days between a session and its signature, if it was entered afterwards
 * @param signerChildren children whom one person may sign for in a day without devices
 * @param cards how many cards a school may have
 * @param guests guests of a class, as a share of its cards and a number
 * @param heads heads of an assembly over the roll
 * @param enteredLessons lessons of one class that one person may enter afterwards within a week
 * @param paperByMembers whether only a member of the school may sign its paper registers alone
 * @param dayChildren children of any grade for whom one person may sign in a day
 * @param againByTwo whether what was withdrawn needs two people when it is entered again
 */
public record PlausibilityLimits(
        TimeLimit time,
        int lateDays,
        int signerChildren,
        CardLimit cards,
        Excess guests,
        Excess heads,
        int enteredLessons,
        boolean paperByMembers,
        int dayChildren,
        boolean againByTwo) {

    /**
     * How much of a lesson must have been delivered.
     *
     * @param share of the lesson's own minutes
     * @param finished the share of all marks that suffices instead, if those children did every step on a device
     * @param least the share of the lesson's own minutes that is needed all the same
     */
    public record TimeLimit(BigDecimal share, BigDecimal finished, BigDecimal least) {}

    /**
     * How many cards a school may have.
     *
     * @param inForce over the roll, of cards in force
     * @param made over the roll, of the cards made this year, retired ones included
     * @param unknownRoll the cards that a school may have, and the heads of its assemblies, if its roll is unknown
     */
    public record CardLimit(Excess inForce, Excess made, int unknownRoll) {}
}
