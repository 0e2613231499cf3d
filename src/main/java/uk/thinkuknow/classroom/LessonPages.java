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
import uk.thinkuknow.help.HelpBook;
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
    private final HelpBook help;
    private final String second;
    private final Map<Edition, RenderedLesson> taught = new ConcurrentHashMap<>();
    private final Map<Edition, RenderedLesson> tried = new ConcurrentHashMap<>();

    /** A version with the help of a nation, as it stands on a day. */
    private record Edition(long version, Help help) {}

    LessonPages(Deck deck, CurriculumService curriculum, HelpBook help) {
        this.curriculum = curriculum;
        this.help = help;
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

    /** The page as children take it where their nation is not known. */
    RenderedLesson of(PublishedModule module) {
        return of(module, HelpBook.ANYWHERE);
    }

    /** The page that children of a nation take; the first call for a version renders it. */
    RenderedLesson of(PublishedModule module, String nation) {
        return taught.computeIfAbsent(edition(module, nation), it -> render(module, it.help(), false));
    }

    /** The page that staff try: it says so, and its script never calls the classroom. */
    RenderedLesson toTry(PublishedModule module) {
        return tried.computeIfAbsent(edition(module, HelpBook.ANYWHERE), it -> render(module, it.help(), true));
    }

    private Edition edition(PublishedModule module, String nation) {
        return new Edition(module.versionId(), help.of(module.lesson().band(), nation));
    }

    /** The drawings of the second sprite, with spaces between. */
    static String secondSprite(Deck deck) {
        return deck.all().stream().skip(FIRST_SPRITE).map(CardPicture::drawing).collect(Collectors.joining(" "));
    }

    private RenderedLesson render(PublishedModule module, Help help, boolean tried) {
        var lesson = module.lesson();
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
