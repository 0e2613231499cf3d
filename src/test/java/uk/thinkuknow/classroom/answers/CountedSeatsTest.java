package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.answers.CountedSeats.ReturnedClass;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.counting.CardSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that no more answers count than the signed return has children, and none of a card that it calls absent. */
class CountedSeatsTest {
    private static final long CLASS = 7;
    private static final long OTHER_CLASS = 8;
    private static final CardSet ALL =
            CardSet.of(IntStream.rangeClosed(1, 30).boxed().toList());

    private static CardSet cards(Integer... numbers) {
        return CardSet.of(List.of(numbers));
    }

    private static SeatTimeline seat(long id, @Nullable Long classId, @Nullable Integer card, int steps) {
        var seen = new LinkedHashMap<String, Instant>();
        for (int i = 0; i < steps; i++) {
            seen.put("step-" + i, Instant.EPOCH.plusSeconds(i));
        }
        return new SeatTimeline(id, classId, card, SeatSummary.NOTHING, seen);
    }

    /** The seat of this card, with its number as id. */
    private static SeatTimeline card(int number) {
        return seat(number, CLASS, number, 5);
    }

    /** A visitor with this seat id, who saw so many steps. */
    private static SeatTimeline visitor(long id, int steps) {
        return seat(id, null, null, steps);
    }

    private static TreeSet<Long> counted(CountedSeats by, SeatTimeline... seats) {
        return new TreeSet<>(
                by.among(List.of(seats)).stream().map(SeatTimeline::seat).toList());
    }

    private static CountedSeats lesson(int heads, CardSet named, int unnamed) {
        return new CountedSeats(List.of(new ReturnedClass(CLASS, ALL, named, unnamed)), heads);
    }

    private static TreeSet<Long> ids(long... ids) {
        return new TreeSet<>(Arrays.stream(ids).boxed().toList());
    }

    @Test
    void aCardThatTheReturnCallsAbsentDoesNotCount() {
        assertEquals(ids(1, 2), counted(lesson(2, cards(1, 2, 4), 0), card(1), card(2), card(3)));
    }

    @Test
    void anAbsentCardDoesNotCountForAChildOnNoCard() {
        assertEquals(ids(1), counted(lesson(3, cards(1), 2), card(1), card(2), card(3)));
    }

    @Test
    void aCardOfAClassThatTheReturnLacksDoesNotCount() {
        assertEquals(ids(1), counted(lesson(9, cards(1, 2), 0), card(1), seat(50, OTHER_CLASS, 2, 9)));
    }

    @Test
    void aReturnOfHeadsAloneCountsAsManyCardsAsChildrenThoseWithMostStepsFirst() {
        assertEquals(
                ids(2, 3),
                counted(
                        lesson(2, CardSet.NONE, 2),
                        seat(1, CLASS, 1, 1),
                        seat(2, CLASS, 2, 6),
                        seat(3, CLASS, 3, 4),
                        seat(4, CLASS, 4, 2)));
    }

    @Test
    void aCardOutsideTheGroupOfTheSessionDoesNotCount() {
        var group = new CountedSeats(List.of(new ReturnedClass(CLASS, cards(1, 2), CardSet.NONE, 2)), 2);
        assertEquals(ids(1, 2), counted(group, card(1), card(2), card(3)));
    }

    @Test
    void visitorsFillUpTheHeadsThoseWithMostStepsFirst() {
        assertEquals(
                ids(1, 41, 42),
                counted(lesson(3, cards(1), 0), card(1), visitor(40, 1), visitor(41, 5), visitor(42, 3)));
    }

    @Test
    void withoutRoomForThemVisitorsDoNotCount() {
        assertEquals(ids(1, 2), counted(lesson(2, cards(1, 2), 0), card(1), card(2), visitor(40, 9)));
    }

    @Test
    void aSessionWithoutClassesCountsAsManyVisitorsAsItHasHeads() {
        assertEquals(
                ids(40, 41), counted(new CountedSeats(List.of(), 2), visitor(40, 1), visitor(41, 1), visitor(42, 1)));
    }

    @Test
    void theLinesOfSeveralClassesAddUp() {
        var two = new CountedSeats(
                List.of(
                        new ReturnedClass(CLASS, ALL, cards(1), 0),
                        new ReturnedClass(OTHER_CLASS, ALL, CardSet.NONE, 1)),
                3);
        assertEquals(
                ids(1, 51, 60),
                counted(
                        two,
                        card(1),
                        card(2),
                        seat(51, OTHER_CLASS, 1, 4),
                        seat(52, OTHER_CLASS, 2, 3),
                        visitor(60, 1),
                        visitor(61, 1)));
    }

    @Test
    void theAnswersNeverComeFromMoreSeatsThanTheReturnHasChildren() {
        var random = new Random(20261201);
        for (int round = 0; round < 2_000; round++) {
            var named = CardSet.of(
                    random.ints(random.nextInt(6), 1, 11).boxed().distinct().toList());
            int unnamed = random.nextInt(4);
            int guests = random.nextInt(3);
            var by = lesson(named.size() + unnamed + guests, named, unnamed);
            var seats = Stream.concat(
                            random.ints(12, 1, 13)
                                    .distinct()
                                    .mapToObj(number -> seat(
                                            number,
                                            random.nextInt(9) == 0 ? OTHER_CLASS : CLASS,
                                            number,
                                            random.nextInt(9))),
                            IntStream.range(100, 100 + random.nextInt(8))
                                    .mapToObj(id -> visitor(id, random.nextInt(9))))
                    .toArray(SeatTimeline[]::new);
            int count = by.among(List.of(seats)).size();
            assertEquals(count, counted(by, seats).size());
            assertTrue(count <= by.heads(), () -> by + " " + List.of(seats));
        }
    }
}
