package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.thinkuknow.attendance.plausibility.ConfirmerCheck;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.SecondSignatureNeeded;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;

/**
 * Answers who may give the second signature to a change of a return: another member of the school's staff or a manager,
 * but never the person who asked for it, and only who may vouch for a return by {@link ConfirmerRules}. So nobody signs
 * with somebody whom they have just admitted.
 */
@Singleton
class SecondSignerRules {
    private final ConfirmerCheck confirmers;

    SecondSignerRules(ConfirmerCheck confirmers) {
        this.confirmers = confirmers;
    }

    /**
     * Returns whether this person may sign: another member of the school's staff or, unless the heads of a visit are
     * amended, a manager. The caller has checked that a manager may see the session.
     */
    boolean may(StaffMember by, ReturnChange change, Delivery delivery) {
        return by.id() != change.asker()
                && (isOfSchool(by, delivery) || by.is(Role.MANAGER) && !isSchoolsAlone(change, delivery))
                && confirmers.mayVouch(by, rules(change.asker(), delivery));
    }

    /** Returns whether this person may vouch for an amended return that is not plausible on these grounds. */
    boolean mayVouch(StaffMember by, long asker, Delivery delivery, Set<Ground> grounds) {
        return confirmers.mayVouch(by, confirmers.of(delivery, asker, grounds));
    }

    /**
     * Checks that this person may sign second.
     *
     * @throws SecondSignatureNeeded if they may not; the message says who may
     */
    void require(StaffMember by, String asker, ReturnChange change, Delivery delivery) {
        if (by.id() == change.asker()) {
            throw SecondSignatureNeeded.samePerson(asker, who(change, delivery));
        }
        if (!may(by, change, delivery)) {
            throw SecondSignatureNeeded.notAllowed(who(change, delivery));
        }
    }

    /** Returns in words who may sign. */
    static String who(ReturnChange change, Delivery delivery) {
        return isSchoolsAlone(change, delivery)
                ? Words.of("returns.whoSignsVisit")
                : Words.of("returns.whoSignsSecond");
    }

    /**
     * Returns whether only the school's staff may sign: the heads of a visit were amended, which is for people who were
     * in the classroom to confirm.
     */
    static boolean isSchoolsAlone(ReturnChange change, Delivery delivery) {
        return !change.isWithdrawal() && delivery.session().confirmer() != null;
    }

    /** Returns the school's staff who may sign what this person asks for, sorted by name. */
    List<Person> ofSchool(long asker, Delivery delivery) {
        return confirmers.vouchers(rules(asker, delivery));
    }

    private ConfirmerRules.ToConfirm rules(long asker, Delivery delivery) {
        return confirmers.of(delivery, asker, Set.of());
    }

    private static boolean isOfSchool(StaffMember by, Delivery delivery) {
        return Objects.equals(by.schoolId(), delivery.session().schoolId()) && (by.is(Role.TEACHER) || by.is(Role.DSL));
    }
}
