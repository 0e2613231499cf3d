package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules for who may confirm a return that waits (counting rules, version 2): somebody of the school who had no part in it,
 * who belonged to the school before the session's day, and whom no person with a part in it invited or approved; or a manager
 * of its area. Children beyond the school's roll are for a manager alone, because the school itself can invite people who do
 * not exist; and not for one who admitted those people.
 */
public final class ConfirmerRules {
    private ConfirmerRules() {}

    /**
     * A person who would confirm.
     *
     * @param memberSince the first day of their membership of the school; null if they are no member
     * @param admittedBy the account of the person who invited or approved them; null if that is unknown
     * @param manages whether they are a manager of the school's area
     * @param admitted for a manager the accounts whom they invited to the school or approved, whom these did, and so on
     */
    public record Candidate(
            long staffId,
            @Nullable LocalDate memberSince,
            @Nullable Long admittedBy,
            boolean manages,
            Set<Long> admitted) {}

    /**
     * A return that waits.
     *
     * @param actors the accounts of those who delivered, entered or signed it
     * @param inRoom at a visit, the account of the person who confirms the heads, else null
     * @param grounds on which it waits; none if it waits for those heads only
     */
    public record ToConfirm(
            long schoolId,
            LocalDate day,
            Set<Long> actors,
            @Nullable Long inRoom,
            Set<Ground> grounds) {
        boolean plausible() {
            return grounds.isEmpty();
        }
    }

    /** Returns whether only a manager confirms it: there are more children than the school's roll allows. */
    public static boolean isBeyondRoll(Set<Ground> grounds) {
        return grounds.contains(Ground.OVER_ROLL) || grounds.contains(Ground.HEADS);
    }

    /** Returns whether the person may confirm that a return that is not plausible is right. */
    public static boolean mayVouch(Candidate by, ToConfirm of) {
        if (of.actors().contains(by.staffId())) {
            return false;
        }
        if (isBeyondRoll(of.grounds())) {
            return by.manages() && Collections.disjoint(by.admitted(), of.actors());
        }
        var since = by.memberSince();
        var admitted = by.admittedBy();
        return by.manages()
                || since != null
                        && since.isBefore(of.day())
                        && (admitted == null || !of.actors().contains(admitted));
    }

    /**
     * Returns whether the person may confirm the return in the list of those that wait. At a visit that is the person in
     * the room, whose one answer also confirms the heads; a manager may confirm a visit that is not plausible.
     */
    public static boolean may(Candidate by, ToConfirm of) {
        if (of.inRoom() == null) {
            return mayVouch(by, of);
        }
        boolean inRoom = of.inRoom() == by.staffId();
        return of.plausible()
                ? inRoom && !of.actors().contains(by.staffId())
                : (inRoom || by.manages()) && mayVouch(by, of);
    }
}
