package uk.thinkuknow.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;

/** What a text must be like so that a spreadsheet takes it for text. */
public final class SpreadsheetText {
    /** At the start of a file: without it, Excel takes UTF-8 for something else and spoils Welsh names. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet takes for the start of a formula, in both widths. */
    private static final String FORMULA = "=+-@＝＋－＠";

    /** A grade, which is no article. */
    private static final Pattern LETTER_AT_THE_END = Pattern.compile(" [A-Z]$");

    private SpreadsheetText() {}

    /** A text that a spreadsheet would take for a formula starts with an apostrophe, so that it stays a text. */
    public static String harmless(String text) {
        var first = text.stripLeading();
        return !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What a column is called in a spreadsheet: the words of its name in programs, "Reach upper" for "reachUpper", "Grade A" for "gradeA". */
    public static String heading(String name) {
        var words = String.join(" ", name.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
        words = LETTER_AT_THE_END.matcher(words).find()
                ? words.substring(0, words.length() - 1).toLowerCase(Locale.UK) + words.substring(words.length() - 1)
                : words.toLowerCase(Locale.UK);
        return InWords.capitalised(words);
    }

    public static List<String> headings(List<String> names) {
        return names.stream().map(SpreadsheetText::heading).toList();
    }

    /** A row for a CSV: texts made harmless, figures as they are, and nothing where there is none. */
    public static List<String> cells(List<@Nullable Object> row) {
        return row.stream()
                .map(cell -> cell == null ? "" : cell instanceof String text ? harmless(text) : cell.toString())
                .toList();
    }
}
