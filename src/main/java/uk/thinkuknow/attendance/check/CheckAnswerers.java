package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.thinkuknow.attendance.plausibility.ConfirmerCheck;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;

/**
 * Answers who may give the heads of a drawn return again: members of the school's staff who could have confirmed it as
 * a second person, and did not.
 */
@Singleton
class CheckAnswerers {
    private final ConfirmerCheck confirmers;
    private final FigureQuestions questions;

    CheckAnswerers(ConfirmerCheck confirmers, FigureQuestions questions) {
        this.confirmers = confirmers;
        this.questions = questions;
    }

    boolean may(StaffMember by, SessionFacts session) {
        return confirmers.mayVouch(by, rules(session)) && isApart(new Person(by.id(), by.name(), null), session);
    }

    /** Returns the members of the school's staff who may, sorted by name. */
    List<Person> of(SessionFacts session) {
        return confirmers.people(rules(session)).stream()
                .filter(each -> isApart(each, session))
                .toList();
    }

    private static ConfirmerRules.ToConfirm rules(SessionFacts session) {
        return new ConfirmerRules.ToConfirm(session.schoolId(), session.localDate(), session.actors(), null, Set.of());
    }

    /** Returns whether this person neither confirmed the return nor is to confirm its heads. */
    private boolean isApart(Person each, SessionFacts session) {
        return !Objects.equals(session.confirmer(), each.staffId())
                && questions.confirmer(session.id()).filter(each.name()::equals).isEmpty();
    }
}
