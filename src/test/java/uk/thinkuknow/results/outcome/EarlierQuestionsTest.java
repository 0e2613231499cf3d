package uk.thinkuknow.results.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.results.outcome.OutcomeViews.MeasureView;
import uk.thinkuknow.results.outcome.OutcomeViews.Names;
import uk.thinkuknow.results.outcome.OutcomeViews.RowView;
import uk.thinkuknow.results.outcome.OutcomeViews.Table;
import uk.thinkuknow.results.outcome.OutcomeViews.Version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that figures of earlier and of current questions stay apart, although the versions have all else in common. */
class EarlierQuestionsTest {
    private static final OutcomeScope EVERYWHERE = new OutcomeScope(Scope.PROGRAMME);

    /** Uses the id of a version as its edition. */
    private static final Names NAMES =
            new Names(id -> new Version("m", "Lesson", 1, "8-10", id.intValue()), key -> key, true);

    private static final OutcomeFigures BOTH = new OutcomeFigures(Stream.of(OutcomeMeasure.values())
            .flatMap(measure -> Stream.of(
                    batch(1, measure, new Moves(10, 60, 10, 220)),
                    batch(Lesson.EDITION, measure, new Moves(40, 60, 10, 40))))
            .toList());

    @Test
    void figuresOfEarlierQuestionsAreNeverAddedToCurrentOnes() {
        for (var view : OutcomeViews.of(BOTH, EVERYWHERE, NAMES)) {
            var answers = view.earlier() ? "300" : "150";
            assertTrue(view.said().startsWith("Of about " + answers + " answers"), view.said());
            for (var table : view.tables()) {
                assertEquals(
                        List.of(answers),
                        table.rows().stream().map(RowView::answers).toList(),
                        table.id());
            }
        }
    }

    @Test
    void currentQuestionsComeFirstAndEarlierOnesAreMarked() {
        var views = OutcomeViews.of(BOTH, EVERYWHERE, NAMES);
        assertEquals(
                List.of("Knowledge", "Confidence", "Knowledge", "Confidence"),
                views.stream().map(MeasureView::name).toList());
        assertEquals(
                List.of(false, false, true, true),
                views.stream().map(MeasureView::earlier).toList());
        var ids = views.stream()
                .flatMap(view -> Stream.concat(
                        Stream.of(view.id()), view.tables().stream().map(Table::id)))
                .toList();
        assertEquals(List.copyOf(ids), ids.stream().distinct().toList());
    }

    @Test
    void everyLineOfTheFilesIsOfOneEditionAndNamesIt() {
        for (var sheet : OutcomeFiles.of(BOTH, EVERYWHERE, NAMES)) {
            assertEquals("questions", sheet.columns().getLast());
            assertEquals(
                    List.of(
                            List.of("knowledge", 150, "current"),
                            List.of("confidence", 150, "current"),
                            List.of("knowledge", 300, "earlier"),
                            List.of("confidence", 300, "earlier")),
                    sheet.rows().stream()
                            .map(row -> List.of(row.getFirst(), row.get(2), row.getLast()))
                            .toList(),
                    sheet.name());
        }
    }

    @Test
    void pairsOfTwoEditionsAreNeverInOneBatch() {
        var waiting = Stream.of(1, Lesson.EDITION)
                .map(edition -> new WaitingPairs(
                        batch(edition, OutcomeMeasure.KNOWLEDGE, Moves.NONE).asked(),
                        new OutcomeService.Area("a", "b", "c"),
                        LocalDate.EPOCH,
                        new Moves(20, 20, 0, 20)))
                .toList();
        assertEquals(
                List.of(),
                BatchRule.RULE
                        .of(waiting, LocalDate.EPOCH.plusYears(3), new SplittableRandom(1))
                        .batches());
    }

    private static Batch batch(int edition, OutcomeMeasure measure, Moves moves) {
        return new Batch(new WaitingPairs.PairQuestion(edition, "after-q", "2026-27", measure), "a", "b", "c", moves);
    }
}
