package uk.thinkuknow.results.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.TableExporter.Sheet;

/**
 * Writes the question figures as a table for a file: a row for each range and each median time, and none for too few
 * children.
 */
final class QuestionFiguresSheet {
    private static final List<String> COLUMNS =
            List.of("step", "title", "what", "answer", "right", "fromPercent", "toPercent", "childrenAtLeast");

    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private QuestionFiguresSheet() {}

    static Sheet of(QuestionFigures figures) {
        var csv = new QuestionFiguresSheet();
        figures.steps().forEach(step -> csv.step(step, figures.began()));
        figures.questions().forEach(csv::asked);
        figures.twice().forEach(csv::twice);
        return new Sheet("questions", COLUMNS, csv.rows);
    }

    private void step(QuestionFigures.StepFigures step, int began) {
        line(step.place(), step.title(), Words.of("analysis.cameToStep"), "", "", step.reached(), began);
        if (!step.last()) {
            line(step.place(), step.title(), Words.of("analysis.stopped"), "", "", step.stopped(), 0);
        }
        if (step.time() != null) {
            rows.add(Arrays.asList(
                    step.place(), step.title(), Words.of("analysis.middle"), Words.of(step.time()), "", "", "", ""));
        }
    }

    private void asked(QuestionFigures.AskedOnce asked) {
        int place = asked.question().place();
        var stem = asked.question().stem();
        line(place, stem, Words.of("analysis.firstRight"), "", "", asked.right(), asked.answered());
        line(place, stem, Words.of("analysis.sureWrong"), "", "", asked.sureAndWrong(), 0);
        asked.options()
                .forEach(each -> line(
                        place,
                        stem,
                        Words.of("analysis.anAnswer"),
                        each.option().text(),
                        right(asked.question().scored() && each.option().right()),
                        each.share(),
                        asked.answered()));
    }

    private void twice(QuestionFigures.AskedTwice twice) {
        int place = twice.question().place();
        var stem = twice.question().stem();
        line(place, stem, Words.of("analysis.higher"), "", "", twice.higher(), twice.both());
        line(place, stem, Words.of("analysis.same"), "", "", twice.same(), twice.both());
        line(place, stem, Words.of("analysis.lower"), "", "", twice.lower(), twice.both());
        for (var each : twice.options()) {
            var right = right(each.option().right());
            line(place, stem, Words.of("analysis.atStart"), each.option().text(), right, each.before(), twice.both());
            line(place, stem, Words.of("analysis.atEnd"), each.option().text(), right, each.after(), twice.both());
        }
    }

    private static String right(boolean right) {
        return right ? Words.of("analysis.isRight") : "";
    }

    private void line(
            int place, String title, String what, String answer, String right, @Nullable Share share, int children) {
        if (share != null) {
            rows.add(Arrays.asList(
                    place,
                    title,
                    what,
                    answer,
                    right,
                    share.from(),
                    share.to(),
                    children == 0 ? null : Integer.valueOf(children / 10 * 10)));
        }
    }
}
