package uk.thinkuknow.classroom.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Pairs the questions of a lesson with the scales that ask how sure a child is of an answer, and finds the answers that
 * were sure but wrong. The scale about a question has the key "sure-" and the question's key; its upper half means
 * sure, its lower half not sure.
 */
public final class ConfidenceScales {
    private static final String SURE = "sure-";
    private static final Pattern POINT = Pattern.compile("[0-9]{1,2}");

    private final List<Pair> pairs = new ArrayList<>();

    /**
     * A question and its scale, each by the key of its step.
     *
     * @param points how many points the scale has
     */
    private record Pair(String step, int place, String scaleStep, int points) {}

    public ConfidenceScales(Lesson lesson) {
        var asked = new HashMap<String, Step.Ask>();
        var places = new HashMap<String, Integer>();
        for (var step : lesson.steps()) {
            places.put(step.key(), places.size() + 1);
            if (step instanceof Step.Ask ask) {
                asked.put(ask.question().key(), ask);
                pairWith(asked, places, ask);
            }
        }
    }

    private void pairWith(Map<String, Step.Ask> asked, Map<String, Integer> places, Step.Ask ask) {
        var key = ask.question().key();
        var about = key.startsWith(SURE) ? asked.get(key.substring(SURE.length())) : null;
        if (about != null && ask.question() instanceof Question.Scale scale) {
            var place = places.getOrDefault(about.key(), 0);
            pairs.add(new Pair(about.key(), place, ask.key(), scale.points().size()));
        }
    }

    /** Step number of the question with a scale, if this step asks that question or is its scale; otherwise 0. */
    public int asked(String step) {
        return pairs.stream()
                .filter(pair -> pair.step().equals(step) || pair.scaleStep().equals(step))
                .mapToInt(Pair::place)
                .findFirst()
                .orElse(0);
    }

    /** Step numbers of the questions that a child answered and for which they said how sure they were. */
    public List<Integer> answeredBoth(SeatSummary seen) {
        var steps = seen.given().stream().map(SeatSummary.Given::step).toList();
        return pairs.stream()
                .filter(pair -> steps.contains(pair.step()) && steps.contains(pair.scaleStep()))
                .map(Pair::place)
                .toList();
    }

    /** Step numbers of the questions that a child answered wrong and was sure of; in loops, as in a watched room. */
    public List<Integer> sureAndWrong(SeatSummary seen) {
        var places = new ArrayList<Integer>();
        for (var pair : pairs) {
            boolean wrong = false;
            boolean sure = false;
            for (var given : seen.given()) {
                wrong |= Boolean.FALSE.equals(given.right()) && given.step().equals(pair.step());
                sure |= given.step().equals(pair.scaleStep()) && half(pair, given) > 0;
            }
            if (wrong && sure) {
                places.add(pair.place());
            }
        }
        return places;
    }

    /** Returns whether this answer says that the child is not sure. */
    public boolean unsure(SeatSummary.Given given) {
        return pairs.stream().anyMatch(pair -> pair.scaleStep().equals(given.step()) && half(pair, given) < 0);
    }

    /** 1 above the middle of the scale, -1 below it, 0 on it. */
    private static int half(Pair pair, SeatSummary.Given given) {
        return POINT.matcher(given.chosen()).matches()
                ? Integer.signum(2 * Integer.parseInt(given.chosen()) - pair.points() - 1)
                : 0;
    }
}
