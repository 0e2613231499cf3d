package uk.thinkuknow.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;

/** Makes text safe for spreadsheets, so that none is read as a formula, and writes column headings. */
public final class SpreadsheetText {
    /**
     * Put at the start of a CSV file; without it, Excel misreads UTF-8 and garbles Welsh names. CSV of the API has
     * none, because programs do not expect it.
     */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * What a spreadsheet may read as the start of a formula: its signs in both widths, after signs that it leaves out, and a
     * tab or a zero alone.
     */
    private static final Pattern FORMULA = Pattern.compile("^(?:[\\t\\x00]|[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])");

    /** A single capital at the end is a grade, so it stays a capital. */
    private static final Pattern LETTER_AT_THE_END = Pattern.compile(" [A-Z]$");

    private SpreadsheetText() {}

    /** Puts an apostrophe in front of a text that a spreadsheet would read as a formula. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** A column's heading from its name in code: "Reach upper" for "reachUpper", "Grade A" for "gradeA". */
    public static String heading(String name) {
        var words = String.join(" ", name.split("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
        words = LETTER_AT_THE_END.matcher(words).find()
                ? words.substring(0, words.length() - 1).toLowerCase(Locale.UK) + words.substring(words.length() - 1)
                : words.toLowerCase(Locale.UK);
        return TextFormat.capitalised(words);
    }

    public static List<String> headings(List<String> names) {
        return names.stream().map(SpreadsheetText::heading).toList();
    }

    /** The cells of a CSV row: text made harmless, numbers unchanged, an empty text for null. */
    public static List<String> cells(List<@Nullable Object> row) {
        return row.stream()
                .map(cell -> cell == null ? "" : cell instanceof String text ? harmless(text) : cell.toString())
                .toList();
    }
}
