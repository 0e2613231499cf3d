package uk.thinkuknow.session;

import jakarta.inject.Singleton;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.people.Installation;
import uk.thinkuknow.people.Safeguards;
import uk.thinkuknow.school.SchoolsOfStaff;

/** Whether children may be taught here at all: always in a demo, else only when the safeguards are on record. */
@Singleton
class MayStart {
    private final Installation installation;
    private final Safeguards safeguards;
    private final SchoolsOfStaff staff;

    MayStart(Installation installation, Safeguards safeguards, SchoolsOfStaff staff) {
        this.installation = installation;
        this.safeguards = safeguards;
        this.staff = staff;
    }

    /** @throws StartRefused naming each safeguard that is missing and who can mend it */
    void check(PublishedModule module) {
        if (installation.demo()) {
            return;
        }
        var missing = new java.util.ArrayList<String>();
        if (!module.reviewed()) {
            missing.add("the review of this lesson by a safeguarding professional");
        }
        safeguards.missing().forEach(kind -> missing.add(kind.inWords()));
        if (!missing.isEmpty()) {
            throw new StartRefused("This session cannot start until these are on record: " + String.join("; ", missing)
                    + ". Your administrator puts them on record; until then you can try the lesson out.");
        }
    }

    /** @throws StartRefused where nobody could read what a child asks a grown-up to read */
    void requireLead(long schoolId) {
        if (!installation.demo() && !staff.hasLead(schoolId)) {
            throw new StartRefused(
                    "This session cannot start while nobody at your school leads safeguarding here: a worry"
                            + " that a child sends would have no reader. Your school’s administrator names the lead and the deputy"
                            + " on the page People.");
        }
    }
}
