package uk.thinkuknow.identity.staff;

import java.util.List;

/** A feature that knows of something that waits for a member of staff: it stands on their home, higher {@code @Priority} first. */
public interface HomeNotices {
    List<HomeNotice> of(StaffMember me);

    /**
     * What waits for her.
     *
     * @param words of the link: what she is to do
     * @param detail what it is about
     * @param tag why it waits, in two or three words
     * @param href the page on which she does it
     */
    record HomeNotice(String words, String detail, String tag, String href) {
        /** The tag of what stands before everything else, because a child may need somebody. */
        public static final String NOW = "Now";

        public boolean isUrgent() {
            return tag.equals(NOW);
        }
    }
}
