package uk.thinkuknow.classroom.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.schools.school.CardPicture;

/**
 * A card or a visitor on the teacher's screen.
 *
 * @param key the class and the number, or "v" and a visitor's, as the script finds it
 * @param card what the child holds; null for a visitor
 * @param sprite the file in which the card's drawing lies
 */
record LiveTile(String key, int number, @Nullable CardPicture card, String sprite, State state) {
    /**
     * How far the child has come.
     *
     * @param look absent, busy, right, wrong, unsure, done or wait: the tile's colour and shape
     * @param step the step they are on, 0 where none
     * @param lastWrong whether the latest answer, at whatever step, was wrong
     */
    record State(String look, String words, int step, boolean lastWrong) {
        private static final State ABSENT = new State("absent", "Not here", 0, false);

        static State of(RoomProgress.@Nullable CardProgress progress) {
            return progress == null
                    ? ABSENT
                    : new State(
                            look(progress),
                            words(progress),
                            progress.step(),
                            Boolean.FALSE.equals(progress.lastRight()));
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
                return "Answered";
            }
            return progress.step() > 0 ? "On step " + progress.step() : "Has joined";
        }

        private static String words(RoomProgress.CardProgress progress) {
            return switch (look(progress)) {
                case "absent" -> "Left";
                case "wait" -> progress.state().equals("silent") ? "No signal" : progress.waiting() + " waiting";
                case "unsure" -> "Not sure";
                case "done" -> "Finished";
                case "right" -> "Right";
                case "wrong" -> "Wrong";
                default -> started(progress);
            };
        }
    }

    /** The same, without telling right from wrong. */
    LiveTile withoutAnswer() {
        var look = state.look();
        return look.equals("right") || look.equals("wrong") || look.equals("unsure")
                ? new LiveTile(
                        key, number, card, sprite, new State("done", "Answered", state.step(), state.lastWrong()))
                : this;
    }

    public String name() {
        return card == null ? "Visitor " + number : card.name();
    }

    public String colour() {
        return card == null ? "" : card.colour().toLowerCase(Locale.ROOT);
    }

    public boolean isHere() {
        return !state.look().equals("absent");
    }

    public boolean isFinished() {
        return state.words().equals("Finished");
    }

    /** How she is called in a line of several: a card by its number, a visitor by name. */
    public String shortName() {
        return card == null ? name() : "" + number;
    }

    /** Is the step said beside right and wrong? Elsewhere the words or the bar say it. */
    public boolean isStepSaid() {
        return state.step() > 0 && (state.look().equals("right") || state.look().equals("wrong"));
    }

    /** The sign beside the words, so that nothing is said by colour alone. */
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
