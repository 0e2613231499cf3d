package uk.thinkuknow.schools.school;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Snapshot of a school, with its area of today.
 *
 * @param roll the number of pupils, or null if unknown
 */
public record SchoolFacts(
        long id,
        PublicId publicId,
        String name,
        String town,
        String postcode,
        String phase,
        @Nullable Integer roll,
        Area area) {
    public String nation() {
        return area.nation();
    }

    public String regionKey() {
        return area.regionKey();
    }

    /** Returns whether the school's area of today is in the scope. */
    public boolean isIn(Scope scope) {
        return scope.holds(area.nation(), area.regionKey(), area.authorityKey());
    }

    public String authorityKey() {
        return area.authorityKey();
    }
}
