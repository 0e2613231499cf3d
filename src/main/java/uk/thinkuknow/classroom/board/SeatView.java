package uk.thinkuknow.classroom.board;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.ConfidenceScales;
import uk.thinkuknow.classroom.room.LessonKeys;
import uk.thinkuknow.classroom.room.Room;

/**
 * What the events of a seat mean in the lesson of its room.
 *
 * @param led key of the step the class is led to; null if each child goes at their own pace
 * @param place number of the step the child is on: the one the class is led to, if the seat has seen it, otherwise the
 *     furthest seen; 0 before the first
 * @param here how the question of this step was answered, as in the room's progress
 * @param sureWrong step numbers of the questions that the child answered wrong and was sure of
 * @param answers the seat's answers, one element for each question of the lesson
 */
record SeatView(
        SeatSummary seen,
        Room.LessonInUse lesson,
        @Nullable String led,
        int place,
        @Nullable String here,
        List<Integer> sureWrong,
        List<RoomProgress.Answers> answers) {
    static SeatView of(Room.LessonInUse lesson, @Nullable String led, SeatSummary seen) {
        var step = led != null && seen.steps().contains(led) ? led : furthest(lesson.lesson(), seen);
        return new SeatView(
                seen,
                lesson,
                led,
                lesson.lesson().place(step),
                here(lesson.howSure(), seen, step),
                lesson.howSure().sureAndWrong(seen),
                lesson.questions().stream()
                        .map(question -> question.answers(List.of(seen)))
                        .toList());
    }

    /** Returns whether nothing has changed: no event of the seat, no step the class is led to, no lesson. */
    boolean isOf(Room.LessonInUse taught, @Nullable String ledTo, SeatSummary now) {
        return seen == now && lesson == taught && Objects.equals(led, ledTo);
    }

    private static @Nullable String furthest(LessonKeys lesson, SeatSummary seen) {
        String furthest = null;
        int place = -1;
        for (var step : seen.steps()) {
            int its = lesson.place(step);
            if (its > place) {
                furthest = step;
                place = its;
            }
        }
        return furthest;
    }

    private static @Nullable String here(ConfidenceScales howSure, SeatSummary seen, @Nullable String step) {
        for (var given : seen.given()) {
            if (given.step().equals(step)) {
                return howSure.unsure(given) ? "unsure" : marked(given.right());
            }
        }
        return null;
    }

    private static String marked(@Nullable Boolean right) {
        return right == null ? "given" : right ? "right" : "wrong";
    }
}
