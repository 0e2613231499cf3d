package uk.thinkuknow.classroom.worry;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.Words;
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
                    Words.of("worries.noticeUnread", unread),
                    Words.of("worries.noticeUnreadText", Facts.tell("{emergency.number}")),
                    HomeNotice.NOW,
                    "/worries"));
        }
        long nobodys = box.unassigned(me);
        if (nobodys > 0) {
            notices.add(new HomeNotice(
                    Words.of("worries.noticeOpened", nobodys),
                    Words.of("worries.noticeOpenedText"),
                    HomeNotice.NOW,
                    "/worries"));
        }
        return notices;
    }
}
