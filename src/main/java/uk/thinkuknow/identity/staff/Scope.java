package uk.thinkuknow.identity.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The area whose data a person may see: the whole programme, or one nation, region or authority.
 *
 * @param key of the area; empty for the whole programme
 * @param regions the keys of the regions that are wholly inside it; empty for the whole programme, which has them all
 */
public record Scope(Kind kind, String key, Set<String> regions) {
    public static final Scope PROGRAMME = new Scope(Kind.PROGRAMME, "", Set.of());

    /** The kind of area. */
    public enum Kind {
        PROGRAMME,
        NATION,
        REGION,
        AUTHORITY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Scope nation(String key, Set<String> regions) {
        return new Scope(Kind.NATION, key, Set.copyOf(regions));
    }

    public static Scope region(String key) {
        return new Scope(Kind.REGION, key, Set.of(key));
    }

    public static Scope authority(String key) {
        return new Scope(Kind.AUTHORITY, key, Set.of());
    }

    /** Reads what {@link #token} writes. A nation's regions are left empty; the caller fills them in. */
    public static Optional<Scope> read(String token) {
        if (token.isEmpty()) {
            return Optional.of(PROGRAMME);
        }
        var parts = token.split(" ", 2);
        return Arrays.stream(Kind.values())
                .filter(each -> each != Kind.PROGRAMME && each.key().equals(parts[0]) && parts.length == 2)
                .findFirst()
                .map(kind -> new Scope(kind, parts[1], kind == Kind.REGION ? Set.of(parts[1]) : Set.of()));
    }

    public boolean isProgramme() {
        return kind == Kind.PROGRAMME;
    }

    /** Returns whether a place with this nation, region and authority is in the area. */
    public boolean holds(String nation, String region, String authority) {
        return switch (kind) {
            case PROGRAMME -> true;
            case NATION -> key.equals(nation);
            case REGION -> key.equals(region);
            case AUTHORITY -> key.equals(authority);
        };
    }

    /** Returns whether all of another area is in this one, as far as the areas themselves tell. */
    public boolean covers(Scope other) {
        return isProgramme() || token().equals(other.token()) || other.kind == Kind.REGION && holdsRegion(other.key);
    }

    /** Returns whether the whole region is in the area. Things without a region belong only to the whole programme. */
    public boolean holdsRegion(@Nullable String region) {
        return isProgramme() || regions.contains(Objects.requireNonNullElse(region, ""));
    }

    /** The area in a word or two, for example "region north-west"; empty for the whole programme. */
    public String token() {
        return isProgramme() ? "" : kind.key() + " " + key;
    }

    /**
     * An SQL condition: an authority is in the scope whose token is the given parameter.
     *
     * @param authority the alias of the table of authorities
     */
    public static String sql(String parameter, String authority) {
        return """
                (%1$s in ('', concat('region ', %2$s.region_key), concat('authority ', %2$s.authority_key),
                  concat('nation ', (select n.nation from region_v n where n.region_key = %2$s.region_key))))""".formatted(parameter, authority);
    }
}
