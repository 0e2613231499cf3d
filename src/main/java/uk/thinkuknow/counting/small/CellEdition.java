package uk.thinkuknow.counting.small;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one publication of a period.
 *
 * @param period the key of the period; two editions of one period have the same
 * @param first the first day of the period
 * @param last the last day of the period
 * @param cells the most important number first, and each number after those it is a part of
 */
public record CellEdition(String period, LocalDate first, LocalDate last, List<PublishedCell> cells) {
    Map<String, PublishedCell> byKey() {
        var byKey = new LinkedHashMap<String, PublishedCell>();
        cells.forEach(cell -> byKey.put(cell.key(), cell));
        return byKey;
    }

    CellEdition with(List<PublishedCell> others) {
        return new CellEdition(period, first, last, List.copyOf(others));
    }
}
