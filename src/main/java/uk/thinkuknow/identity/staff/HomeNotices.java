package uk.thinkuknow.identity.staff;

import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * Supplies notices for the staff home page: tasks that wait for the user. Implemented by packages that depend on this
 * one; those with a higher {@code @Priority} come first.
 */
public interface HomeNotices {
    List<HomeNotice> of(StaffMember me);

    /**
     * A task that waits for the user.
     *
     * @param words the text of the link: what to do
     * @param detail what it is about
     * @param tag why it waits, in two or three words
     * @param href the page on which to do it
     */
    record HomeNotice(String words, String detail, String tag, String href) {
        /** The tag of the most urgent notices, shown first because a child may need help. */
        public static final String NOW = Words.of("staff.now");

        public boolean isUrgent() {
            return tag.equals(NOW);
        }
    }
}
