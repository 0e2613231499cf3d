package uk.thinkuknow.classroom.board;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.PlayerStep;
import uk.thinkuknow.classroom.player.QuestionViewFactory;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionTexts;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.welsh.PageLanguage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that every kind of question is on a child's page, on the wall and in the live room. */
@QuarkusTest
class EveryKindIsShownTest {
    private static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");

    @Inject
    LessonPages pages;

    @Test
    void aChildsPageHasAllWordsOfEveryQuestion() {
        for (var band : BANDS) {
            var lesson = EveryKindLesson.lesson(band);
            var page = new String(
                    pages.of(
                                    new PublishedModule(
                                            -100 - band.length(), "k", 1, band, lesson, List.of(), false, false),
                                    "england")
                            .html(),
                    StandardCharsets.UTF_8);
            for (var question : lesson.questions()) {
                var form = page.substring(page.indexOf("data-question=\"" + question.key() + "\""));
                form = form.substring(0, form.indexOf("</form>"));
                assertHas(form, QuestionTexts.asked(question), question);
                assertHas(form, QuestionTexts.said(question), question);
            }
        }
    }

    @Test
    void theWallHasTheWordsThatEveryQuestionAsksAndOffers() {
        var lesson = EveryKindLesson.lesson("8-10");
        var wall = new ProjectorSteps.Wall(
                "id", lesson.title(), lesson.band(), true, new PageLanguage(Language.ENGLISH, false, null));
        var views = PlayerStep.of(lesson);
        for (int i = 0; i < views.size(); i++) {
            var page = new ProjectorSteps.ProjectorStepPage(wall, views.get(i), views.size(), true, "", "", 0).render();
            assertTrue(page.contains(views.get(i).title()));
            if (lesson.steps().get(i) instanceof Step.Ask ask) {
                assertHas(page, QuestionTexts.asked(ask.question()), ask.question());
            }
        }
    }

    @Test
    void theWallNumbersThePairsOfAMatchingQuestion() {
        var match = EveryKindLesson.lesson("8-10").questions().stream()
                .filter(Question.Match.class::isInstance)
                .map(question -> QuestionViewFactory.of(question, "8-10"))
                .findFirst()
                .orElseThrow();
        var wall = match.getWall().getValue();
        for (int number = 1; number <= match.getPlaces().size(); number++) {
            assertTrue(wall.contains("<li><span class=\"ltr\" aria-hidden=\"true\">" + number + "</span>"), wall);
        }
    }

    @Test
    void theLiveRoomCountsAnAnswerOfEveryKindAndOfScoredKindsButTheStoryInTheRightRows() {
        var lesson = EveryKindLesson.lesson("8-10");
        for (var live : LiveQuestion.of(lesson)) {
            var step = (Step.Ask) lesson.step(live.key()).orElseThrow();
            var right = RightAnswers.rightFor(step.question());
            var chosen = right instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(right);
            var seat = new SeatSummary(
                    Set.of(), 1, 1, true, false, null, List.of(new SeatSummary.Given(live.key(), chosen, true)));
            var counts = live.answers(List.of(seat)).counts();
            assertTrue(counts.stream().anyMatch(count -> count == 1), live.stem());
            for (int i = 0; i < counts.size(); i++) {
                var option = live.options().get(i);
                boolean scored = live.options().stream().anyMatch(LiveQuestion.LiveOption::right);
                if (scored && !(step.question() instanceof Question.Story)) {
                    assertEquals(option.right() ? 1 : 0, counts.get(i), live.stem() + ": " + option.text());
                }
            }
        }
    }

    private static void assertHas(String page, List<String> words, Question question) {
        words.forEach(word -> assertTrue(page.contains(word), () -> question.key() + " lacks: " + word));
    }
}
