package uk.thinkuknow.classroom.worry;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.MenuCount;

/**
 * Shows safeguarding leads in the menu and on their home page how many worries are unread or have nobody who deals with
 * them, and nothing else about them.
 */
@Singleton
@Priority(900)
@Unremovable
class WorryNotices implements MenuCount, HomeNotices {
    private final WorryBox box;

    WorryNotices(WorryBox box) {
        this.box = box;
    }

    @Override
    public String key() {
        return "worries";
    }

    @Override
    public long count(StaffMember me) {
        return me.is(Role.DSL) ? box.unread(me) + box.unassigned(me) : 0;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        if (!me.is(Role.DSL)) {
            return List.of();
        }
        var notices = new ArrayList<HomeNotice>();
        long unread = box.unread(me);
        if (unread > 0) {
            notices.add(new HomeNotice(
                    TextFormat.word(unread, "A child has sent a worry", unread + " worries are unread"),
                    Facts.tell(
                            "Only you and your colleague in safeguarding can read it. A child in danger now: ring {emergency.number}."),
                    HomeNotice.NOW,
                    "/worries"));
        }
        long nobodys = box.unassigned(me);
        if (nobodys > 0) {
            notices.add(new HomeNotice(
                    nobodys == 1
                            ? "A worry was opened, and nobody deals with it yet"
                            : nobodys + " worries were opened, and nobody deals with them yet",
                    "Say on its page that you deal with it, or close it once it is recorded.",
                    HomeNotice.NOW,
                    "/worries"));
        }
        return notices;
    }
}
