package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.ImportBudget;
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
        ImportBudget.check();
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
        var signed = groups.stream().filter(Braces::areSigned).toList();
        if (signed.size() > 1) {
            throw new Refused("formats.hasMoreThanOneList");
        }
        if (signed.size() == 1) {
            return split(question, signed.getFirst());
        }
        var empty = groups.stream().filter(Braces::areEmpty).toList();
        if (!empty.isEmpty()) {
            return split(question, empty.getLast());
        }
        return split(question, groups.isEmpty() ? Braces.in(question, open, close) : groups.getLast());
    }

    /** Returns whether the content of some braces is empty or begins as answers do. */
    static boolean isSure(String question) {
        ImportBudget.check();
        return groups(question).stream().anyMatch(group -> group.areSigned() || group.areEmpty());
    }

    /** A pair of braces: where they are, and what is between them. */
    private record Braces(int from, int to, String inside) {
        static Braces in(String question, int from, int to) {
            return new Braces(from, to, question.substring(from + 1, to));
        }

        boolean areSigned() {
            return SIGNED.matcher(inside).matches() || STATEMENT.matcher(inside).matches();
        }

        boolean areEmpty() {
            return inside.isBlank();
        }
    }

    private static GiftAnswers split(String question, Braces at) {
        return new GiftAnswers(question.substring(0, at.from), at.inside, question.substring(at.to + 1));
    }

    /** Returns the outermost pairs of braces; the text around each is not kept, as there may be very many. */
    private static List<Braces> groups(String question) {
        var groups = new ArrayList<Braces>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < question.length(); at++) {
            char sign = question.charAt(at);
            if (sign == '{' && depth++ == 0) {
                from = at;
            } else if (sign == '}' && depth > 0 && --depth == 0) {
                groups.add(Braces.in(question, from, at));
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
