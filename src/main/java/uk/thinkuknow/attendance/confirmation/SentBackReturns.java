package uk.thinkuknow.attendance.confirmation;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.attendance.returns.WaitingReturnDetails;
import uk.thinkuknow.classroom.session.SentBack;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Shows which returns were sent back, until they are signed again; their signers read on their home page why. */
@Singleton
@Priority(740)
class SentBackReturns implements HomeNotices, SentBack {
    private final SessionService sessions;
    private final WaitingReturnDetails details;
    private final PeopleService people;

    SentBackReturns(SessionService sessions, WaitingReturnDetails details, PeopleService people) {
        this.sessions = sessions;
        this.details = details;
        this.people = people;
    }

    @Override
    @Transactional
    public Set<Long> among(List<SessionFacts> of) {
        var subjects = of.stream().map(SentBackReturns::subject).toList();
        var sentBack = people.lastOf(Words.of("returns.actSentBack"), subjects);
        var signed = people.lastOf(Words.of("returns.actSigned"), subjects);
        return of.stream()
                .filter(each -> sentBack.getOrDefault(subject(each), Instant.MIN)
                        .isAfter(signed.getOrDefault(subject(each), Instant.MIN)))
                .map(SessionFacts::id)
                .collect(Collectors.toSet());
    }

    private static String subject(SessionFacts session) {
        return "session " + session.publicId();
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        var school = me.schoolId();
        var mine = school == null ? sessions.visitsOf(me.id()) : sessions.awaiting(school);
        return mine.stream()
                .filter(each -> each.signer().staffId() == me.id())
                .flatMap(each -> notice(me, each).stream())
                .toList();
    }

    private Optional<HomeNotice> notice(StaffMember me, SessionFacts session) {
        return details.sentBack(me, session.publicId())
                .map(words -> new HomeNotice(
                        Words.of("confirmation.noticeSentBack", session.forWhom()),
                        words,
                        Words.of("confirmation.noticeSentBackTag"),
                        "/sessions/" + session.publicId() + "/register"));
    }
}
