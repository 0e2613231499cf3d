package uk.thinkuknow.reach.days;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.Areas;
import uk.thinkuknow.reach.totals.DaysBy;
import uk.thinkuknow.reach.totals.Place;
import uk.thinkuknow.reach.totals.Slices;
import uk.thinkuknow.reach.totals.YearsLines;

/**
 * The rows of a report of reach between two days, in order, and the functions that assign schools, lines and awaited
 * lessons to them.
 */
record DaysNames(
        Map<String, String> names,
        Function<Place, String> byPlace,
        Function<LinesAtHand.Line, String> byLine,
        Function<YearsLines.Awaited, String> byAwaited) {
    /** The row for schools without a trust or a constituency and for lessons without a trainer. */
    private static final String NONE = "none";

    static DaysNames ofPlaces(DaysBy by, Scope scope, Collection<Place> places, Areas areas) {
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
            case PHASE -> Slices.PHASES.forEach(each -> names.put(each, InWords.capitalised(each)));
            default -> throw new IllegalStateException(by + " is no place");
        }
        return new DaysNames(names, place -> keyOf(by, place), line -> "", awaited -> "");
    }

    private static String keyOf(DaysBy by, Place place) {
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
    static DaysNames ofFacts(DaysBy by, Collection<Place> places, Map<Long, String> facts) {
        var names = new LinkedHashMap<String, String>();
        places.stream()
                .map(place -> facts.getOrDefault(place.schoolId(), ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .forEach(name -> names.put(name, name));
        names.put(NONE, by == DaysBy.TRUST ? "Schools without a trust" : "Schools whose constituency is not known");
        return new DaysNames(names, place -> facts.getOrDefault(place.schoolId(), NONE), line -> "", awaited -> "");
    }

    static DaysNames ofBands() {
        var names = new LinkedHashMap<String, String>();
        Slices.BANDS.forEach(band -> names.put(band, "Ages " + band.replace('-', '–')));
        return new DaysNames(names, place -> "", LinesAtHand.Line::band, YearsLines.Awaited::band);
    }

    /** @param modules the module by version id */
    static DaysNames ofModules(Map<Long, YearsLines.Named> modules) {
        return new DaysNames(
                sorted(modules.values()),
                place -> "",
                line -> modules.getOrDefault(line.version(), new YearsLines.Named("", ""))
                        .key(),
                YearsLines.Awaited::module);
    }

    /** @param trainers the trainer by session id */
    static DaysNames ofTrainers(Map<Long, YearsLines.Named> trainers) {
        var names = sorted(trainers.values());
        names.put(NONE, "Teachers of the schools themselves");
        return new DaysNames(
                names,
                place -> "",
                line -> trainers.getOrDefault(line.session(), new YearsLines.Named(NONE, ""))
                        .key(),
                awaited -> awaited.trainer().isEmpty() ? NONE : awaited.trainer());
    }

    String place(Place place) {
        return byPlace.apply(place);
    }

    String line(LinesAtHand.Line line) {
        return byLine.apply(line);
    }

    /** @param place the place of the awaited lesson's school */
    String awaited(YearsLines.Awaited awaited, Place place) {
        var key = byPlace.apply(place);
        return key.isEmpty() ? byAwaited.apply(awaited) : key;
    }

    private static Map<String, String> sorted(Collection<YearsLines.Named> named) {
        var names = new HashMap<String, String>();
        named.forEach(each -> names.put(each.key(), each.name()));
        var order = new LinkedHashMap<String, String>();
        List.copyOf(names.entrySet()).stream()
                .sorted(Entry.<String, String>comparingByValue().thenComparing(Entry.comparingByKey()))
                .forEach(each -> order.put(each.getKey(), each.getValue()));
        return order;
    }
}
