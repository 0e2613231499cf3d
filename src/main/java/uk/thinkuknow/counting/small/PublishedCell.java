package uk.thinkuknow.counting.small;

import java.util.List;
import java.util.Map;

/**
 * A number of a published table, or one that may be published.
 *
 * @param key its table, row and column; the same number of another period or edition has the same key
 * @param unit what it counts: only numbers of one unit are subtracted from each other
 * @param adds whether the numbers of consecutive periods add up to that of the whole time
 * @param wholes for each way in which tables add up, such as areas or age bands, the keys of the numbers it is a part
 *     of, the smallest first
 */
public record PublishedCell(String key, String unit, boolean adds, CellBase base, Map<String, List<String>> wholes) {
    /** The same number with the base it had in an earlier edition. */
    PublishedCell as(CellBase earlier) {
        return new PublishedCell(key, unit, adds, earlier, wholes);
    }
}
