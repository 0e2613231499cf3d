package uk.thinkuknow.reach.periods;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.reach.frozen.FrozenFigures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The same figures are always the same letters, also of those that were frozen when less was told. */
class FiguresTextTest {
    /** As it was written before professionals were told. */
    static final String FIRST_FORMAT = """
            {"asAt":"2026-10-01T06:00:00Z","others":{"assembly":300},"period":"2025-26-autumn",\
            "quality":{"gradeA":12,"gradeB":0,"gradeC":13},"rules":1,"schools":1,"tables":{"region":[\
            {"attendances":25,"awaiting":1,"key":"r","largestSession":11,"name":"North","new":12,"newLower":10,\
            "newUpper":14,"reach":12,"reachUpper":14,"sessions":2,"target":20}]},"total":\
            {"attendances":25,"awaiting":1,"key":"r","largestSession":11,"name":"North","new":12,"newLower":10,\
            "newUpper":14,"reach":12,"reachUpper":14,"sessions":2,"target":20},\
            "weeks":[{"added":12,"monday":"2025-11-03","soFar":12,"upperSoFar":14}]}""";

    /** As it was written before it was told what asking again came to. */
    private static final String SECOND_FORMAT = FIRST_FORMAT
            .replace("\"others\"", "\"format\":2,\"others\"")
            .replace(
                    "\"quality\"",
                    "\"professionals\":{\"people\":7,\"regions\":[{\"key\":\"r\",\"name\":\"North\",\"people\":7,"
                            + "\"target\":10}],\"target\":30},\"quality\"");

    @Test
    void whatWasFrozenInTheFirstFormatKeepsItsLettersAndItsHash() {
        var read = new FiguresText(FIRST_FORMAT, "").figures();
        assertNull(read.format());
        assertEquals(FIRST_FORMAT, FiguresText.of(read).json());
        assertEquals(
                "2d21a29d", FiguresText.of(read).hash().substring(0, 8), "the hash that stands in briefs of the time");
    }

    @Test
    void countedAgainItComesToThoseLettersThoughMoreIsCountedToday() {
        var then = new FiguresText(FIRST_FORMAT, "").figures();
        var now = Figures.ofOneRegion("North renamed");
        assertTrue(FiguresText.of(now).json().contains("\"professionals\""));
        assertEquals(FIRST_FORMAT, FiguresText.of(now.again(then)).json());
        assertTrue(now.besides(then).countsAs(then), "professionals are no adjustment of what did not tell them");
    }

    @Test
    void whatWasFrozenInTheSecondFormatKeepsItsLettersToo() {
        var then = new FiguresText(SECOND_FORMAT, "").figures();
        assertNull(then.check());
        assertEquals(SECOND_FORMAT, FiguresText.of(then).json());
        var now = Figures.ofOneRegion("North renamed");
        assertTrue(FiguresText.of(now).json().contains("\"check\""));
        assertEquals(SECOND_FORMAT, FiguresText.of(now.again(then)).json());
        assertTrue(now.besides(then).countsAs(then));
    }

    @Test
    void professionalsKeepTheNamesAndTargetsOfThenAndThoseWhoCameSinceAreAChange() {
        var then = Figures.ofOneRegion("North");
        var now = then.with(new FrozenFigures.Trained(
                        9,
                        99,
                        List.of(
                                new FrozenFigures.TrainedRow("r", "Renamed", 5, 77),
                                new FrozenFigures.TrainedRow("s", "South", 4, 8))))
                .besides(then);
        assertEquals(
                new FrozenFigures.Trained(
                        9,
                        30,
                        List.of(
                                new FrozenFigures.TrainedRow("r", "North", 5, 10),
                                new FrozenFigures.TrainedRow("s", "South", 4, null))),
                now.professionals());
        assertEquals(
                "±0 children reached; attendances ±0, lessons ±0; professionals trained +2",
                Change.of(then, now).words());
        assertTrue(!now.countsAs(then));
    }
}
