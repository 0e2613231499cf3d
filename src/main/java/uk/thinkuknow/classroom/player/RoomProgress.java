package uk.thinkuknow.classroom.player;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher's live room shows.
 *
 * @param revision rises when the room ends or a seat changes hands
 * @param open whether children can still join
 * @param steps how many steps the lesson has
 * @param questions how many questions it has
 * @param answers questions that somebody has answered
 * @param stands what the teacher has done to the room
 * @param cards a line for each seat that was taken: a card without a line is not here
 */
public record RoomProgress(
        int revision,
        boolean open,
        int steps,
        int questions,
        List<CardProgress> cards,
        List<Waiting> waiting,
        List<Answers> answers,
        Stands stands) {
    /**
     * What the teacher has done to the room.
     *
     * @param at the place of the step to which the class was taken, from 1; 0 while each child goes on by itself
     * @param revealed the places of the questions whose answer was shown
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Stands(boolean paused, boolean locked, boolean sharing, int at, List<Integer> revealed) {}

    /**
     * How a question was answered so far.
     *
     * @param step the place of its step, from 1
     * @param answered by how many
     * @param counts how many chose each of its options, as the live room lists them
     */
    public record Answers(int step, int answered, List<Integer> counts) {}

    /**
     * How far a card has come.
     *
     * @param classId 0 for a visitor
     * @param classPublicId null for a visitor
     * @param card the card's number, 0 for a visitor
     * @param visitor the visitor's number, 0 for a card
     * @param state "working", "finished", "silent" (no sign of life for a minute) or "left" (the device went on to another child)
     * @param step the step she is on: the one to which the class was taken, else the furthest seen; 0 before the first
     * @param answered questions answered
     * @param right of them, right ones
     * @param lastRight whether the latest answer was right; null if there is none, or it was a scale
     * @param waiting answers that the device says are still on it
     * @param here how the question of her step was answered: "right", "wrong", "unsure", or "given" where nothing is
     *     marked; null while it is not
     * @param sureWrong the places of the steps at which she was wrong and sure of it
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record CardProgress(
            @JsonIgnore long classId,
            @JsonProperty("class") @Nullable String classPublicId,
            int card,
            int visitor,
            String state,
            int step,
            int answered,
            int right,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean lastRight,

            int waiting,
            @Nullable String here,
            List<Integer> sureWrong) {}

    /**
     * A second device asks for a card.
     *
     * @param seat what the teacher lets through or refuses
     * @param seconds for how long it has asked
     */
    public record Waiting(
            long seat,
            @JsonProperty("class") @Nullable String classPublicId,
            int card,
            int visitor,
            String name,
            long seconds) {}
}
