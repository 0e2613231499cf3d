package uk.thinkuknow.attendance.confirmation;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.attendance.returns.WaitingReturnDetails;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.StaffMember;

/** Shows signers on their home page which of their returns was sent back and why, until they sign it again. */
@Singleton
@Priority(740)
class SentBackNotices implements HomeNotices {
    private final SessionService sessions;
    private final WaitingReturnDetails details;

    SentBackNotices(SessionService sessions, WaitingReturnDetails details) {
        this.sessions = sessions;
        this.details = details;
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
