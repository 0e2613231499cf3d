package uk.thinkuknow.classroom.answers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.counting.CardSet;

/**
 * The seats of a session whose answers count by its signed return: the cards that it names, and visitors up to its
 * heads.
 *
 * @param heads children present, visitors included
 */
public record CountedSeats(List<ReturnedClass> classes, int heads) {
    /** No seat. */
    public static final CountedSeats NONE = new CountedSeats(List.of(), 0);

    private static final Comparator<SeatTimeline> MOST_STEPS_FIRST =
            Comparator.comparingInt((SeatTimeline seat) -> -seat.steps().size()).thenComparing(SeatTimeline::seat);

    /**
     * What the return says of one class.
     *
     * @param cards cards that the session was for
     * @param named those of them that were present
     * @param unnamed children of the class who were present, and nobody said on which card
     */
    public record ReturnedClass(long classId, CardSet cards, CardSet named, int unnamed) {
        /** A return of heads alone names no card: as many cards as it has children count. */
        private Stream<SeatTimeline> counted(List<SeatTimeline> seats) {
            var mine = seats.stream().filter(seat -> seat.isOn(classId, cards));
            return named.isEmpty() ? mine.limit(unnamed) : mine.filter(seat -> seat.isOn(classId, named));
        }
    }

    /** Those of a session's seats that count; where there are too many, those that saw the most steps. */
    List<SeatTimeline> among(Collection<SeatTimeline> seats) {
        var ordered = seats.stream().sorted(MOST_STEPS_FIRST).toList();
        var onCards = classes.stream()
                .flatMap(each -> each.counted(ordered))
                .distinct()
                .toList();
        var visitors = ordered.stream().filter(SeatTimeline::isVisitor).limit(heads - onCards.size());
        return Stream.concat(onCards.stream(), visitors).toList();
    }
}
