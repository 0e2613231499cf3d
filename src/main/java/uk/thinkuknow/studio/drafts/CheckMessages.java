package uk.thinkuknow.studio.drafts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the messages of the lesson parser, which address the author of a YAML file, for an author who uses the
 * studio's forms.
 */
final class CheckMessages {
    /** A pattern for a message of the parser, and its replacement. */
    private record Replacement(Pattern file, String form) {}

    private static final List<Replacement> OTHERS = List.of(
            other("must have exactly one with \"right: true\", has 0", "Choose the one that is right."),
            other("must have exactly one with \"right: true\", has (\\d+)", "Tick only one as right: $1 are."),
            other("must have at least one with \"right: true\"", "Tick at least one as right."),
            other("asks a question for no objective: .*", "Tick which objective this question is for."),
            other("has no question: ask one, .*", "No question is for this objective: tick it at one."),
            other("needs a turn with \"best: true\", .*", "Tick one turn as the best way: other scenes have one."),
            other("(is empty|is missing); give the steps", "Add steps: at least three."),
            other("must each have a picture; .*", "Choose a picture for each."),
            other("has the turn .* which is not a later scene.*", "A turn leads to no later scene: choose another."),
            other(
                    "(names nobody who made it|has no licence).*",
                    "Say who made it, and under which licence, below the files."),
            other("needs at least (\\d+), has (\\d+)", "Add more: at least $1 are needed, and there is $2."),
            other("is missing; this kind shows one, .*", "Choose the picture, and say in words what it shows."),
            other("is missing; give the key of the group it belongs to", "Choose the group it belongs to."),
            other("is missing; (.*)", "$1."),
            other("is empty; (.*)", "$1."));

    private CheckMessages() {}

    /** Returns the message as a full sentence. */
    static String of(String what) {
        for (var other : OTHERS) {
            Matcher found = other.file().matcher(what);
            if (found.matches()) {
                return begun(found.replaceFirst(other.form()));
            }
        }
        return "This " + what + (what.endsWith(".") ? "" : ".");
    }

    private static Replacement other(String file, String form) {
        return new Replacement(Pattern.compile(file, Pattern.DOTALL), form);
    }

    private static String begun(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
