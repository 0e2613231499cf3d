package uk.thinkuknow.reach.totals;

import uk.thinkuknow.identity.staff.Scope;

/** A school and its area on a day, mostly the last day of a period. */
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

    public boolean liesIn(Scope scope) {
        return scope.holds(nation, regionKey, authorityKey);
    }
}
