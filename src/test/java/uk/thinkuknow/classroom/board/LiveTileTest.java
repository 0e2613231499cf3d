package uk.thinkuknow.classroom.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.schools.school.Deck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests the look and the words of a card's tile in the live room. */
class LiveTileTest {
    @Test
    void aCardWithoutASeatIsNotHere() {
        assertEquals(List.of("absent", "Not here"), said(null));
    }

    @Test
    void aTileSaysHowTheQuestionOfItsStepWasAnswered() {
        assertEquals(List.of("right", "Right"), said(progress("working", 3, "right")));
        assertEquals(List.of("wrong", "Wrong"), said(progress("working", 3, "wrong")));
        assertEquals(List.of("unsure", "Not sure"), said(progress("working", 3, "unsure")));
    }

    @Test
    void anAnswerThatIsNotScoredIsOnlyAnswered() {
        assertEquals(List.of("busy", "Answered"), said(progress("working", 3, "given")));
    }

    @Test
    void untilItsQuestionIsAnsweredATileSaysTheStep() {
        assertEquals(List.of("busy", "Has joined"), said(progress("working", 0, null)));
        assertEquals(List.of("busy", "On step 2"), said(progress("working", 2, null)));
    }

    @Test
    void noSignalAndFinishedAreShownInsteadOfTheAnswer() {
        assertEquals(List.of("wait", "No signal"), said(progress("silent", 3, "right")));
        assertEquals(List.of("done", "Finished"), said(progress("finished", 9, "wrong")));
    }

    @Test
    void withTheirAnswersHiddenARightAndAWrongTileAreTheSame() {
        var right = tile(progress("working", 3, "right")).withoutAnswer();
        var wrong = tile(progress("working", 3, "wrong")).withoutAnswer();
        assertEquals(right, wrong);
        assertFalse(right.isStepSaid());
    }

    private static List<String> said(RoomProgress.@Nullable CardProgress progress) {
        var state = tile(progress).state();
        return List.of(state.look(), state.words());
    }

    private static LiveTile tile(RoomProgress.@Nullable CardProgress progress) {
        return new LiveTile("c/7", 7, new Deck().of("blue-otter"), "cards/cards-1.svg", LiveTile.State.of(progress));
    }

    private static RoomProgress.CardProgress progress(String state, int step, @Nullable String here) {
        return new RoomProgress.CardProgress(1, "c", 7, 0, state, step, 2, 0, true, 0, here, List.of());
    }
}
