package uk.thinkuknow.results.outcome;

import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/** Whose batches somebody sees: those that lie wholly within what she looks after. */
record Within(Scope scope) {
    static Within of(StaffMember me) {
        return new Within(me.reads());
    }

    boolean holds(Batch batch) {
        return switch (scope.kind()) {
            case PROGRAMME -> true;
            case NATION -> scope.key().equals(batch.nation());
            case REGION -> scope.key().equals(batch.region());
            case AUTHORITY -> scope.key().equals(batch.authority());
        };
    }

    /** Do several regions lie in it, so that they are told apart? */
    boolean hasRegions() {
        return scope.kind() == Scope.Kind.PROGRAMME || scope.kind() == Scope.Kind.NATION;
    }

    /** What rows by area are told apart by: regions, or the authorities of one. Empty for a batch of a wider area. */
    String areaOf(Batch batch) {
        var key = hasRegions() ? batch.region() : batch.authority();
        return key == null ? "" : key;
    }
}
