package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * When a trainer is free: the usual week, and entries for days that differ from it. The entries apply in the order in
 * which they were made: a day away clears the day, an extra day adds hours to it.
 */
public record TrainerWeek(Collection<WeekdayHours> usual, List<WeekDifference> differences) {
    /** A period between two instants. */
    private record Span(Instant from, Instant to) {}

    /** Returns whether the trainer is free for the whole of this time. */
    public boolean isFreeFor(Slot slot) {
        return spansOn(London.dateOf(slot.startsAt())).stream()
                .anyMatch(span ->
                        !slot.startsAt().isBefore(span.from) && !slot.endsAt().isAfter(span.to));
    }

    /** Why the trainer is not free, as the end of a sentence: "away", "no hours that day" or their hours. */
    public String whyNotFreeFor(Slot slot) {
        var day = London.dateOf(slot.startsAt());
        var last = differences.stream().filter(each -> each.covers(day)).reduce((first, second) -> second);
        if (last.isPresent() && last.get() instanceof WeekDifference.Away) {
            return Words.of("matching.away");
        }
        var hours = hoursOn(day);
        if (hours.isEmpty()) {
            return Words.of("matching.noHours");
        }
        return Words.of(
                "matching.outsideHours",
                String.join(
                        " and ",
                        hours.stream()
                                .map(each -> Words.of(
                                        "matching.fromTo",
                                        TextFormat.timeOfDay(each.from()),
                                        TextFormat.timeOfDay(each.to())))
                                .toList()));
    }

    /** The trainer's hours of a day, in order; adjoining and overlapping ones are joined. */
    List<WeekdayHours> hoursOn(LocalDate day) {
        var hours = new ArrayList<>(
                usual.stream().filter(each -> each.day() == day.getDayOfWeek()).toList());
        for (var each : differences) {
            if (each.covers(day)) {
                switch (each) {
                    case WeekDifference.Away _ -> hours.clear();
                    case WeekDifference.Extra extra ->
                        hours.add(WeekdayHours.on(day.getDayOfWeek(), extra.from(), extra.to()));
                }
            }
        }
        hours.sort(Comparator.comparing(WeekdayHours::from));
        return joined(hours);
    }

    private List<Span> spansOn(LocalDate day) {
        return hoursOn(day).stream()
                .map(each -> new Span(instant(day, each.from(), false), instant(day, each.to(), true)))
                .toList();
    }

    /** When clocks go back, an hour occurs twice: hours start at its first occurrence and end at its second. */
    private static Instant instant(LocalDate day, LocalTime time, boolean asAnEnd) {
        var zoned = ZonedDateTime.of(LocalDateTime.of(day, time), London.ZONE);
        return (asAnEnd ? zoned.withLaterOffsetAtOverlap() : zoned.withEarlierOffsetAtOverlap()).toInstant();
    }

    private static List<WeekdayHours> joined(List<WeekdayHours> sorted) {
        var joined = new ArrayList<WeekdayHours>();
        for (var next : sorted) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && !next.from().isAfter(before.to())) {
                var to = next.to().isAfter(before.to()) ? next.to() : before.to();
                joined.set(joined.size() - 1, new WeekdayHours(before.weekday(), before.from(), to));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }
}
