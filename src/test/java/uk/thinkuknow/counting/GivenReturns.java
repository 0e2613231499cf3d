package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Builds the signed returns of one class for the counting tests. */
public final class GivenReturns {
    private final List<GroupTally> lines = new ArrayList<>();

    static GivenReturns aClass() {
        return new GivenReturns();
    }

    public static CardSet cards(int from, int to) {
        return CardSet.of(IntStream.rangeClosed(from, to).boxed().toList());
    }

    static CardSet cards(Integer... numbers) {
        return CardSet.of(List.of(numbers));
    }

    /** A session for the whole class. */
    GivenReturns session(CardSet inForce, CardSet named, int unnamed, int guests) {
        return line(GroupTally.WHOLE_CLASS, inForce, inForce, named, unnamed, guests);
    }

    GivenReturns session(CardSet inForce, CardSet named) {
        return session(inForce, named, 0, 0);
    }

    GivenReturns headCount(CardSet inForce, int heads) {
        return session(inForce, CardSet.NONE, heads, 0);
    }

    /** A session for a group of the class's cards. */
    GivenReturns group(long group, CardSet cards, CardSet inForce, CardSet named, int unnamed) {
        return line(group, cards, inForce, named, unnamed, 0);
    }

    GivenReturns line(long group, CardSet cards, CardSet inForce, CardSet named, int unnamed, int guests) {
        lines.add(GroupTally.ofLine(group, cards, inForce, named, unnamed, guests));
        return this;
    }

    List<GroupTally> lines() {
        return lines;
    }

    ReachCount count() {
        return ClassCount.ofLines(lines);
    }
}
