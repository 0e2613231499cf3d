package uk.thinkuknow.web;

/** What a text must be like so that a spreadsheet takes it for text. */
public final class SpreadsheetText {
    /** At the start of a file: without it, Excel takes UTF-8 for something else and spoils Welsh names. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet takes for the start of a formula, in both widths. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private SpreadsheetText() {}

    /** A text that a spreadsheet would take for a formula starts with an apostrophe, so that it stays a text. */
    public static String harmless(String text) {
        var first = text.stripLeading();
        return !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0 ? "'" + text : text;
    }
}
