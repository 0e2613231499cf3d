package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Lists the signed returns that wait for a second person, and lets such a person confirm them or send them back
 * (counting rules, version 2).
 */
@Singleton
public class ConfirmationService {
    /** How many days a return waits until it is in the manager's list of unanswered ones. */
    public static final int UNANSWERED_AFTER_DAYS = 14;

    /**
     * Returns that wait for this person: those they may confirm, oldest day first, 200 at most.
     *
     * @param unanswered for a manager, those of their area that have waited for more than 14 days; else none
     * @param others those they may confirm; for a manager, the others of their area
     */
    public record WaitingFor(List<WaitingReturn> unanswered, List<WaitingReturn> others) {
        /** All of them. */
        public int size() {
            return unanswered.size() + others.size();
        }
    }

    /**
     * Who may confirm a return.
     *
     * @param names members of the school's staff who may, sorted; empty if only a manager can
     */
    public record Confirmers(List<String> names) {}

    /** Returns what waits for this person. */
    @Transactional
    public WaitingFor waitingFor(StaffMember by) {
        return new WaitingFor(List.of(), List.of());
    }

    /**
     * Returns a waiting return of the user's school, of their own signature or of their area, with the facts to decide
     * by.
     *
     * @throws NotFound if there is none that they may see
     */
    @Transactional
    public WaitingReturn.Detail waiting(StaffMember by, PublicId session) {
        throw new NotFound();
    }

    /** Returns whether this person may confirm the waiting return of a session; false if none waits. */
    @Transactional
    public boolean mayConfirm(StaffMember by, PublicId session) {
        return false;
    }

    /**
     * Returns who may confirm the waiting return of a session.
     *
     * @throws NotFound if there is none that the user may see
     */
    @Transactional
    public Confirmers confirmers(StaffMember by, PublicId session) {
        throw new NotFound();
    }

    /**
     * Confirms waiting returns, so that they count from now on. Those that somebody else confirmed meanwhile are left
     * out.
     *
     * @return the number of returns confirmed
     * @throws MayNotConfirm if the user may not confirm one of them; then none is confirmed
     * @throws NotFound if the user may not see one of them
     */
    @Transactional
    public int confirm(StaffMember by, List<PublicId> sessions) {
        return sessions.size();
    }

    /**
     * Sends a waiting return back: the register is open again for its signer. The entry of a paper register is deleted.
     *
     * @throws NoReason if the reason is missing or longer than {@link NoReason#AT_MOST}
     * @throws ConfirmedAlready if it no longer waits
     * @throws MayNotConfirm if the user may not confirm it
     * @throws NotFound if the user may not see it
     */
    @Transactional
    public void sendBack(StaffMember by, PublicId session, String why) {
        throw new NotFound();
    }
}
