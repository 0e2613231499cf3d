package uk.thinkuknow.reach.periods;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.RiskCheck;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.WeeklyGrowth;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.web.SpreadsheetText;

/**
 * Writes the frozen figures of a period as a CSV file and as a spreadsheet. Numbers are number cells, and no text is
 * read as a formula.
 */
final class FiguresExporter {
    /** The columns of the rows of tables. */
    static final List<String> COLUMNS = Stream.concat(ReachTable.COLUMNS.stream(), ReachTable.LAST_COLUMNS.stream())
            .toList();

    private static final List<String> WEEK =
            List.of("monday", "added", "addedLower", "addedUpper", "soFar", "soFarLower", "upperSoFar");

    private FiguresExporter() {}

    /** All tables in one file, the total first, in UTF-8 with a byte order mark for spreadsheet programs. */
    static String csv(ShownFigures shown) {
        var figures = shown.figures();
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            var header = new ArrayList<>(List.of("table"));
            header.addAll(COLUMNS);
            csv.writeRecord(SpreadsheetText.headings(header));
            csv.writeRecord(line(shown, "total", figures.total()));
            figures.tables().forEach((by, rows) -> rows.forEach(row -> csv.writeRecord(line(shown, by, row))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SpreadsheetText.BYTE_ORDER_MARK + text;
    }

    private static List<String> line(ShownFigures shown, String table, ReachTable.Row row) {
        var line = new ArrayList<>(List.of(table));
        line.addAll(SpreadsheetText.cells(shown.cells(table, row)));
        return line;
    }

    /**
     * A spreadsheet with a sheet for each table, for the weeks, the professionals and the figure check, and one that
     * explains the columns.
     */
    static byte[] ods(ShownFigures shown, String hash) {
        var figures = shown.figures();
        var book = new SpreadSheet();
        book.appendSheet(about(shown, hash));
        figures.tables().forEach((by, rows) -> {
            var lines = new ArrayList<List<? extends @Nullable Object>>();
            lines.add(SpreadsheetText.headings(COLUMNS));
            rows.forEach(row -> lines.add(shown.cells(by, row)));
            lines.add(shown.cells("total", figures.total()));
            book.appendSheet(sheet(words("by", by), lines));
        });
        var weeks = new ArrayList<List<? extends @Nullable Object>>();
        weeks.add(SpreadsheetText.headings(WEEK));
        figures.growth().forEach(week -> weeks.add(week(week)));
        book.appendSheet(sheet(words("weeks"), weeks));
        book.appendSheet(professionals(figures.professionals()));
        book.appendSheet(check(shown));
        var byRisk = figures.check().byRisk();
        if (byRisk != null) {
            book.appendSheet(byRisk(shown, byRisk));
        }
        var bytes = new ByteArrayOutputStream();
        try {
            book.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Object> week(WeeklyGrowth.Week week) {
        var added = week.added();
        var soFar = week.soFar();
        return List.of(
                week.monday(),
                added.headline(),
                added.atLeast(),
                added.atMost(),
                soFar.headline(),
                soFar.atLeast(),
                soFar.atMost());
    }

    /** A person may attend events in two regions, so the total is not the sum. */
    private static Sheet professionals(FrozenFigures.Trained trained) {
        var lines = new ArrayList<List<? extends @Nullable Object>>();
        lines.add(SpreadsheetText.headings(List.of("key", "name", "target", "professionals")));
        trained.regions().forEach(row -> lines.add(Arrays.asList(row.key(), row.name(), row.target(), row.people())));
        lines.add(Arrays.asList("total", Words.of("totals.unitedKingdom"), trained.target(), trained.people()));
        return sheet(words("professionals"), lines);
    }

    /** The result of the figure checks by chance. A cell is empty where too few answered for a range. */
    private static Sheet check(ShownFigures shown) {
        var check = shown.figures().check();
        return sheet(
                words("askedAgain"),
                List.of(
                        List.of(words("asked"), shown.cell("check", "asked", check.asked())),
                        List.of(words("answered"), shown.cell("check", "answered", check.answered())),
                        List.of(words("lapsed"), shown.hidesReturns() ? ShownFigures.tooFew() : check.lapsed()),
                        List.of(words("waiting"), shown.cell("check", "waiting", check.waiting())),
                        List.of(words("signed"), shown.cell("check", "signed", check.signed())),
                        List.of(words("said"), shown.cell("check", "said", check.said())),
                        List.of(words("difference"), shown.cell("check", "said", check.percent())),
                        Arrays.asList(words("margin"), check.margin())));
    }

    /** The result of the figure checks by risk, which say nothing about other returns. */
    private static Sheet byRisk(ShownFigures shown, RiskCheck check) {
        return sheet(
                words("askedByRisk"),
                List.of(
                        List.of(words("asked"), byRisk(shown, "asked", check.asked())),
                        List.of(words("answered"), byRisk(shown, "answered", check.answered())),
                        List.of(words("lapsed"), shown.hidesByRisk() ? ShownFigures.tooFew() : check.lapsed()),
                        List.of(words("waiting"), byRisk(shown, "waiting", check.waiting())),
                        List.of(words("different"), byRisk(shown, "different", check.different()))));
    }

    private static Object byRisk(ShownFigures shown, String column, int number) {
        return shown.isHidden("check", PublicCells.BY_RISK, column) ? ShownFigures.tooFew() : number;
    }

    private static Sheet about(ShownFigures shown, String hash) {
        var figures = shown.figures();
        var quality = figures.quality();
        var lines = new ArrayList<List<? extends @Nullable Object>>();
        lines.add(List.of(words("period"), figures.period()));
        lines.add(List.of(words("asAt"), LocalDateTime.ofInstant(figures.asAt(), ZoneOffset.UTC)));
        lines.add(List.of(words("rules"), figures.rules()));
        lines.add(List.of(words("hash"), hash));
        lines.add(List.of(words("schools"), shown.cell("schools", "schools", figures.schools())));
        lines.add(List.of(words("picked"), shown.cell("quality", "gradeA", quality.gradeA())));
        lines.add(List.of(words("ticked"), shown.cell("quality", "gradeB", quality.gradeB())));
        lines.add(List.of(words("byHeads"), shown.cell("quality", "gradeC", quality.gradeC())));
        figures.others()
                .forEach((audience, heads) ->
                        lines.add(List.of(words("others", audience), shown.cell("others", audience, heads))));
        if (!shown.hidden().isEmpty()) {
            lines.add(List.of(ShownFigures.tooFew(), Words.of("periods.tooFewWhy")));
        }
        lines.add(List.of(words("columns"), ""));
        ReachTable.DICTIONARY.forEach(column -> lines.add(List.of(column.heading(), column.meaning())));
        return sheet(words("about"), lines);
    }

    private static String words(String key, Object... arguments) {
        return Words.of("periods.sheet." + key, arguments);
    }

    private static Sheet sheet(String name, List<List<? extends @Nullable Object>> lines) {
        int columns = lines.stream().mapToInt(List::size).max().orElse(1);
        var sheet = new Sheet(name, lines.size(), columns);
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < lines.get(i).size(); j++) {
                Range cell = sheet.getRange(i, j);
                cell.setValue(lines.get(i).get(j));
            }
        }
        return sheet;
    }
}
