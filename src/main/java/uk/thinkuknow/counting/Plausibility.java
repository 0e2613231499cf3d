package uk.thinkuknow.counting;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Judges whether a signed return is plausible (counting rules, version 2, <em>to be confirmed</em>). That a class is new is
 * no ground.
 */
public final class Plausibility {
    private final PlausibilityLimits limits;

    public Plausibility(PlausibilityLimits limits) {
        this.limits = limits;
    }

    /** Returns the grounds on which a second person must confirm the return; empty if it is plausible. */
    public Set<Ground> groundsOf(ReturnFacts facts) {
        var grounds = EnumSet.noneOf(Ground.class);
        add(grounds, Ground.SHORT, isShort(facts.lesson()));
        add(grounds, Ground.ENTERED_LATE, isLate(facts.entry()));
        add(grounds, Ground.NO_SCHOOL_DAY, !facts.schoolDay());
        add(grounds, Ground.SIGNER_LOAD, isTooMuch(facts.signer()));
        add(
                grounds,
                Ground.OVER_ROLL,
                facts.classes().stream().flatMap(each -> each.given().stream()).anyMatch(this::isOverRoll));
        add(
                grounds,
                Ground.GUESTS,
                facts.classes().stream().anyMatch(each -> limits.guests().isExceededBy(each.guests(), each.cards())));
        add(
                grounds,
                Ground.HEADS,
                facts.heads().isPresent() && isOver(facts.heads().getAsInt(), facts.roll()));
        add(grounds, Ground.ENTERED_MANY, isOneOfMany(facts.entry()));
        add(
                grounds,
                Ground.NOT_OF_SCHOOL,
                limits.paperByMembers() && facts.entry().byOutsider());
        add(
                grounds,
                Ground.WITHDRAWN_BEFORE,
                limits.againByTwo() && facts.entry().withdrawnBefore());
        return grounds;
    }

    private static void add(Set<Ground> grounds, Ground ground, boolean holds) {
        if (holds) {
            grounds.add(ground);
        }
    }

    private boolean isShort(ReturnFacts.Lesson lesson) {
        long published = lesson.published().toMillis();
        var enough = share(limits.time().finished(), lesson.marks());
        boolean finished =
                lesson.marks() > 0 && BigDecimal.valueOf(lesson.finished()).compareTo(enough) >= 0;
        var needed = share(finished ? limits.time().least() : limits.time().share(), published);
        return BigDecimal.valueOf(lesson.delivered().toMillis()).compareTo(needed) < 0;
    }

    private boolean isLate(ReturnFacts.Entry entry) {
        return entry.afterwards() && (entry.daysLater() > limits.lateDays() || entry.madeSince());
    }

    private boolean isOneOfMany(ReturnFacts.Entry entry) {
        return entry.afterwards() && entry.lessons() > limits.enteredLessons();
    }

    private boolean isTooMuch(ReturnFacts.Signer signer) {
        return signer.overlaps()
                || signer.withoutDevice() > limits.signerChildren()
                || signer.children() > limits.dayChildren();
    }

    /** Returns whether the school had passed its limit with the cards that the class was given. */
    private boolean isOverRoll(ReturnFacts.CardsGiven given) {
        var cards = limits.cards();
        if (given.roll().isEmpty()) {
            return given.inForce() > cards.unknownRoll() || cards.made().isOver(given.made(), cards.unknownRoll());
        }
        int roll = given.roll().getAsInt();
        return cards.inForce().isOver(given.inForce(), roll) || cards.made().isOver(given.made(), roll);
    }

    private boolean isOver(int heads, OptionalInt roll) {
        return roll.isEmpty()
                ? heads > limits.cards().unknownRoll()
                : limits.heads().isOver(heads, roll.getAsInt());
    }

    private static BigDecimal share(BigDecimal share, long of) {
        return share.multiply(BigDecimal.valueOf(of));
    }
}
