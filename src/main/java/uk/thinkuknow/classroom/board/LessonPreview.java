package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.player.PlayerStep;
import uk.thinkuknow.classroom.player.QuestionWords;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.schools.school.Deck;

/** Renders a draft lesson as children will see it on a tablet and as the class will see it on the wall. */
@Singleton
public class LessonPreview {
    private static final Pattern RECORDING = Pattern.compile("\"/media/([a-z0-9-]+\\.\\w+)\\.\\w+\"");

    private final HelpBook help;
    private final Deck deck;

    LessonPreview(HelpBook help, Deck deck) {
        this.help = help;
        this.deck = deck;
    }

    /**
     * The lesson's page on a tablet; its script makes no calls and stores nothing.
     *
     * @param files URL prefix of the lesson's pictures and recordings
     */
    public String onTablet(Lesson lesson, String files) {
        var spoken = spoken(lesson);
        var line = help.of(lesson.band(), HelpBook.ANYWHERE, spoken.language());
        var young = QuestionWords.isYoung(lesson.band());
        var page = new LessonPages.LessonPage(
                lesson,
                PlayerStep.of(lesson),
                Markdown.html(lesson.ending()),
                line,
                line.named(lesson.help()),
                LessonPages.secondSprite(deck),
                new LessonPages.DisplayOptions(true, young, 0, spoken, LessonPages.names(deck, spoken.language())));
        return from(page.setLocale(spoken.language().key()).render(), files);
    }

    /**
     * A step on the wall; empty if the lesson has no such step.
     *
     * @param step key of the step
     * @param files URL prefix of the lesson's pictures and recordings
     */
    public Optional<String> onWall(Lesson lesson, String step, String files) {
        var spoken = spoken(lesson);
        List<PlayerStep> steps = PlayerStep.of(lesson);
        var wall = new ProjectorSteps.Wall("", lesson.title(), lesson.design(), true, spoken);
        return steps.stream()
                .filter(one -> one.key().equals(step))
                .findFirst()
                .map(one -> new ProjectorSteps.ProjectorStepPage(
                        wall,
                        one,
                        steps.size(),
                        false,
                        "",
                        lesson.narrationOf(step).script(),
                        0))
                .map(page -> from(page.setLocale(spoken.language().key()).render(), files));
    }

    private static PageLanguage spoken(Lesson lesson) {
        return new PageLanguage(Language.of(lesson.language()).orElse(Language.ENGLISH), false, null);
    }

    private static String from(String page, String files) {
        var pictures = page.replace("\"/pictures/", "\"" + files + "pictures/");
        return RECORDING.matcher(pictures).replaceAll("\"" + files + "recordings/$1\"");
    }
}
