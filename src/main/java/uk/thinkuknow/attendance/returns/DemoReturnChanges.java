package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Adds to demo data a request to withdraw a return, which waits for its second signature. No email is written. */
@Singleton
public class DemoReturnChanges {
    private final ReturnChanges changes;
    private final PeopleService people;
    private final Clock clock;

    DemoReturnChanges(ReturnChanges changes, PeopleService people, Clock clock) {
        this.changes = changes;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Stores a request to withdraw the return of a session, and its audit entry.
     *
     * @param by the person who signed the return and asks to withdraw it
     * @param why the reason given
     */
    @Transactional
    public void bringIn(StaffMember by, SessionFacts session, String why) {
        changes.persist(new ReturnChange(session.id(), ReturnChange.Kind.WITHDRAWAL, why, by.id(), clock.instant()));
        people.note(by.name(), Words.of("returns.actAskedWithdraw"), "session " + session.publicId(), why);
    }
}
