package uk.thinkuknow.schools.calendars;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;

/** Creates managers of an area for tests. */
@Singleton
public class GivenManagers {
    @Inject
    PeopleService people;

    /** A manager of one authority. */
    @Transactional
    public StaffBrowser of(String authorityKey) {
        var username = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(username, "Manager " + username, null, null);
        people.setArea(people.byUsername(username).orElseThrow().id(), Scope.authority(authorityKey));
        return StaffBrowser.as(username + " manager");
    }
}
