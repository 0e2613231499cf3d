package uk.thinkuknow.schools.school;

import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

/** What others may know of a school, with the area in which it lies today. */
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

    public boolean liesIn(Scope scope) {
        return scope.holds(area.nation(), area.regionKey(), area.authorityKey());
    }

    public String authorityKey() {
        return area.authorityKey();
    }
}
