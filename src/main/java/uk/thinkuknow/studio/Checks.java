package uk.thinkuknow.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.thinkuknow.curriculum.Problem;

/** What the reader of lessons says of a draft, at the place in the studio where it is mended. */
final class Checks {
    private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\[(\\d+)]");

    private Checks() {}

    /** What must be mended or could be better, where, and the address of the place. */
    record Check(boolean mend, String where, String what, String href) {}

    static long count(List<Problem> problems, int step) {
        var prefix = "steps[" + step + "]";
        return problems.stream()
                .filter(one -> one.field().equals(prefix) || one.field().startsWith(prefix + "."))
                .count();
    }

    /** What is said of the fields of a place, by their path in it; the lesson's own where there is no prefix. */
    static Map<String, List<String>> byPath(List<Problem> problems, String prefix) {
        var byPath = new HashMap<String, List<String>>();
        for (var problem : problems) {
            var field = problem.field();
            var whole = !prefix.isEmpty() && field.equals(prefix.substring(0, prefix.length() - 1));
            if (whole || field.startsWith(prefix) && (!prefix.isEmpty() || !field.startsWith("steps["))) {
                byPath.computeIfAbsent(whole ? "" : field.substring(prefix.length()), key -> new ArrayList<>())
                        .add(CheckWords.of(problem.what()));
            }
        }
        return byPath;
    }

    /** Everything that is said of a draft, what must be mended first. */
    static List<Check> of(Authoring.Open open) {
        var steps = Places.steps(open.written().tree());
        var checks = new ArrayList<Check>();
        open.written().problems().forEach(problem -> checks.add(check(open.draft(), steps, problem, true)));
        open.written().advice().forEach(problem -> checks.add(check(open.draft(), steps, problem, false)));
        return checks;
    }

    private static Check check(Draft draft, List<ObjectNode> steps, Problem problem, boolean mend) {
        var base = "/studio/drafts/" + draft.publicId();
        var field = problem.field();
        if (field.startsWith("steps[")) {
            int number = Integer.parseInt(field.substring(6, field.indexOf(']')));
            var inside = field.contains("].") ? field.substring(field.indexOf("].") + 2) : "";
            if (number >= 1 && number <= steps.size()) {
                var key = steps.get(number - 1).path("key").asText();
                return new Check(
                        mend,
                        "Step " + number + named(inside),
                        CheckWords.of(problem.what()),
                        base + "/steps/" + key + anchor(inside));
            }
        }
        if (!problem.file().equals("module.yaml")) {
            return new Check(mend, problem.file(), CheckWords.of(problem.what()), base + "/files");
        }
        return new Check(
                mend,
                "About this lesson" + named(field),
                CheckWords.of(problem.what()),
                base + "/lesson" + anchor(field));
    }

    /** ", answer 2" for {@code question.options[2].feedback}. */
    private static String named(String field) {
        var entry = ENTRY.matcher(field);
        if (!entry.find()) {
            return "";
        }
        var name = switch (entry.group(1)) {
            case "options", "choices" -> "answer";
            case "items" -> "thing";
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
