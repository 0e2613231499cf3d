package uk.thinkuknow.schools.years;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.system.SystemCheck;

/** Tells how long the terms on record last: warns administrators 18 months before they end, and everyone afterwards. */
@Singleton
public class TermsLeft implements SystemCheck {
    private static final int MONTHS_AHEAD = 18;

    private final SchoolYears years;
    private final Clock clock;

    TermsLeft(SchoolYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    /** A nation, and the last day of its last year. */
    public record LastDay(String nation, LocalDate day) {
        private String inWords() {
            return Words.of("years.nationUntil", Nations.name(nation), TextFormat.day(day));
        }
    }

    /** The nations whose terms have run out. */
    public List<LastDay> ended() {
        return endingBefore(London.today(clock));
    }

    /** The sentences for staff: which terms have ended, what happens meanwhile, and whom to ask. */
    public static String inWords(List<LastDay> ended) {
        return Words.of("years.ended", names(ended));
    }

    @Override
    public List<Found> at(Instant now) {
        var today = London.dateOf(now);
        var soon = endingBefore(today.plusMonths(MONTHS_AHEAD));
        var over = endingBefore(today);
        var name = Words.of("years.title");
        if (soon.isEmpty()) {
            var first = lastDays().stream().min(Comparator.comparing(LastDay::day));
            return first
                    .map(each -> new Found(name, Words.of("years.lastUntil", TextFormat.day(each.day())), "", null))
                    .stream()
                    .toList();
        }
        return List.of(new Found(
                name,
                over.isEmpty() ? Words.of("years.endSoon", names(soon)) : Words.of("years.endedShort", names(over)),
                Words.of(over.isEmpty() ? "years.addInTime" : "years.addNow"),
                "/years"));
    }

    private List<LastDay> endingBefore(LocalDate day) {
        return lastDays().stream().filter(each -> each.day().isBefore(day)).toList();
    }

    private List<LastDay> lastDays() {
        return years.ends().entrySet().stream()
                .map(each -> new LastDay(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(each -> Nations.KEYS.indexOf(each.nation())))
                .toList();
    }

    private static String names(List<LastDay> some) {
        return some.stream().map(LastDay::inWords).collect(Collectors.joining(", "));
    }
}
