package uk.thinkuknow.programme;

import uk.thinkuknow.people.Scope;

/** A school and where it lay on the last day of a period. */
public record Place(
        long schoolId,
        String publicId,
        String name,
        String phase,
        String authorityKey,
        String regionKey,
        String nation) {
    boolean isPrimary() {
        return phase.equals("primary");
    }

    boolean liesIn(Scope scope) {
        return scope.holds(nation, regionKey, authorityKey);
    }
}
