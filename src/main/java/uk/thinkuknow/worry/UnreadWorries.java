package uk.thinkuknow.worry;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.people.HomeNotices;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.school.MenuCount;

/** Says in the menu and at the top of her home that worries wait for a safeguarding lead: how many, and nothing else. */
@Singleton
@Unremovable
class UnreadWorries implements MenuCount, HomeNotices {
    private final WorryBox box;

    UnreadWorries(WorryBox box) {
        this.box = box;
    }

    @Override
    public String key() {
        return "worries";
    }

    @Override
    public long count(StaffMember me) {
        return me.is(Role.DSL) ? box.unread(me) : 0;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        long unread = count(me);
        return unread == 0
                ? List.of()
                : List.of(new HomeNotice(
                        unread == 1 ? "A child has sent a worry" : unread + " worries are unread",
                        "Only you and your colleague in safeguarding can read it. A child in danger now: ring 999.",
                        HomeNotice.NOW,
                        "/worries"));
    }
}
