package uk.thinkuknow.reach.frozen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.thinkuknow.attendance.check.SchoolCheck;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.reach.totals.ClosedPlaces;
import uk.thinkuknow.reach.totals.LinesAsOf;

/**
 * The counts of a period by school.
 *
 * @param figures by age band, and for all as ""
 * @param weeks as in {@link SchoolPart.Apart}
 * @param heads the attendances by audience
 */
record PartCounts(
        Map<Long, Map<String, Figures>> figures,
        Map<Long, Map<LocalDate, List<Integer>>> weeks,
        Map<Long, Map<String, LinesAsOf.Heads>> heads,
        List<SchoolCheck> checks) {
    /** The parts of all schools in which anything was counted. */
    List<SchoolPart> parts(ClosedPlaces where) {
        var checked = new HashMap<Long, List<Integer>>();
        checks.forEach(each -> checked.put(each.schoolId(), each.numbers()));
        var parts = new ArrayList<SchoolPart>();
        for (var place : where.places()) {
            var apart = new SchoolPart.Apart(
                    headsOf(heads.getOrDefault(place.schoolId(), Map.of())),
                    weeks.getOrDefault(place.schoolId(), Map.of()),
                    checked.getOrDefault(place.schoolId(), List.of()));
            var counted = figures.getOrDefault(place.schoolId(), Map.of());
            if (!counted.isEmpty() || !apart.heads().isEmpty() || !apart.check().isEmpty()) {
                parts.add(SchoolPart.of(place, counted, apart));
            }
        }
        return parts;
    }

    private static Map<String, Integer> headsOf(Map<String, LinesAsOf.Heads> audiences) {
        var heads = new TreeMap<String, Integer>();
        audiences.forEach((audience, each) -> {
            if (audience.equals("lesson")) {
                heads.put("gradeA", each.gradeA());
                heads.put("gradeB", each.gradeB());
                heads.put("gradeC", each.all() - each.gradeA() - each.gradeB());
            } else {
                heads.put(audience, each.all());
            }
        });
        return heads;
    }
}
