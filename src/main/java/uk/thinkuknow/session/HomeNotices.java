package uk.thinkuknow.session;

import java.util.List;
import uk.thinkuknow.people.StaffMember;

/** A feature that knows of something besides sessions that needs a teacher: it stands on her home. */
public interface HomeNotices {
    List<HomeNotice> of(StaffMember me);

    /** What needs her, as the words of a link, with what to do about it, and the page on which she does it. */
    record HomeNotice(String words, String detail, String href) {}
}
