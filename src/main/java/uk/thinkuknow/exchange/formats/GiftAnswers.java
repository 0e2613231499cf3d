package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.ImportedQuestion;

/**
 * A GIFT question, split at the braces around its answers.
 *
 * @param before the text before the braces
 * @param inside the text between the braces
 * @param after the text after the braces
 */
record GiftAnswers(String before, String inside, String after) {
    private static final Pattern SIGNED = Pattern.compile("(?s)^\\s*(?:[=~#]|%-?[0-9.]+%|>\\s*\\d).*");
    private static final Pattern STATEMENT = Pattern.compile("(?is)^\\s*(?:T|TRUE|F|FALSE)\\s*(?:#.*)?$");

    /**
     * Finds the answers of a question; null if it has none, which makes it a text to read.
     *
     * @throws Refused if a brace is not closed or there are several lists of answers
     */
    static @Nullable GiftAnswers of(String question) {
        int open = question.indexOf('{');
        int close = question.lastIndexOf('}');
        if (open < 0 && close < 0) {
            return null;
        }
        if (open < 0 || close < open) {
            throw new Refused("formats.hasABraceThatIs");
        }
        var groups = groups(question);
        // Formulas and program code hold unescaped braces too, but a list of answers begins with one of its signs.
        var signed = groups.stream().filter(GiftAnswers::isSigned).toList();
        if (signed.size() > 1) {
            throw new Refused("formats.hasMoreThanOneList");
        }
        if (signed.size() == 1) {
            return signed.getFirst();
        }
        var empty = groups.stream().filter(group -> group.inside.isBlank()).toList();
        if (!empty.isEmpty()) {
            return empty.getLast();
        }
        return groups.isEmpty()
                ? new GiftAnswers(
                        question.substring(0, open), question.substring(open + 1, close), question.substring(close + 1))
                : groups.getLast();
    }

    /** Returns whether the content of some braces is empty or begins as answers do. */
    static boolean isSure(String question) {
        return groups(question).stream().anyMatch(group -> group.isSigned() || group.inside.isBlank());
    }

    private boolean isSigned() {
        return SIGNED.matcher(inside).matches() || STATEMENT.matcher(inside).matches();
    }

    /** Returns the content of each outermost pair of braces, with the text around it. */
    private static List<GiftAnswers> groups(String question) {
        var groups = new ArrayList<GiftAnswers>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < question.length(); at++) {
            char sign = question.charAt(at);
            if (sign == '{' && depth++ == 0) {
                from = at;
            } else if (sign == '}' && depth > 0 && --depth == 0) {
                groups.add(new GiftAnswers(
                        question.substring(0, from), question.substring(from + 1, at), question.substring(at + 1)));
            }
        }
        return groups;
    }

    private static final String AT_ANY_SIGN = "(?=[=~])";
    private static final String AT_LINES_AND_WORDS = "(?m)(?=^[ \\t]*[=~])|(?<=[ \\t])(?=[=~]\\S)";

    /**
     * Splits the answers, each with its sign. If each line begins with a sign, a sign inside a word or a formula starts
     * no answer.
     */
    static List<String> each(String answers) {
        var lines = answers.lines().filter(line -> !line.isBlank()).toList();
        boolean ownLines =
                lines.size() > 1 && lines.stream().allMatch(line -> line.strip().matches("(?s)[=~].*"));
        var each = Arrays.stream(answers.split(ownLines ? AT_LINES_AND_WORDS : AT_ANY_SIGN))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .toList();
        ImportedQuestion.refuseTooManyParts(each.size());
        return each;
    }
}
