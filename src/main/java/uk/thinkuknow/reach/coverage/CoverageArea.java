package uk.thinkuknow.reach.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.StaffMember;

/** The area that a coverage query is limited to: the whole programme, a nation, a region or an authority. */
record CoverageArea(@Nullable Kind kind, String key) {
    static final CoverageArea EVERYWHERE = new CoverageArea(null, "");

    /** The kinds of area, with their columns in the coverage tables. */
    enum Kind {
        NATION("nation"),
        REGION("region_key"),
        AUTHORITY("authority_key");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /** The area of the user. */
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

    /** True if the area has several regions, so that figures are split by region. */
    boolean hasRegions() {
        return kind == null || kind == Kind.NATION;
    }

    /** The area as in URLs, for example "region/north-west"; empty for the whole programme and for a nation. */
    String inAddress() {
        return kind == null || kind == Kind.NATION ? "" : kind == Kind.REGION ? "region/" + key : "authority/" + key;
    }
}
