package uk.thinkuknow.studio.drafts;

import java.util.Map;
import java.util.Set;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.Problem;

/**
 * Rewrites the messages of the lesson parser, which address the author of a YAML file, for an author who uses the
 * studio's forms.
 */
final class CheckMessages {
    private static final String IS_MISSING = "files.isMissing";
    private static final String IS_EMPTY = "files.isEmpty";
    private static final String ONE_RIGHT = "files.mustHaveExactlyOneWith";

    /** The sentences of the parser that have another one with the same arguments in the studio. */
    private static final Map<String, String> OTHERS = Map.of(
            ONE_RIGHT,
            "drafts.check.oneRight",
            IS_MISSING,
            "drafts.check.do",
            IS_EMPTY,
            "drafts.check.do",
            "files.needsAtLeastHas",
            "drafts.check.addMore");

    /** The sentences of the parser that have another one without arguments in the studio. */
    private static final Map<String, String> PLAIN = Map.of(
            "files.mustHaveAtLeastOne", "drafts.check.tickRight",
            "files.asksAQuestionForNo", "drafts.check.tickObjective",
            "files.hasNoQuestionAskOne", "drafts.check.noQuestion",
            "files.needsATurnWithBest", "drafts.check.tickBest",
            "files.mustEachHaveAPicture", "drafts.check.choosePictures",
            "files.turnToNoLaterScene", "drafts.check.chooseScene",
            "files.namesNobodyWhoMadeIt", "drafts.check.sayWho",
            "files.hasNoLicenceWriteIt", "drafts.check.sayWho",
            "files.pictureMissing", "drafts.check.choosePicture");

    /** The sentences of the parser that say that something was left out. */
    private static final Set<String> LEFT_OUT = Set.of(
            IS_MISSING,
            IS_EMPTY,
            "files.pictureMissing",
            "files.mustHaveAtLeastOne",
            "files.mustEachHaveAPicture",
            "files.needsAtLeastHas",
            "files.asksAQuestionForNo");

    private CheckMessages() {}

    /** Returns the message as a full sentence. */
    static String of(Problem problem) {
        var what = problem.what();
        var arguments = what.arguments().toArray();
        if (isLeftOutChoice(problem)) {
            return Words.of("drafts.check.chooseRight");
        }
        if (isLeftOutField(problem)) {
            if (problem.field().equals("steps")) {
                return Words.of("drafts.check.addSteps");
            }
            if (problem.field().endsWith(".group")) {
                return Words.of("drafts.check.chooseGroup");
            }
        }
        var plain = PLAIN.get(what.code());
        if (plain != null) {
            return Words.of(plain);
        }
        var other = OTHERS.get(what.code());
        return other != null
                ? TextFormat.capitalised(Words.of(other, arguments))
                : Words.of("drafts.check.this", what.words().replaceFirst("\\.$", ""));
    }

    /** Returns whether the message says that something was left out. */
    static boolean isLeftOut(Problem problem) {
        return LEFT_OUT.contains(problem.what().code()) || isLeftOutChoice(problem);
    }

    /** Returns whether the message says that a field is missing or empty. */
    static boolean isLeftOutField(Problem problem) {
        var code = problem.what().code();
        return code.equals(IS_MISSING) || code.equals(IS_EMPTY);
    }

    private static boolean isLeftOutChoice(Problem problem) {
        return problem.what().code().equals(ONE_RIGHT)
                && problem.what().arguments().getFirst().equals(0);
    }
}
