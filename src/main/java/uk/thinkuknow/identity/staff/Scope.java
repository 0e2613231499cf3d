package uk.thinkuknow.identity.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees: the whole programme, or one nation, region or authority of it.
 *
 * @param key of the area; empty for the whole programme
 * @param regions the keys of the regions that lie in it with all their schools; nobody asks it of the whole programme
 */
public record Scope(Kind kind, String key, Set<String> regions) {
    public static final Scope PROGRAMME = new Scope(Kind.PROGRAMME, "", Set.of());

    /** What an area is. */
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

    /** As {@link #token} writes it; a nation's regions are filled in by whoever knows them. */
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

    /** Does what lies there lie in it? */
    public boolean holds(String nation, String region, String authority) {
        return switch (kind) {
            case PROGRAMME -> true;
            case NATION -> key.equals(nation);
            case REGION -> key.equals(region);
            case AUTHORITY -> key.equals(authority);
        };
    }

    /** Does a whole region lie in it? What belongs to no region is the whole programme's. */
    public boolean holdsRegion(@Nullable String region) {
        return isProgramme() || regions.contains(Objects.requireNonNullElse(region, ""));
    }

    /** In one word or two: "region north-west"; empty for the whole programme. */
    public String token() {
        return isProgramme() ? "" : kind.key() + " " + key;
    }

    /**
     * A condition in SQL: does what lies in an authority lie in the scope whose token is a parameter?
     *
     * @param authority the alias of the table of authorities
     */
    public static String sql(String parameter, String authority) {
        return """
                (%1$s in ('', concat('region ', %2$s.region_key), concat('authority ', %2$s.authority_key),
                  concat('nation ', (select n.nation from region_v n where n.region_key = %2$s.region_key))))""".formatted(parameter, authority);
    }
}
