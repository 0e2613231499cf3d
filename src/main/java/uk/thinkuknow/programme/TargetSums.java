package uk.thinkuknow.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The targets of a period's terms, to be summed; what has none is left out, which is not zero. */
record TargetSums(List<One> all) {

    /** A target of one term. */
    record One(String regionKey, String band, int children) {}

    /** For all bands together. */
    Map<String, Integer> byRegion() {
        var sums = new HashMap<String, Integer>();
        for (var one : all) {
            if (one.band().equals(Target.EVERY_BAND)) {
                sums.merge(one.regionKey(), one.children(), Integer::sum);
            }
        }
        return sums;
    }

    Map<String, Integer> byBand(Set<String> regions) {
        var sums = new HashMap<String, Integer>();
        for (var one : all) {
            if (!one.band().equals(Target.EVERY_BAND) && regions.contains(one.regionKey())) {
                sums.merge(one.band(), one.children(), Integer::sum);
            }
        }
        return sums;
    }
}
