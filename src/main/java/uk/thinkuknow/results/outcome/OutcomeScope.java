package uk.thinkuknow.results.outcome;

import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/** The area whose outcomes a user may see: the batches that are wholly within it. */
record OutcomeScope(Scope scope) {
    static OutcomeScope of(StaffMember me) {
        return new OutcomeScope(me.reads());
    }

    boolean holds(Batch batch) {
        return switch (scope.kind()) {
            case PROGRAMME -> true;
            case NATION -> scope.key().equals(batch.nation());
            case REGION -> scope.key().equals(batch.region());
            case AUTHORITY -> scope.key().equals(batch.authority());
        };
    }

    /** Returns whether the area is a nation or the whole programme, so that tables by area show regions. */
    boolean hasRegions() {
        return scope.kind() == Scope.Kind.PROGRAMME || scope.kind() == Scope.Kind.NATION;
    }

    /**
     * Returns the key of a table by area: the region, or the authority if the area has one region. Empty for a batch of
     * a wider area.
     */
    String areaOf(Batch batch) {
        var key = hasRegions() ? batch.region() : batch.authority();
        return key == null ? "" : key;
    }
}
