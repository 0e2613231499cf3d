package uk.thinkuknow.reach.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** The schools that are looked at: of the whole programme, or of one area. */
record Within(@Nullable Kind kind, String key) {
    static final Within EVERYWHERE = new Within(null, "");

    enum Kind {
        NATION("nation"),
        REGION("region_key"),
        AUTHORITY("authority_key");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    static Within of(StaffMember me) {
        var scope = me.reads();
        return switch (scope.kind()) {
            case PROGRAMME -> EVERYWHERE;
            case NATION -> new Within(Kind.NATION, scope.key());
            case REGION -> new Within(Kind.REGION, scope.key());
            case AUTHORITY -> new Within(Kind.AUTHORITY, scope.key());
        };
    }

    /** A condition on coverage_school, called c. */
    String sql() {
        return kind == null ? "TRUE" : "c." + kind.column + " = ?";
    }

    List<String> parameters() {
        return kind == null ? List.of() : List.of(key);
    }

    boolean isEverywhere() {
        return kind == null;
    }

    /** Do several regions lie in it, so that they are told apart? */
    boolean hasRegions() {
        return kind == null || kind == Kind.NATION;
    }

    /** As an address says it: "region/north-west", "" for everywhere. */
    String inAddress() {
        return kind == null || kind == Kind.NATION ? "" : kind == Kind.REGION ? "region/" + key : "authority/" + key;
    }
}
