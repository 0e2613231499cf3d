package uk.thinkuknow.programme;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the counting of a period reads: as it is now, or as it was at a moment. */
interface LineSource {
    /** Every line of the year up to the period's end, class by class; without dates where nobody asks for them. */
    void each(Period period, boolean dated, Consumer<CountedLine> line);

    /** Lessons of the period that ended and have no signed return. */
    List<AwaitedSessions> awaited(Period period);

    /** Each school that has or had a class, where it lay on the period's last day. */
    CompletableFuture<List<Place>> places(Period period);

    /** The school of each class that has moved, as it was on the period's last day; all others are where their lines say. */
    Map<Long, Long> homes(Period period);
}
