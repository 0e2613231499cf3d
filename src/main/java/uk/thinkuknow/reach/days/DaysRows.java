package uk.thinkuknow.reach.days;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.DaysQueries;
import uk.thinkuknow.reach.totals.DaysRowKind;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * The rows of a report of reach between two days, in order, and the functions that assign schools, lines and lessons
 * that do not count yet to them.
 */
record DaysRows(
        Map<String, String> names,
        Function<Place, String> byPlace,
        Function<ReturnLinesCache.Line, String> byLine,
        Function<DaysQueries.Pending, String> byPending) {
    /** The row for schools without a trust or a constituency and for lessons without a trainer. */
    private static final String NONE = "none";

    static DaysRows ofPlaces(DaysRowKind by, Scope scope, Collection<Place> places, Areas areas) {
        var names = new LinkedHashMap<String, String>();
        switch (by) {
            case NATION -> areas.regions(scope).forEach(each -> names.put(each.nation(), Nations.name(each.nation())));
            case REGION -> areas.regions(scope).forEach(each -> names.put(each.key(), each.name()));
            case AUTHORITY ->
                areas.authorities().values().stream()
                        .sorted(Comparator.comparing(Areas.Authority::name))
                        .forEach(each -> names.put(each.key(), each.name()));
            case SCHOOL ->
                places.stream()
                        .sorted(Comparator.comparing(Place::name))
                        .forEach(each -> names.put(each.publicId(), each.name()));
            case PHASE -> TargetSlices.PHASES.forEach(each -> names.put(each, TextFormat.capitalised(each)));
            default -> throw new IllegalStateException(by + " is no place");
        }
        return new DaysRows(names, place -> keyOf(by, place), line -> "", pending -> "");
    }

    private static String keyOf(DaysRowKind by, Place place) {
        return switch (by) {
            case NATION -> place.nation();
            case REGION -> place.regionKey();
            case AUTHORITY -> place.authorityKey();
            case SCHOOL -> place.publicId();
            case PHASE -> place.phase();
            default -> throw new IllegalStateException(by + " is no place");
        };
    }

    /** @param facts the trust or constituency by school id */
    static DaysRows ofFacts(DaysRowKind by, Collection<Place> places, Map<Long, String> facts) {
        var names = new LinkedHashMap<String, String>();
        places.stream()
                .map(place -> facts.getOrDefault(place.schoolId(), ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .forEach(name -> names.put(name, name));
        names.put(NONE, Words.of(by == DaysRowKind.TRUST ? "days.noTrust" : "days.noConstituency"));
        return new DaysRows(names, place -> facts.getOrDefault(place.schoolId(), NONE), line -> "", pending -> "");
    }

    /** @param bands the keys of the age bands that there ever were, youngest first */
    static DaysRows ofBands(List<String> bands) {
        var names = new LinkedHashMap<String, String>();
        bands.forEach(band -> names.put(band, TargetSlices.name(band)));
        return new DaysRows(names, place -> "", ReturnLinesCache.Line::band, DaysQueries.Pending::band);
    }

    /** @param modules the module by version id */
    static DaysRows ofModules(Map<Long, DaysQueries.Named> modules) {
        return new DaysRows(
                sorted(modules.values()),
                place -> "",
                line -> modules.getOrDefault(line.version(), new DaysQueries.Named("", ""))
                        .key(),
                DaysQueries.Pending::module);
    }

    /** @param trainers the trainer by session id */
    static DaysRows ofTrainers(Map<Long, DaysQueries.Named> trainers) {
        var names = sorted(trainers.values());
        names.put(NONE, Words.of("days.teachers"));
        return new DaysRows(
                names,
                place -> "",
                line -> trainers.getOrDefault(line.session(), new DaysQueries.Named(NONE, ""))
                        .key(),
                pending -> pending.trainer().isEmpty() ? NONE : pending.trainer());
    }

    String place(Place place) {
        return byPlace.apply(place);
    }

    String line(ReturnLinesCache.Line line) {
        return byLine.apply(line);
    }

    /** @param place the place of the lessons' school */
    String pending(DaysQueries.Pending pending, Place place) {
        var key = byPlace.apply(place);
        return key.isEmpty() ? byPending.apply(pending) : key;
    }

    private static Map<String, String> sorted(Collection<DaysQueries.Named> named) {
        var names = new HashMap<String, String>();
        named.forEach(each -> names.put(each.key(), each.name()));
        var order = new LinkedHashMap<String, String>();
        List.copyOf(names.entrySet()).stream()
                .sorted(Entry.<String, String>comparingByValue().thenComparing(Entry.comparingByKey()))
                .forEach(each -> order.put(each.getKey(), each.getValue()));
        return order;
    }
}
