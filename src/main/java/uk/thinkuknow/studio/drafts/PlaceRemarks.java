package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.Problem;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.FieldView;

/**
 * What the checks found in one place of a draft, as messages by field path, to show beside the fields of its form.
 *
 * @param mend the errors
 * @param blank the fields that nobody has filled in yet
 * @param think the advice
 */
public record PlaceRemarks(
        Map<String, List<String>> mend, Map<String, List<String>> blank, Map<String, List<String>> think) {
    public static final PlaceRemarks NONE = new PlaceRemarks(Map.of(), Map.of(), Map.of());

    private static final List<String> GIVEN_FROM_THE_START = List.of("kind", "key");

    /**
     * Collects the messages on a place.
     *
     * @param prefix the path of the place, such as {@code steps[2].}; empty for the lesson itself
     */
    static PlaceRemarks of(DraftEditor.OpenDraft open, String prefix) {
        var written = open.written();
        return new PlaceRemarks(
                byPath(written.problems().stream().filter(problem -> !isBlank(open, problem)), prefix, words -> words),
                byPath(
                        written.problems().stream().filter(problem -> isBlank(open, problem)),
                        prefix,
                        words -> Words.of(
                                "drafts.notFilledIn",
                                words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1))),
                byPath(written.advice().stream(), prefix, words -> words));
    }

    /** Returns whether a problem is only that a field is empty or missing; always false once a review was requested. */
    static boolean isBlank(DraftEditor.OpenDraft open, Problem problem) {
        return !open.draft().reviewWanted()
                && problem.file().equals("module.yaml")
                && !problem.field().isEmpty()
                && (CheckMessages.isLeftOut(problem)
                        || isEmpty(FieldPaths.at(open.written().tree(), problem.field())));
    }

    private static boolean isEmpty(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .allMatch(field -> GIVEN_FROM_THE_START.contains(field.getKey()) || isEmpty(field.getValue()));
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).allMatch(PlaceRemarks::isEmpty)
                : node.asText().isEmpty();
    }

    FieldView.FieldRemarks at(String... paths) {
        return new FieldView.FieldRemarks(at(mend, paths), at(blank, paths), at(think, paths));
    }

    private static List<String> at(Map<String, List<String>> said, String... paths) {
        return Stream.of(paths)
                .flatMap(path -> said.getOrDefault(path, List.of()).stream())
                .distinct()
                .toList();
    }

    private static Map<String, List<String>> byPath(
            Stream<Problem> problems, String prefix, UnaryOperator<String> said) {
        var byPath = new HashMap<String, List<String>>();
        problems.forEach(problem -> {
            var field = problem.field();
            var whole = !prefix.isEmpty() && field.equals(prefix.substring(0, prefix.length() - 1));
            if (whole || field.startsWith(prefix) && (!prefix.isEmpty() || !field.startsWith("steps["))) {
                byPath.computeIfAbsent(whole ? "" : field.substring(prefix.length()), key -> new ArrayList<>())
                        .add(said.apply(CheckMessages.of(problem)));
            }
        });
        return byPath;
    }
}
