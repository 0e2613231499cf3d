package uk.thinkuknow.reach.periods;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.reach.frozen.FrozenFigures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that equal figures always give the same JSON, so that later versions of the product find the signed hash. */
class FiguresJsonTest {
    private static final String STORED = """
            {"asAt":"2026-10-01T06:00:00Z","check":{"answered":2,"asked":4,"margin":null,"said":24,"signed":25,"waiting":1},\
            "format":3,"others":{"assembly":300},"period":"2025-26-autumn","professionals":{"people":7,"regions":[\
            {"key":"r","name":"North","people":7,"target":10}],"target":30},"quality":{"gradeA":12,"gradeB":0,"gradeC":13},\
            "rules":1,"schools":1,"tables":{"region":[\
            {"attendances":25,"awaiting":1,"key":"r","largestSession":11,"name":"North","new":12,"newLower":10,\
            "newUpper":14,"reach":12,"reachUpper":14,"sessions":2,"target":20}]},"total":\
            {"attendances":25,"awaiting":1,"key":"r","largestSession":11,"name":"North","new":12,"newLower":10,\
            "newUpper":14,"reach":12,"reachUpper":14,"sessions":2,"target":20},\
            "weeks":[{"added":12,"monday":"2025-11-03","soFar":12,"upperSoFar":14}]}""";

    @Test
    void storedFiguresReadAndWrittenAgainHaveTheSameJsonAndHash() {
        var read = FiguresJson.of(new FiguresJson(STORED, "").figures());
        assertEquals(STORED, read.json());
        assertEquals("bf9c5da9", read.hash().substring(0, 8));
        assertEquals(Sha256.hex(STORED), read.hash(), "whole");
    }

    @Test
    void figuresFrozenFromNowOnHaveTheReturnsToBeConfirmed() {
        var frozen = FiguresJson.of(GivenFigures.ofOneRegion("North"));
        assertTrue(frozen.json().contains("\"target\":20,\"toConfirm\":3,\"toConfirmChildren\":71}"), frozen.json());
        assertEquals(frozen, FiguresJson.of(frozen.figures()));
    }

    @Test
    void aRecountGivesTheSameJsonAlthoughARegionWasRenamed() {
        var then = new FiguresJson(STORED, "").figures();
        var now = GivenFigures.ofOneRegion("North renamed");
        assertEquals(STORED, FiguresJson.of(now.again(then)).json());
        assertTrue(now.besides(then).countsAs(then));
    }

    @Test
    void figuresOfTheNewFormatKeepTheChecksByRiskApartFromThoseByChance() {
        var figures = GivenFigures.ofOneRegion("North");
        var json = FiguresJson.of(figures).json();
        assertTrue(json.contains("""
                "check":{"answered":2,"asked":4,"byRisk":{"answered":2,"asked":3,"different":1,"waiting":1},\
                "margin":null,"said":24,"signed":25,"waiting":1},"format":4"""), json);
        assertEquals(
                json,
                FiguresJson.of(figures.again(new FiguresJson(json, "").figures()))
                        .json());
    }

    @Test
    void aRecountOfProfessionalsKeepsFrozenNamesAndTargetsAndNewOnesAreADifference() {
        var then = GivenFigures.ofOneRegion("North");
        var now = GivenFigures.ofOneRegion(
                        "North",
                        new FrozenFigures.Trained(
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
                FiguresDifference.of(then, now).words());
        assertTrue(!now.countsAs(then));
    }
}
