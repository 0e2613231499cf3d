package uk.thinkuknow.attendance;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.session.SessionService;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;

/** The signed returns and their lines: written together, taken back together, noted each time. */
@Singleton
class ReturnBook {
    private final SignedReturns returns;
    private final ReturnLines lines;
    private final SessionService sessions;
    private final ReturnNews news;
    private final PeopleService people;
    private final Clock clock;
    private final RandomGenerator random;

    ReturnBook(
            SignedReturns returns,
            ReturnLines lines,
            SessionService sessions,
            ReturnNews news,
            PeopleService people,
            Clock clock,
            RandomGenerator random) {
        this.returns = returns;
        this.lines = lines;
        this.sessions = sessions;
        this.news = news;
        this.people = people;
        this.clock = clock;
        this.random = random;
    }

    boolean isSigned(long sessionId) {
        return returns.ofSession(sessionId).isPresent();
    }

    void sign(StaffMember by, Delivery delivery, Counting counting) {
        var state = counting.nobodyCame() ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED;
        var signed = new SignedReturn(
                PublicId.draw(random), delivery.session().id(), state, by.name(), by.username(), clock.instant());
        var counts = counting.nobodyCame() ? List.<ClassCount>of() : counting.lines();
        write(signed, delivery, counts);
        var detail = counting.nobodyCame() ? "Nobody came." : ReturnPages.summary(delivery, counts);
        people.note(by.name(), "signed the return", delivery.subject(), detail);
        news.signed(delivery);
    }

    void takeBack(StaffMember by, Delivery delivery) {
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
        signed.requireTakenBackBy(by.username(), clock.instant());
        var detail = ReturnPages.summary(delivery, countsOf(signed));
        lines.removeOf(signed.sessionId());
        returns.delete(signed);
        sessions.returned(signed.sessionId(), null);
        people.note(by.name(), "took the signature back", delivery.subject(), detail);
        news.takenBack(delivery);
    }

    void signPast(PastReturn past, Delivery delivery) {
        var counts =
                past.classes().stream().map(marks -> count(marks, delivery)).toList();
        var nobody = counts.stream().allMatch(count -> count.attendance() == 0);
        var signed = new SignedReturn(
                PublicId.draw(random),
                past.sessionId(),
                nobody ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED,
                past.signedBy(),
                "",
                past.at());
        write(signed, delivery, nobody ? List.of() : counts);
        news.signed(delivery);
    }

    ReturnPage page(StaffMember by, Delivery delivery) {
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
        var until =
                signed.canBeTakenBackBy(by.username(), clock.instant()) ? Say.time(signed.canBeTakenBackUntil()) : null;
        return ReturnPages.of(delivery, signed, countsOf(signed), until, people.trailOf(delivery.subject()));
    }

    private void write(SignedReturn signed, Delivery delivery, List<ClassCount> counts) {
        returns.persist(signed);
        sessions.returned(signed.sessionId(), signed.signedAt());
        for (var count : counts) {
            lines.persist(new ReturnLine(signed.id(), delivery.delivered(), count));
        }
    }

    private List<ClassCount> countsOf(SignedReturn signed) {
        return lines.ofSession(signed.sessionId()).stream()
                .map(ReturnLine::count)
                .toList();
    }

    private static ClassCount count(PastReturn.ClassMarks marks, Delivery delivery) {
        var inRoom = delivery.room().of(marks.classId()).orElseThrow(NotFound::new);
        return new ClassCount(
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
