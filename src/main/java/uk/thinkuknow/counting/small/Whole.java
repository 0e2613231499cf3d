package uk.thinkuknow.counting.small;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shown number with those shown parts of it that are part of no smaller one. Readers can work out what is left of it.
 *
 * @param rest what is left of the whole without its parts
 */
record Whole(PublishedCell cell, List<PublishedCell> parts, CellBase rest) {
    String unit() {
        return cell.unit();
    }

    /** The wholes among some numbers, with those others that are parts of them. */
    static List<Whole> of(Map<String, PublishedCell> wholes, Collection<PublishedCell> cells) {
        record Way(String way, String whole) {}
        var parts = new LinkedHashMap<Way, List<PublishedCell>>();
        for (var cell : cells) {
            cell.wholes()
                    .forEach((way, keys) -> keys.stream()
                            .filter(wholes::containsKey)
                            .findFirst()
                            .ifPresent(key -> parts.computeIfAbsent(new Way(way, key), each -> new ArrayList<>())
                                    .add(cell)));
        }
        var all = new ArrayList<Whole>();
        parts.forEach((way, some) -> {
            var whole = wholes.get(way.whole());
            if (whole != null) {
                all.add(of(whole, some));
            }
        });
        return all;
    }

    private static Whole of(PublishedCell cell, List<PublishedCell> parts) {
        var all = CellBase.sum(parts.stream().map(PublishedCell::base).toList());
        return new Whole(cell, parts, cell.base().minus(all));
    }
}
