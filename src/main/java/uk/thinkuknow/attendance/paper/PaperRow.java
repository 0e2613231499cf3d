package uk.thinkuknow.attendance.paper;

import java.util.List;

/**
 * A row of the grid of paper registers: the text of its cells, stripped and cut to 200 characters each, so that the
 * page shows again what was typed.
 */
record PaperRow(String date, String lesson, String className, String heads, String cards) {
    static final List<String> COLUMNS = List.of("Date", "Lesson", "Class", "Heads", "Cards ticked");
    static final PaperRow EMPTY = new PaperRow("", "", "", "", "");

    /** Makes a row from its cells in the order of {@link #COLUMNS}; missing cells are empty. */
    static PaperRow of(List<String> cells) {
        return new PaperRow(cell(cells, 0), cell(cells, 1), cell(cells, 2), cell(cells, 3), cell(cells, 4));
    }

    boolean isEmpty() {
        return cells().stream().allMatch(String::isEmpty);
    }

    List<String> cells() {
        return List.of(date, lesson, className, heads, cards);
    }

    private static String cell(List<String> cells, int at) {
        var text = at < cells.size() ? cells.get(at).strip() : "";
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
