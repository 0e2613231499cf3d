package uk.thinkuknow.reach.report;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.counting.KeptTotalsCount;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the counting of the kept totals against a second, naive count over random histories of a few schools. */
public class TotalsHistoryTest {
    private static final long FIRST = 20261127;
    private static final int HISTORIES = TestSample.ALL ? 10_000 : 2_000;
    private static final int NOTICED = 5;

    @Test
    void keptTotalsEqualANaiveCountInThousandsOfHistories() {
        LongStream.range(FIRST, FIRST + HISTORIES)
                .parallel()
                .forEach(seed -> assertEquals("", difference(seed, NaiveCount.Bug.NONE), () -> "history " + seed));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachDeliberateMistakeInTheNaiveCountIsNoticed(NaiveCount.Bug bug) {
        long noticed = LongStream.range(FIRST, FIRST + HISTORIES)
                .filter(seed -> !difference(seed, bug).isEmpty())
                .limit(NOTICED)
                .count();
        assertEquals(NOTICED, noticed, bug + " went unnoticed");
    }

    @Test
    void theHistoriesContainTheCasesOfTheCountingRules() {
        var seen = new TreeSet<String>();
        LongStream.range(FIRST, FIRST + 200).mapToObj(RandomHistory::new).forEach(history -> {
            if (!history.moves.isEmpty()) {
                seen.add("moves");
            }
            history.links.forEach(link -> seen.add("same " + link.same()));
            history.acts.forEach(lesson -> {
                seen.add(lesson.state().name());
                if (!lesson.day().equals(java.time.LocalDate.ofInstant(lesson.start(), java.time.ZoneOffset.UTC))) {
                    seen.add("another day by the clock of the world");
                }
                lesson.parts().forEach(part -> {
                    seen.add(part.group() == 0 ? "class" : "group");
                    seen.add(part.guests() > 0 ? "guests" : "");
                    seen.add(part.named().isEmpty() ? "heads" : part.unnamed() > 0 ? "visitors" : "cards");
                    var change = part.schoolClass().change();
                    seen.add(change != null && part.named().contains(change.newcomer()) ? "newcomer" : "");
                });
            });
        });
        assertEquals(
                "[, AWAITING, BOOKED, CANCELLED, NOBODY, SIGNED, WITHDRAWN, another day by the clock of the world, cards,"
                        + " class, group, guests, heads, moves, newcomer, same false, same true, visitors]",
                seen.toString());
    }

    private static String difference(long seed, NaiveCount.Bug bug) {
        var history = new RandomHistory(seed);
        return difference(KeptTotalsCount.of(history), NaiveCount.of(history, bug));
    }

    public static String difference(Map<String, int[]> kept, Map<String, int[]> naive) {
        var names = new TreeSet<>(kept.keySet());
        names.addAll(naive.keySet());
        for (var name : names) {
            if (!Arrays.equals(kept.get(name), naive.get(name))) {
                return name + ": kept " + Arrays.toString(kept.get(name)) + ", counted "
                        + Arrays.toString(naive.get(name));
            }
        }
        return "";
    }
}
