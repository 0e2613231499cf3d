package uk.thinkuknow.attendance.confirmation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.confirmation.UntoldReturns.Reader;
import uk.thinkuknow.attendance.confirmation.UntoldReturns.Untold;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.schools.members.AreaManagers;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolService;

/** Finds the addresses of those who are asked to confirm a return. */
@Singleton
class Confirmers {
    private final ConfirmationService waiting;
    private final StaffingService staffing;
    private final AreaManagers managers;
    private final SchoolService schools;

    Confirmers(ConfirmationService waiting, StaffingService staffing, AreaManagers managers, SchoolService schools) {
        this.waiting = waiting;
        this.staffing = staffing;
        this.managers = managers;
        this.schools = schools;
    }

    String school(long schoolId) {
        return schools.school(schoolId).name();
    }

    /**
     * Returns the addresses of the school's lead, deputy and administrators who may confirm the return; if none of them
     * has one, of every colleague who may; if nobody at the school has one, of the nearest managers. A letter to
     * managers goes to the nearest.
     */
    List<String> addresses(long schoolId, Reader reader, Untold each) {
        var may = reader == Reader.MANAGER ? List.<Person>of() : waiting.confirmersOf(each.session());
        return Stream.<List<Person>>of(
                        may.stream().filter(isAsked(schoolId)).toList(), may, managers.nearest(schoolId, each.signer()))
                .map(Confirmers::addresses)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Predicate<Person> isAsked(long schoolId) {
        var leads = staffing.leadsOf(schoolId);
        return each -> is(leads.lead(), each)
                || is(leads.deputy(), each)
                || staffing.isAdministratorOf(each.staffId(), schoolId);
    }

    private static List<String> addresses(List<Person> people) {
        return people.stream()
                .map(Person::email)
                .filter(Letter::isAddress)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static boolean is(@Nullable Person lead, Person each) {
        return lead != null && lead.staffId() == each.staffId();
    }
}
