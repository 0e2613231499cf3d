package uk.thinkuknow.schools.members;

import java.util.List;

/**
 * Lists the open work of a member of staff at a school, which is handed over when they leave. Each feature with such
 * work implements it; higher {@code @Priority} comes first.
 */
public interface OpenWork {
    /** The member's open work at the school, oldest first; empty if there is none. */
    List<OpenItem> openOf(long staffId, long schoolId);

    /** The member's open work at schools they visit, oldest first. */
    default List<OpenItem> openOnVisits(long staffId) {
        return List.of();
    }

    /** One piece of open work in words ("The register of 5B Rowan, 24 November"), and the page to open. */
    record OpenItem(String words, String href) {}
}
