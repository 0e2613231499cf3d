package uk.thinkuknow.reach.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * The area that a coverage query is limited to: the whole programme, a nation, a region or an authority.
 *
 * @param kind null for the whole programme
 * @param key empty for the whole programme
 */
record CoverageArea(@Nullable Kind kind, String key) {
    static final CoverageArea EVERYWHERE = new CoverageArea(null, "");

    /** The kinds of area smaller than the whole programme, with their columns in the coverage tables. */
    enum Kind {
        NATION("nation"),
        REGION("region_key"),
        AUTHORITY("authority_key");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /** The area whose data the user may read. */
    static CoverageArea of(StaffMember me) {
        var scope = me.reads();
        return switch (scope.kind()) {
            case PROGRAMME -> EVERYWHERE;
            case NATION -> new CoverageArea(Kind.NATION, scope.key());
            case REGION -> new CoverageArea(Kind.REGION, scope.key());
            case AUTHORITY -> new CoverageArea(Kind.AUTHORITY, scope.key());
        };
    }

    /** An SQL condition on the table alias {@code c}. */
    String sql() {
        return kind == null ? "TRUE" : "c." + kind.column + " = ?";
    }

    List<String> parameters() {
        return kind == null ? List.of() : List.of(key);
    }

    boolean isEverywhere() {
        return kind == null;
    }

    /** Returns whether figures of the area are split by region: true for the whole programme and for a nation. */
    boolean hasRegions() {
        return kind == null || kind == Kind.NATION;
    }

    /** The area as in URLs, for example "region/north-west"; empty for the whole programme and for a nation. */
    String inAddress() {
        return kind == null || kind == Kind.NATION ? "" : kind == Kind.REGION ? "region/" + key : "authority/" + key;
    }
}
