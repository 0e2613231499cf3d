package uk.thinkuknow.results.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.SpreadsheetText;

/** The same figures as a spreadsheet reads them: a line for each range, and none for what too few children did. */
final class QuestionsCsv {
    private static final List<String> HEADER =
            List.of("step", "title", "what", "answer", "right", "fromPercent", "toPercent", "childrenAtLeast");

    private final CsvWriter csv;

    private QuestionsCsv(CsvWriter csv) {
        this.csv = csv;
    }

    static String of(Figures figures) {
        var text = new StringWriter().append(SpreadsheetText.BYTE_ORDER_MARK);
        try (var writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(SpreadsheetText.headings(HEADER));
            var csv = new QuestionsCsv(writer);
            figures.steps().forEach(step -> csv.step(step, figures.began()));
            figures.questions().forEach(csv::asked);
            figures.twice().forEach(csv::twice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void step(Figures.AtStep step, int began) {
        line(step.place(), step.title(), "came to the step", "", "", step.reached(), began);
        if (!step.last()) {
            line(step.place(), step.title(), "came no further", "", "", step.stopped(), 0);
        }
        if (step.time() != null) {
            line(step.place(), step.title(), "middle time", step.time().words(), "", "", "", "");
        }
    }

    private void asked(Figures.Asked asked) {
        int place = asked.question().place();
        var stem = asked.question().stem();
        line(place, stem, "right at the first answer", "", "", asked.right(), asked.answered());
        line(place, stem, "sure and wrong", "", "", asked.sureAndWrong(), 0);
        asked.options()
                .forEach(each -> line(
                        place,
                        stem,
                        "answer",
                        each.option().text(),
                        right(asked.question().scored() && each.option().right()),
                        each.share(),
                        asked.answered()));
    }

    private void twice(Figures.Twice twice) {
        int place = twice.question().place();
        var stem = twice.question().stem();
        line(place, stem, "higher at the end", "", "", twice.higher(), twice.both());
        line(place, stem, "the same at the end", "", "", twice.same(), twice.both());
        line(place, stem, "lower at the end", "", "", twice.lower(), twice.both());
        for (var each : twice.options()) {
            var right = right(each.option().right());
            line(place, stem, "at the start", each.option().text(), right, each.before(), twice.both());
            line(place, stem, "at the end", each.option().text(), right, each.after(), twice.both());
        }
    }

    private static String right(boolean right) {
        return right ? "yes" : "";
    }

    private void line(
            int place, String title, String what, String answer, String right, @Nullable Share share, int children) {
        if (share != null) {
            line(
                    place,
                    title,
                    what,
                    answer,
                    right,
                    Integer.toString(share.from()),
                    Integer.toString(share.to()),
                    children == 0 ? "" : Integer.toString(children / 10 * 10));
        }
    }

    private void line(
            int place,
            String title,
            String what,
            String answer,
            String right,
            String from,
            String to,
            String children) {
        csv.writeRecord(
                Integer.toString(place),
                SpreadsheetText.harmless(title),
                what,
                SpreadsheetText.harmless(answer),
                right,
                from,
                to,
                children);
    }
}
