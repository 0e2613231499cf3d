package uk.thinkuknow.classroom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.school.Deck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class LiveTileTest {
    @Test
    void aCardWithoutASeatIsNotHere() {
        assertEquals(List.of("absent", "Not here"), said(null));
    }

    @Test
    void theLatestAnswerSaysRightOrWrong() {
        assertEquals(List.of("right", "Right"), said(progress("working", 3, 2, true)));
        assertEquals(List.of("wrong", "Wrong"), said(progress("working", 3, 2, false)));
    }

    @Test
    void anAnswerThatIsNotScoredIsOnlyAnswered() {
        assertEquals(List.of("busy", "Answered"), said(progress("working", 3, 2, null)));
    }

    @Test
    void beforeTheFirstAnswerTheStepIsSaid() {
        assertEquals(List.of("busy", "Has joined"), said(progress("working", 0, 0, null)));
        assertEquals(List.of("busy", "On step 2"), said(progress("working", 2, 0, null)));
    }

    @Test
    void silenceAndTheEndComeBeforeTheLatestAnswer() {
        assertEquals(List.of("wait", "No signal"), said(progress("silent", 3, 2, true)));
        assertEquals(List.of("done", "Finished"), said(progress("finished", 9, 6, false)));
    }

    @Test
    void nothingTellsRightFromWrongWhereTheWallMayShowIt() {
        var right = tile(progress("working", 3, 2, true)).withoutAnswer();
        var wrong = tile(progress("working", 3, 2, false)).withoutAnswer();
        assertEquals(right, wrong);
        assertFalse(right.isStepSaid());
    }

    private static List<String> said(RoomProgress.@Nullable CardProgress progress) {
        var tile = tile(progress);
        return List.of(tile.look(), tile.words());
    }

    private static LiveTile tile(RoomProgress.@Nullable CardProgress progress) {
        return LiveTile.of("c/7", 7, new Deck().of("blue-otter"), "cards/cards-1.svg", progress);
    }

    private static RoomProgress.CardProgress progress(
            String state, int step, int answered, @Nullable Boolean lastRight) {
        return new RoomProgress.CardProgress(
                1, "c", 7, 0, state, step, answered, 0, lastRight, 0, false, java.util.List.of());
    }
}
