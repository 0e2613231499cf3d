package uk.thinkuknow.attendance.returns;

import java.util.Objects;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.SecondNeeded;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Who may sign a change of a return as the second: never who asked for it. */
final class SecondHand {
    private SecondHand() {}

    /**
     * Somebody else of the school's staff, or a manager of its area; the heads of a visit are for the school alone to
     * confirm. The caller has made sure that a manager sees the session.
     */
    static boolean may(StaffMember by, ReturnChange change, Delivery delivery) {
        return by.id() != change.asker()
                && (isOfSchool(by, delivery) || by.is(Role.MANAGER) && !isSchoolsAlone(change, delivery));
    }

    /** @throws SecondNeeded if she may not, saying who may */
    static void require(StaffMember by, String asker, ReturnChange change, Delivery delivery) {
        if (by.id() == change.asker()) {
            throw SecondNeeded.sameHand(asker, who(change, delivery));
        }
        if (!may(by, change, delivery)) {
            throw SecondNeeded.notHers(who(change, delivery));
        }
    }

    /** Who may, in words. */
    static String who(ReturnChange change, Delivery delivery) {
        return isSchoolsAlone(change, delivery)
                ? "somebody of the school’s staff who was in the room and did not deliver the session"
                : "another teacher, the safeguarding lead or the administrator of the school, or a manager of the programme for its area";
    }

    /** Does the rule of visits hold, that whoever was in the room says how many heads there were? */
    static boolean isSchoolsAlone(ReturnChange change, Delivery delivery) {
        return !change.isWithdrawal() && delivery.session().confirmer() != null;
    }

    private static boolean isOfSchool(StaffMember by, Delivery delivery) {
        return Objects.equals(by.schoolId(), delivery.session().schoolId()) && (by.is(Role.TEACHER) || by.is(Role.DSL));
    }
}
