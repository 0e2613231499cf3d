package uk.thinkuknow.reach.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.reach.coverage.CoverageService.AreaName;
import uk.thinkuknow.web.FormOption;

/**
 * Holds the regions and authorities that the user may look at: finds one by its address, gives its name, and lists them
 * all as options of the area select.
 */
final class AreaNames {
    private final Map<String, String> regions = new LinkedHashMap<>();
    private final Map<String, String> authorities = new LinkedHashMap<>();
    private final Map<String, List<String>> ofRegion = new LinkedHashMap<>();

    AreaNames(List<AreaName> all) {
        all.forEach(each -> {
            regions.put(each.region(), each.regionName());
            authorities.put(each.authority(), each.authorityName());
            ofRegion.computeIfAbsent(each.region(), any -> new ArrayList<>()).add(each.authority());
        });
    }

    /**
     * @param address for example "region/north-west" or "authority/harrowbeck"
     * @return empty if the user may not see the area or it does not exist
     */
    Optional<CoverageArea> within(String address) {
        int slash = address.indexOf('/');
        var kind = slash < 0 ? "" : address.substring(0, slash);
        var key = address.substring(slash + 1);
        return switch (kind) {
            case "region" ->
                regions.containsKey(key)
                        ? Optional.of(new CoverageArea(CoverageArea.Kind.REGION, key))
                        : Optional.empty();
            case "authority" ->
                authorities.containsKey(key)
                        ? Optional.of(new CoverageArea(CoverageArea.Kind.AUTHORITY, key))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    String region(String key) {
        return regions.getOrDefault(key, key);
    }

    String authority(String key) {
        return authorities.getOrDefault(key, key);
    }

    String name(CoverageArea within) {
        return switch (within.kind()) {
            case null -> Words.of("coverage.theUnitedKingdom");
            case NATION -> Nations.name(within.key());
            case REGION -> region(within.key());
            case AUTHORITY -> authority(within.key());
        };
    }

    /** The options of the area select: each region, with its authorities below it. */
    List<Group> groups(CoverageArea chosen) {
        var groups = new ArrayList<Group>();
        ofRegion.forEach((region, theirs) -> {
            var choices = new ArrayList<FormOption>();
            choices.add(choice(
                    new CoverageArea(CoverageArea.Kind.REGION, region),
                    Words.of("coverage.allOf", region(region)),
                    chosen));
            theirs.forEach(key ->
                    choices.add(choice(new CoverageArea(CoverageArea.Kind.AUTHORITY, key), authority(key), chosen)));
            groups.add(new Group(region(region), choices));
        });
        return groups;
    }

    private static FormOption choice(CoverageArea within, String words, CoverageArea chosen) {
        return new FormOption(within.inAddress(), words, within.equals(chosen));
    }

    /** The options of the area select for one region: the region itself and its authorities. */
    record Group(String name, List<FormOption> choices) {}
}
