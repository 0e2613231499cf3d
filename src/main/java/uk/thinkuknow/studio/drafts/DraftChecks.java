package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.Problem;

/**
 * Lists the problems and advice of a draft, each with the address of the form field, or of the page of files, where the
 * author can act on it.
 */
final class DraftChecks {
    private static final Pattern ENTRY = Pattern.compile("(?<![a-z-])([a-z-]+)\\[(\\d+)]");

    private DraftChecks() {}

    /** What a check found: an error, a field not filled in yet, or advice. */
    enum Weight {
        ERROR,
        BLANK,
        ADVICE
    }

    /**
     * A problem or a piece of advice.
     *
     * @param where the step or page it is on, with the list entry if it is in one, for example "Step 2, answer 1"
     * @param times the number of fields it occurs in
     * @param href the address of the first of them
     */
    record Check(Weight weight, String where, String what, int times, String href) {
        /** Returns what is wrong, with the number of fields it occurs in. */
        public String said() {
            return times == 1 ? what : Words.of("drafts.checkInFields", what, times);
        }

        public boolean isMend() {
            return weight == Weight.ERROR;
        }

        public boolean isBlank() {
            return weight == Weight.BLANK;
        }
    }

    /** Returns the problems of one step, counted from 1. */
    static List<Problem> ofStep(List<Problem> problems, int step) {
        var prefix = "steps[" + step + "]";
        return problems.stream()
                .filter(one -> one.field().equals(prefix) || one.field().startsWith(prefix + "."))
                .toList();
    }

    /**
     * Returns the errors of a draft, then its blanks, then the advice. A message that occurs several times in one step
     * is listed once with a count.
     */
    static List<Check> of(DraftEditor.OpenDraft open) {
        var steps = DraftPlaces.steps(open.written().tree());
        var checks = new LinkedHashMap<String, Check>();
        Stream.concat(
                        open.written().problems().stream()
                                .map(problem -> check(
                                        open.draft(),
                                        steps,
                                        problem,
                                        PlaceRemarks.isBlank(open, problem) ? Weight.BLANK : Weight.ERROR)),
                        open.written().advice().stream()
                                .map(problem -> check(open.draft(), steps, problem, Weight.ADVICE)))
                .sorted(Comparator.comparing(Check::weight))
                .forEach(check -> checks.merge(
                        check.weight() + check.where() + check.what(),
                        check,
                        (had, other) -> new Check(had.weight(), had.where(), had.what(), had.times() + 1, had.href())));
        return List.copyOf(checks.values());
    }

    private static Check check(Draft draft, List<ObjectNode> steps, Problem problem, Weight weight) {
        var base = "/studio/drafts/" + draft.publicId();
        var field = problem.field();
        if (field.startsWith("steps[")) {
            int number = Integer.parseInt(field.substring(6, field.indexOf(']')));
            var inside = field.contains("].") ? field.substring(field.indexOf("].") + 2) : "";
            if (number >= 1 && number <= steps.size()) {
                var key = steps.get(number - 1).path("key").asText();
                return new Check(
                        weight,
                        Words.of("drafts.stepAlone", number) + named(inside),
                        CheckMessages.of(problem),
                        1,
                        base + "/steps/" + key + anchor(inside));
            }
        }
        if (!problem.file().equals("module.yaml")) {
            return new Check(weight, problem.file(), CheckMessages.of(problem), 1, base + "/files");
        }
        return new Check(
                weight,
                field.equals("steps") ? Words.of("drafts.steps") : Words.of("drafts.aboutLesson") + named(field),
                CheckMessages.of(problem),
                1,
                base + "/lesson" + anchor(field));
    }

    /** Formats a list entry in a path, such as ", answer 2" for {@code question.options[2].feedback}. */
    private static String named(String field) {
        var entry = ENTRY.matcher(field);
        if (!entry.find()) {
            return "";
        }
        var name = switch (entry.group(1)) {
            case "options", "choices" -> Words.of("forms.answer");
            case "items" -> Words.of("forms.thing");
            case "spots" -> Words.of("forms.place");
            case "ideas" -> Words.of("forms.thought");
            case "before-and-after" -> Words.of("forms.question");
            default -> entry.group(1).replaceAll("s$", "");
        };
        return ", " + name + " " + entry.group(2);
    }

    private static String anchor(String field) {
        return field.isEmpty()
                ? ""
                : "#f-" + field.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }
}
