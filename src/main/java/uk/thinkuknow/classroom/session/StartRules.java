package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.LessonHelpServices;
import uk.thinkuknow.identity.staff.Safeguards;
import uk.thinkuknow.schools.frame.StaffSchools;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Checks the conditions for teaching children on this installation: the safeguards on record, reviewed lessons,
 * confirmed helplines and a safeguarding lead. A demo needs none of them.
 */
@Singleton
class StartRules {
    private final Installation installation;
    private final Safeguards safeguards;
    private final StaffSchools staff;
    private final SchoolService schools;
    private final LessonHelpServices services;

    StartRules(
            Installation installation,
            Safeguards safeguards,
            StaffSchools staff,
            SchoolService schools,
            LessonHelpServices services) {
        this.installation = installation;
        this.safeguards = safeguards;
        this.staff = staff;
        this.schools = schools;
        this.services = services;
    }

    /**
     * Checks the safeguards, the review of the lesson and its helplines.
     *
     * @throws StartRefused naming each missing safeguard or, if none is missing, each helpline that nobody has
     *     confirmed
     */
    void check(PublishedModule module, long schoolId) {
        if (installation.demo()) {
            return;
        }
        var missing = new ArrayList<String>();
        if (!module.reviewed()) {
            missing.add(Words.of("session.lessonReview"));
        }
        safeguards.missing().forEach(kind -> missing.add(kind.inWords()));
        if (!missing.isEmpty()) {
            throw new StartRefused("session.notOnRecord", String.join("; ", missing));
        }
        var unconfirmed = services.unconfirmed(module, schools.school(schoolId).nation());
        if (!unconfirmed.isEmpty()) {
            throw new StartRefused(
                    "session.helplinesUnchecked",
                    unconfirmed.stream()
                            .map(fact -> fact.in(Language.ENGLISH).title())
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * Checks that the school has a safeguarding lead.
     *
     * @throws StartRefused if the school has no safeguarding lead to read a worry
     */
    void requireLead(long schoolId) {
        if (!installation.demo() && !staff.hasLead(schoolId)) {
            throw new StartRefused("session.noLead");
        }
    }
}
