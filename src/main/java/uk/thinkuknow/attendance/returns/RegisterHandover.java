package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;

/**
 * Hands a register to a colleague, who signs it instead. The signer can do so, or the school's safeguarding lead,
 * deputy or administrator; once the signer has left, the programme's manager too.
 */
@Singleton
class RegisterHandover {
    private final SessionService sessions;
    private final StaffingService staffing;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final SignedReturns returns;

    RegisterHandover(
            SessionService sessions,
            StaffingService staffing,
            SchoolService schools,
            CurriculumService curriculum,
            PeopleService people,
            SignedReturns returns) {
        this.sessions = sessions;
        this.staffing = staffing;
        this.schools = schools;
        this.curriculum = curriculum;
        this.people = people;
        this.returns = returns;
    }

    /**
     * Returns the page that says who signs, and to whom the register can be handed.
     *
     * @throws NotFound for a session that the user may not see
     */
    @Transactional
    SignerPage page(StaffMember by, PublicId id, String problem) {
        var session = theSession(by, id);
        boolean isSigner = session.signer().staffId() == by.id();
        boolean may = mayHand(by, session);
        return new SignerPage(
                new SignerPage.Head(
                        id.value(),
                        curriculum.version(session.moduleVersionId()).lesson().title(),
                        session.classNames(),
                        London.inWords(session.startedAt()),
                        session.state() == SessionState.RUNNING,
                        staffing.hasLeft(session.signer().staffId(), session.schoolId())),
                session.signer().name(),
                new SignerPage.Reader(isSigner, by.is(Role.TEACHER), by.is(Role.MANAGER), may, stays(by, session)),
                may ? colleagues(by, session) : List.of(),
                problem);
    }

    /**
     * Hands a register to a colleague at the session's school; handing it to its signer changes nothing.
     *
     * @return the name of the colleague
     * @throws Refused if the user may not hand it over, or it is signed and its signer has not left
     * @throws NotFound for a session that the user may not see, or a colleague who does not belong to its school
     */
    @Transactional
    String handOver(StaffMember by, PublicId id, PublicId to) {
        var session = theSession(by, id);
        var colleague = people.account(to);
        staffing.requireMember(colleague.id(), session.schoolId());
        if (stays(by, session)) {
            throw new Refused("returns.staysWithSigner");
        }
        if (!mayHand(by, session)) {
            throw new Refused("returns.mayNotHandOver", session.signer().name());
        }
        sessions.handTo(by, session.id(), colleague.id());
        return colleague.name();
    }

    private SessionFacts theSession(StaffMember by, PublicId id) {
        if (!by.is(Role.MANAGER)) {
            return sessions.session(by, id);
        }
        var session = sessions.session(id);
        if (!schools.school(session.schoolId()).isIn(by.scope())) {
            throw new NotFound();
        }
        return session;
    }

    /**
     * A signed register stays with its signer, because limits and checks look at who signed. Only for somebody who has left
     * another person hands it over, so that it can be amended.
     */
    private boolean stays(StaffMember by, SessionFacts session) {
        return returns.isSigned(session.id()) && (session.signer().staffId() == by.id() || !hasLeft(session));
    }

    private boolean mayHand(StaffMember by, SessionFacts session) {
        if (session.state() == SessionState.CANCELLED || stays(by, session)) {
            return false;
        }
        return session.signer().staffId() == by.id()
                || leads(by, session.schoolId())
                || by.is(Role.MANAGER) && hasLeft(session);
    }

    private boolean leads(StaffMember by, long schoolId) {
        if (!Objects.equals(by.schoolId(), schoolId)) {
            return false;
        }
        var leads = staffing.leadsOf(schoolId);
        return is(leads.lead(), by) || is(leads.deputy(), by) || staffing.isAdministratorOf(by.id(), schoolId);
    }

    private static boolean is(@org.jspecify.annotations.Nullable Person person, StaffMember by) {
        return person != null && person.staffId() == by.id();
    }

    /**
     * Returns whether the signer's account is disabled, or the signer does not belong to the school, such as a visiting
     * trainer: the school itself cannot reach them.
     */
    private boolean hasLeft(SessionFacts session) {
        var signer = session.signer().staffId();
        return staffing.staffOf(session.schoolId()).stream().noneMatch(person -> person.staffId() == signer)
                || people.account(signer).isDisabled();
    }

    private List<FormOption> colleagues(StaffMember by, SessionFacts session) {
        var ids = staffing.staffOf(session.schoolId()).stream()
                .map(Person::staffId)
                .filter(id -> id != session.signer().staffId())
                .toList();
        return people.accounts(ids).values().stream()
                .filter(account -> !account.isDisabled())
                .sorted(Comparator.comparing(Account::name))
                .map(account -> new FormOption(
                        account.publicId().value(),
                        account.id() == by.id() ? Words.of("returns.myself", account.name()) : account.name(),
                        false))
                .toList();
    }
}
