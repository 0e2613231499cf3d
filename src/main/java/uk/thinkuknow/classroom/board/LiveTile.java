package uk.thinkuknow.classroom.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.CardPicture;

/**
 * The tile of a card or visitor in the live room: the picture, and the child's state as colour, sign and words.
 *
 * @param key the class and card number, or "v" and the visitor's number, by which the script finds the tile
 * @param card the card's picture; null for a visitor
 * @param sprite the file with the card's drawing; "" for a visitor
 */
record LiveTile(String key, int number, @Nullable CardPicture card, String sprite, State state) {
    /**
     * What the tile shows of the child: absent, working, finished or without a signal, and how they answered.
     *
     * @param look absent, busy, right, wrong, unsure, done or wait: the tile's colour and shape
     * @param step the step they are on; 0 if none
     * @param lastWrong whether their latest answer, at any step, was wrong
     * @param finished whether they have finished the lesson
     * @param silent whether their device has no signal
     */
    record State(String look, String words, int step, boolean lastWrong, boolean finished, boolean silent) {
        private static final State ABSENT = new State("absent", Words.of("board.notHere"), 0, false, false, false);

        static State of(RoomProgress.@Nullable CardProgress progress) {
            return progress == null
                    ? ABSENT
                    : new State(
                            look(progress),
                            words(progress),
                            progress.step(),
                            Boolean.FALSE.equals(progress.lastRight()),
                            look(progress).equals("done"),
                            progress.state().equals("silent"));
        }

        private static String look(RoomProgress.CardProgress progress) {
            return switch (progress.state()) {
                case "left" -> "absent";
                case "silent" -> "wait";
                case "finished" -> progress.waiting() > 0 ? "wait" : "done";
                default -> {
                    var here = progress.here();
                    yield progress.waiting() > 0 ? "wait" : here == null || here.equals("given") ? "busy" : here;
                }
            };
        }

        private static String started(RoomProgress.CardProgress progress) {
            if (progress.here() != null) {
                return Words.of("board.answered");
            }
            return progress.step() > 0 ? Words.of("board.onStep", progress.step()) : Words.of("board.hasJoined");
        }

        private static String words(RoomProgress.CardProgress progress) {
            return switch (look(progress)) {
                case "absent" -> Words.of("board.left");
                case "wait" ->
                    progress.state().equals("silent")
                            ? Words.of("board.noSignal")
                            : Words.of("board.waiting", progress.waiting());
                case "unsure" -> Words.of("board.notSure");
                case "done" -> Words.of("board.finished");
                case "right" -> Words.of("board.right");
                case "wrong" -> Words.of("board.wrong");
                default -> started(progress);
            };
        }
    }

    /** This tile with "Answered" instead of right, wrong or not sure. */
    LiveTile withoutAnswer() {
        var look = state.look();
        return look.equals("right") || look.equals("wrong") || look.equals("unsure")
                ? new LiveTile(
                        key,
                        number,
                        card,
                        sprite,
                        new State("done", Words.of("board.answered"), state.step(), state.lastWrong(), false, false))
                : this;
    }

    public String name() {
        return card == null ? Words.of("board.visitorName", number) : card.name();
    }

    public String colour() {
        return card == null ? "" : card.colour().toLowerCase(Locale.ROOT);
    }

    public boolean isHere() {
        return !state.look().equals("absent");
    }

    public boolean isFinished() {
        return state.finished();
    }

    /** The tile's name in a list: a card's number or a visitor's name. */
    public String shortName() {
        return card == null ? name() : "" + number;
    }

    /**
     * Returns whether the tile shows the step number beside right or wrong; for other states the words or the bar show
     * it.
     */
    public boolean isStepSaid() {
        return state.step() > 0 && (state.look().equals("right") || state.look().equals("wrong"));
    }

    /** The sign beside the words, so that colour is never the only mark. */
    public String sign() {
        return switch (state.look()) {
            case "absent" -> "–";
            case "right" -> "✓";
            case "wrong" -> "✕";
            case "done" -> "●";
            case "unsure" -> "?";
            case "wait" -> "⇡";
            default -> "…";
        };
    }
}
