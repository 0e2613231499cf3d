package uk.thinkuknow.attendance.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterWords;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;

/**
 * The numbers of one class of a return as they count now, each beside what a requested change would make of it. A
 * session without classes has one comparison, of its heads.
 *
 * @param cards the cards that would be newly here or no longer here, in words; empty if none would, or if the class
 *     would have no line
 */
record ReturnComparison(String name, List<Row> rows, String cards) {

    /** One number as it counts and as it would count, and the difference, for example "+2". */
    record Row(String what, int counts, int would, String change, boolean sum) {
        static Row of(String what, int counts, int would, boolean sum) {
            int more = would - counts;
            return new Row(
                    what,
                    counts,
                    would,
                    more == 0 ? Words.of("returns.theSame") : more > 0 ? "+" + more : "−" + -more,
                    sum);
        }
    }

    /** Compares every class that is in the return now or after the change. */
    static List<ReturnComparison> between(SessionAttendance counts, SessionAttendance would, Delivery delivery) {
        if (counts.heads() > 0 || would.heads() > 0) {
            return List.of(new ReturnComparison(
                    delivery.session().forWhom(),
                    List.of(Row.of(Words.of("returns.heads"), counts.heads(), would.heads(), true)),
                    ""));
        }
        var classes = new TreeSet<List<Long>>((a, b) -> a.toString().compareTo(b.toString()));
        counts.classes().forEach(each -> classes.add(key(each)));
        would.classes().forEach(each -> classes.add(key(each)));
        return classes.stream()
                .map(key -> side(SessionAttendance.name(delivery, key.getFirst()), find(counts, key), find(would, key)))
                .toList();
    }

    private static ReturnComparison side(
            String name, @Nullable ClassAttendance counts, @Nullable ClassAttendance would) {
        var rows = new ArrayList<Row>();
        add(rows, Words.of("returns.onDevices"), size(counts, true), size(would, true));
        add(rows, Words.of("returns.fromClassList"), size(counts, false), size(would, false));
        add(
                rows,
                Words.of("returns.withoutCard"),
                counts == null ? 0 : counts.unnamed(),
                would == null ? 0 : would.unnamed());
        add(rows, Words.of("returns.guests"), counts == null ? 0 : counts.guests(), would == null ? 0 : would.guests());
        rows.add(Row.of(
                Words.of("returns.heads"),
                counts == null ? 0 : counts.attendance(),
                would == null ? 0 : would.attendance(),
                true));
        add(
                rows,
                Words.of("returns.notTakingPart"),
                counts == null ? 0 : counts.notTakingPart(),
                would == null ? 0 : would.notTakingPart());
        return new ReturnComparison(name, rows, would == null ? "" : cards(named(counts), named(would)));
    }

    private static String cards(CardSet counts, CardSet would) {
        var came = would.without(counts).numbers();
        var left = counts.without(would).numbers();
        return Stream.of(
                        came.isEmpty() ? "" : Words.of("returns.newlyHere", RegisterWords.list(came)),
                        left.isEmpty() ? "" : Words.of("returns.noLongerHere", RegisterWords.list(left)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void add(List<Row> rows, String what, int counts, int would) {
        if (counts > 0 || would > 0) {
            rows.add(Row.of(what, counts, would, false));
        }
    }

    private static int size(@Nullable ClassAttendance count, boolean device) {
        return count == null ? 0 : (device ? count.namedA() : count.namedB()).size();
    }

    private static CardSet named(@Nullable ClassAttendance count) {
        return count == null ? CardSet.NONE : count.named();
    }

    /** A class can have two lines: as a whole and for its group. */
    private static List<Long> key(ClassAttendance count) {
        return List.of(count.classId(), count.cardGroupId() == null ? 0L : count.cardGroupId());
    }

    private static @Nullable ClassAttendance find(SessionAttendance came, List<Long> key) {
        return came.classes().stream()
                .filter(each -> key(each).equals(key))
                .findFirst()
                .orElse(null);
    }
}
