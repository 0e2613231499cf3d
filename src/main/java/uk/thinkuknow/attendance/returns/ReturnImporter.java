package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.plausibility.Judgement;
import uk.thinkuknow.attendance.plausibility.PlausibilityService;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.London;
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
    private final PlausibilityService plausibility;
    private final PeopleService people;

    ReturnImporter(
            Deliveries deliveries, SignedReturns returns, PlausibilityService plausibility, PeopleService people) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.plausibility = plausibility;
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
        signPast(past, delivery, new Judgement(plausibility.rulesOf(delivery, London.dateOf(past.at())), Set.of()));
    }

    /** Stores such a return, which waits for a second person if it is not plausible. */
    @Transactional
    public void signPastAsJudged(PastReturn past) {
        var delivery = deliveries.of(past.sessionId());
        signPast(
                past,
                delivery,
                plausibility.judge(delivery, came(past, delivery).marks(Map.of(), false), 0));
    }

    private void signPast(PastReturn past, Delivery delivery, Judgement judgement) {
        var came = came(past, delivery);
        store(past, null, delivery, came, judgement, false);
        people.noteByItself(
                Words.of("returns.actImported"),
                delivery.subject(),
                Words.of(
                        "returns.importedBy",
                        past.signedBy(),
                        TextFormat.longDay(past.at()),
                        TextFormat.timeOfDay(past.at()),
                        came.noted(delivery)));
    }

    /**
     * Stores the return of a paper register, signed by the person who entered it. It counts at once if it is plausible,
     * else once a second person has confirmed it. The signer can take the signature back for ten minutes.
     *
     * @param words the summary for the audit
     * @throws IllegalArgumentException if it breaks the counting rules
     */
    @Transactional
    public void signPaper(StaffMember by, PastReturn past, String words) {
        var delivery = deliveries.of(past.sessionId());
        var came = came(past, delivery);
        store(past, by, delivery, came, plausibility.judge(delivery, came.marks(Map.of(), true), 0), true);
        people.note(by.name(), Words.of("returns.actPaper"), delivery.subject(), words);
    }

    private void store(
            PastReturn past,
            @Nullable StaffMember by,
            Delivery delivery,
            SessionAttendance came,
            Judgement judgement,
            boolean fromPaper) {
        var signed = new SignedReturn(
                        PublicId.draw(),
                        past.sessionId(),
                        1,
                        judgement.isPlausible() ? came.state() : SignedReturn.State.UNCONFIRMED,
                        new SignedReturn.Signature(past.signedBy(), by == null ? "" : by.username(), past.at()))
                .judged(judgement.rules(), judgement.grounds());
        returns.store(by == null ? null : by.id(), fromPaper ? signed.fromPaper() : signed, delivery, came);
    }

    private static SessionAttendance came(PastReturn past, Delivery delivery) {
        var counts =
                past.classes().stream().map(marks -> count(marks, delivery)).toList();
        return counts.stream().allMatch(count -> count.attendance() == 0)
                ? SessionAttendance.NOBODY
                : new SessionAttendance(counts, 0);
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
