package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** The classes that a teacher chose for a session, with the cards in force on its day. */
@Singleton
class ChosenClasses {
    private final SchoolService schools;

    ChosenClasses(SchoolService schools) {
        this.schools = schools;
    }

    /**
     * The rows of the classes in a session that starts then.
     *
     * @throws StartRefused if none is chosen
     * @throws NotFound if a class or a group is not the school's
     */
    List<ClassInSession> of(long schoolId, List<StartSession.ChosenClass> chosen, Instant at) {
        if (chosen.isEmpty()) {
            throw StartRefused.noClass();
        }
        return chosen.stream().map(choice -> row(schoolId, choice, at)).toList();
    }

    /** @throws AnotherBand if the lesson is for another band than a class's */
    void requireBandOf(PublishedModule module, List<StartSession.ChosenClass> chosen, long schoolId) {
        var others = chosen.stream()
                .map(choice -> schools.classOf(schoolId, choice.classId()))
                .filter(facts -> !facts.band().equals(module.lesson().band()))
                .toList();
        if (!others.isEmpty()) {
            throw new AnotherBand(module.lesson().band(), others);
        }
    }

    /** @throws StartRefused if the calendar of the school's nation has no term then */
    TermOf termOn(long schoolId, Instant at) {
        return schools.termOn(schools.school(schoolId).nation(), London.dateOf(at))
                .orElseThrow(
                        () -> new StartRefused(
                                "There is no term on this day in the calendar of the school’s nation. Ask the programme to add it."));
    }

    static ClassInSession inSession(ClassFacts facts, @Nullable GroupFacts group, Instant at) {
        var inForce = facts.inForce(London.dateOf(at));
        CardSet forCards = group == null ? inForce : group.cards().and(inForce);
        return new ClassInSession(facts.id(), group == null ? null : group.id(), forCards, inForce);
    }

    private ClassInSession row(long schoolId, StartSession.ChosenClass choice, Instant at) {
        var facts = schools.classOf(schoolId, choice.classId());
        var wanted = choice.groupId();
        var group = wanted == null
                ? null
                : facts.groups().stream()
                        .filter(found -> found.publicId().equals(wanted))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return inSession(facts, group, at);
    }
}
