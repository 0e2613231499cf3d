package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Stores returns that were not signed on the register page: those of paper registers and of demo data. */
@Singleton
public class ReturnImporter {
    private final Deliveries deliveries;
    private final SignedReturns returns;
    private final PeopleService people;

    ReturnImporter(Deliveries deliveries, SignedReturns returns, PeopleService people) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.people = people;
    }

    /**
     * Stores a return that was signed in the past, for demo data; it counts at once. The audit entry says so, and names
     * who signed and when.
     *
     * @throws IllegalArgumentException if it breaks the counting rules
     */
    @Transactional
    public void signPast(PastReturn past) {
        var delivery = deliveries.of(past.sessionId());
        sign(past, "", false, delivery);
        people.note(
                PeopleService.BY_ITSELF,
                Words.of("returns.actImported"),
                delivery.subject(),
                Words.of(
                        "returns.importedBy",
                        past.signedBy(),
                        TextFormat.longDay(past.at()),
                        TextFormat.timeOfDay(past.at()),
                        returns.summaryOf(delivery)));
    }

    /**
     * Stores the return of a paper register, which counts at once, signed by the person who entered it. They can take
     * the signature back for ten minutes.
     *
     * @param words the summary for the audit
     * @throws IllegalArgumentException if it breaks the counting rules
     */
    @Transactional
    public void signPaper(StaffMember by, PastReturn past, String words) {
        var delivery = deliveries.of(past.sessionId());
        sign(past, by.username(), true, delivery);
        people.note(by.name(), Words.of("returns.actPaper"), delivery.subject(), words);
    }

    private void sign(PastReturn past, String signer, boolean fromPaper, Delivery delivery) {
        var counts =
                past.classes().stream().map(marks -> count(marks, delivery)).toList();
        var nobody = counts.stream().allMatch(count -> count.attendance() == 0);
        var signed = new SignedReturn(
                PublicId.draw(),
                past.sessionId(),
                1,
                nobody ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED,
                new SignedReturn.Signature(past.signedBy(), signer, past.at()));
        returns.bringIn(
                fromPaper ? signed.fromPaper() : signed,
                delivery,
                nobody ? SessionAttendance.NOBODY : new SessionAttendance(counts, 0));
    }

    private static ClassAttendance count(PastReturn.ClassMarks marks, Delivery delivery) {
        var inRoom = delivery.sessionClasses().of(marks.classId()).orElseThrow(NotFound::new);
        return new ClassAttendance(
                marks.classId(),
                inRoom.cardGroupId(),
                marks.namedA(),
                marks.namedB(),
                inRoom.inForce(),
                inRoom.forCards(),
                marks.unnamed(),
                marks.guests(),
                marks.notTakingPart());
    }
}
