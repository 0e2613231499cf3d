package uk.thinkuknow.schools.members;

import java.util.List;

/** A feature that knows what a member of staff has left open at a school, to be handed over when they leave; higher {@code @Priority} first. */
public interface OpenWork {
    /** What she has open at the school, the oldest first; empty if nothing is. */
    List<OpenThing> openOf(long staffId, long schoolId);

    /** What she has open at schools that she visits, as {@link #openOf}. */
    default List<OpenThing> openOnVisits(long staffId) {
        return List.of();
    }

    /** One thing, in words ("The register of 5B Rowan, 24 November"), and the page on which it stands. */
    record OpenThing(String words, String href) {}
}
