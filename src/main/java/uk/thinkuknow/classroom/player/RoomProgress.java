package uk.thinkuknow.classroom.player;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a session for the teacher's live room: each card, second devices that ask, the counted answers, and
 * what the teacher has set.
 *
 * @param revision rises with each change of the room or of a seat's holder
 * @param open whether the session's code still works; it does in a locked room too
 * @param steps number of steps of the lesson
 * @param questions number of questions of the lesson
 * @param cards one for each seat taken so far; cards that nobody took are not listed
 * @param waiting second devices that ask for a card
 * @param answers the questions answered so far
 * @param stands what the teacher has set
 */
public record RoomProgress(
        int revision,
        boolean open,
        int steps,
        int questions,
        List<CardProgress> cards,
        List<Waiting> waiting,
        List<Answers> answers,
        RoomSettings stands) {
    /**
     * The teacher's settings of the room.
     *
     * @param at number of the step the class is led to, from 1; 0 if each child goes at their own pace
     * @param revealed step numbers of the questions whose answer was shown
     * @param door the devices that wait until the teacher lets them in; null if none does
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record RoomSettings(
            boolean paused,
            boolean locked,
            boolean sharing,
            int at,
            List<Integer> revealed,
            @Nullable Door door) {}

    /**
     * Devices that wait until the teacher lets them in.
     *
     * @param waiting how many they are
     * @param full whether they wait because every place is taken, and not because many came in one second
     */
    public record Door(int waiting, boolean full) {}

    /**
     * How a question was answered so far.
     *
     * @param step its step number, from 1
     * @param answered number of answers
     * @param counts how many chose each option, in the order of the live room
     */
    public record Answers(int step, int answered, List<Integer> counts) {}

    /**
     * How far a card has come.
     *
     * @param classId 0 for a visitor
     * @param classPublicId null for a visitor
     * @param card the card's number; 0 for a visitor
     * @param visitor the visitor's number; 0 for a card
     * @param state "working", "finished", "silent" (device not heard for a minute) or "left" (no device has the seat
     *     now)
     * @param step number of the step the child is on: the one the class is led to, otherwise the furthest seen; 0
     *     before the first
     * @param answered number of questions answered
     * @param right number of right answers
     * @param lastRight whether the latest answer was right; null if there is none or it was not scored
     * @param waiting number of answers that the device says it still has to send
     * @param here how the question of this step was answered: "right", "wrong", "unsure" for an answer in the lower half
     *     of a scale that asks how sure the child is, or "given" if it is not scored; null if it is not answered
     * @param sureWrong step numbers of the questions that the child answered wrong and was sure of
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
            List<Integer> sureWrong) {
        /** The key of its tile: "class/number", or "v/number" for a visitor. */
        String key() {
            return visitor > 0 ? "v/" + visitor : classPublicId + "/" + card;
        }
    }

    /**
     * A second device that asks for a card.
     *
     * @param seat id of the seat that the teacher can hand over or not
     * @param seconds how long it has asked
     */
    public record Waiting(
            long seat,
            @JsonProperty("class") @Nullable String classPublicId,
            int card,
            int visitor,
            String name,
            long seconds) {}
}
