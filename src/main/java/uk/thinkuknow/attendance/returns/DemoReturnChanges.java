package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Adds to demo data a return whose withdrawal waits for its second signature, without writing to anybody. */
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
     * Asks to withdraw a return.
     *
     * @param by the person who signed the return and asks, with a reason, to withdraw it
     */
    @Transactional
    public void bringIn(StaffMember by, SessionFacts session, String why) {
        changes.persist(new ReturnChange(session.id(), ReturnChange.Kind.WITHDRAWAL, why, by.id(), clock.instant()));
        people.note(by.name(), "asked to withdraw the return", "session " + session.publicId(), why);
    }
}
