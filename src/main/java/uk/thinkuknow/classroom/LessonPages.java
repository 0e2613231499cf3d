package uk.thinkuknow.classroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.curriculum.Lesson;
import uk.thinkuknow.curriculum.Markdown;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.help.Help;
import uk.thinkuknow.help.HelpLine;
import uk.thinkuknow.school.CardPicture;
import uk.thinkuknow.school.Deck;

/**
 * Lessons as children see them: each module version is one page with all its steps, questions and feedback, the same
 * for every child, so it is rendered and compressed once.
 */
@Singleton
class LessonPages {
    private static final int FIRST_SPRITE = 30;

    private final CurriculumService curriculum;
    private final String second;
    private final Map<Long, RenderedLesson> taught = new ConcurrentHashMap<>();
    private final Map<Long, RenderedLesson> tried = new ConcurrentHashMap<>();

    LessonPages(Deck deck, CurriculumService curriculum) {
        this.curriculum = curriculum;
        this.second = secondSprite(deck);
    }

    /**
     * The page of a lesson.
     *
     * @param second the drawings that lie in the second sprite of cards, for the script
     */
    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LessonPage(
            Lesson lesson,
            List<StepView> steps,
            RawString ending,
            Help help,
            List<HelpLine> turnTo,
            String second,
            Shown shown)
            implements TemplateInstance {}

    /** To whom a lesson is shown: staff who try it or children, and are these children young? */
    record Shown(boolean tried, boolean young, int version) {}

    /** The page that children take; the first call for a version renders it. */
    RenderedLesson of(PublishedModule module) {
        return taught.computeIfAbsent(module.versionId(), id -> render(module, false));
    }

    /** The page that staff try: it says so, and its script never calls the classroom. */
    RenderedLesson toTry(PublishedModule module) {
        return tried.computeIfAbsent(module.versionId(), id -> render(module, true));
    }

    /** The drawings of the second sprite, with spaces between. */
    static String secondSprite(Deck deck) {
        return deck.all().stream().skip(FIRST_SPRITE).map(CardPicture::drawing).collect(Collectors.joining(" "));
    }

    private RenderedLesson render(PublishedModule module, boolean tried) {
        var lesson = module.lesson();
        var help = Help.of(lesson.band());
        var page = new LessonPage(
                lesson,
                StepView.of(lesson),
                Markdown.html(lesson.ending()),
                help,
                help.named(lesson.help()),
                second,
                new Shown(tried, QuestionWords.isYoung(lesson.band()), module.number()));
        return RenderedLesson.of(FirstPicture.in(page.render(), curriculum::drawing));
    }
}
