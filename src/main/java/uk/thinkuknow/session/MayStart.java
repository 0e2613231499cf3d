package uk.thinkuknow.session;

import jakarta.inject.Singleton;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.people.Installation;
import uk.thinkuknow.people.Safeguards;

/** Whether children may be taught here at all: always in a demo, else only when the safeguards are on record. */
@Singleton
class MayStart {
    private final Installation installation;
    private final Safeguards safeguards;

    MayStart(Installation installation, Safeguards safeguards) {
        this.installation = installation;
        this.safeguards = safeguards;
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
}
