package uk.thinkuknow.studio.drafts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * Rewrites the messages of the lesson parser, which address the author of a YAML file, for an author who uses the
 * studio's forms.
 */
final class CheckMessages {
    /** A pattern for a message of the parser, and the key of the sentence that replaces it. */
    private record Replacement(Pattern file, String form) {}

    private static final List<Replacement> OTHERS = List.of(
            other("must .* exactly .*, has 0", "drafts.check.chooseRight"),
            other("must .* exactly .*, has (\\d+)", "drafts.check.oneRight"),
            other("must .* least one .*", "drafts.check.tickRight"),
            other("asks .* objective: .*", "drafts.check.tickObjective"),
            other("has no .*: ask one, .*", "drafts.check.noQuestion"),
            other("needs .* \"best: true\", .*", "drafts.check.tickBest"),
            other("is (?:empty|missing); give .* steps", "drafts.check.addSteps"),
            other("must each .* picture; .*", "drafts.check.choosePictures"),
            other("has .* turn .* later scene.*", "drafts.check.chooseScene"),
            other("(?:names nobody|has no .*licence).*", "drafts.check.sayWho"),
            other("needs .* least (\\d+), has (\\d+)", "drafts.check.addMore"),
            other("is missing; .* shows one, .*", "drafts.check.choosePicture"),
            other("is missing; .* group .* belongs to", "drafts.check.chooseGroup"),
            other("is (?:missing|empty); (.*)", "drafts.check.do"));

    /** The sentences that say that something was left out. */
    private static final Set<String> LEFT_OUT = Set.of(
            "drafts.check.chooseRight",
            "drafts.check.tickRight",
            "drafts.check.choosePictures",
            "drafts.check.addMore",
            "drafts.check.tickObjective");

    private CheckMessages() {}

    /** Returns the message as a full sentence. */
    static String of(String what) {
        for (var other : OTHERS) {
            var found = other.file().matcher(what);
            if (found.matches()) {
                var parts = IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .toArray();
                return TextFormat.capitalised(Words.of(other.form(), parts));
            }
        }
        return Words.of("drafts.check.this", what.replaceFirst("\\.$", ""));
    }

    /** Returns whether the message says that something was left out. */
    static boolean isLeftOut(String what) {
        return what.startsWith("is missing;")
                || what.startsWith("is empty;")
                || OTHERS.stream()
                        .filter(other -> other.file().matcher(what).matches())
                        .anyMatch(other -> LEFT_OUT.contains(other.form()));
    }

    private static Replacement other(String file, String form) {
        return new Replacement(Pattern.compile(file, Pattern.DOTALL), form);
    }
}
