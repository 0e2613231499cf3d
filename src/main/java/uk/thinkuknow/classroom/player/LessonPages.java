package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.help.Help;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Taught;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.Drawings;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.Spoken;
import uk.thinkuknow.schools.school.CardPicture;
import uk.thinkuknow.schools.school.Deck;

/**
 * Lessons as children see them: each module version is one page with all its steps, questions and feedback, the same
 * for every child, so it is rendered and compressed once.
 */
@Singleton
public class LessonPages {
    private static final int FIRST_SPRITE = 30;

    private final CurriculumService curriculum;
    private final Drawings drawings;
    private final HelpBook help;
    private final Deck deck;
    private final TranslationService translations;
    private final Map<Edition, RenderedLesson> rendered = new ConcurrentHashMap<>();

    LessonPages(
            HelpBook help,
            Deck deck,
            CurriculumService curriculum,
            TranslationService translations,
            Drawings drawings) {
        this.drawings = drawings;
        this.curriculum = curriculum;
        this.help = help;
        this.deck = deck;
        this.translations = translations;
    }

    /**
     * The page of a lesson.
     *
     * @param second the drawings that lie in the second sprite of cards, for the script
     */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record LessonPage(
            Lesson lesson,
            List<StepView> steps,
            RawString ending,
            Help help,
            List<HelpLine> turnTo,
            String second,
            Shown shown)
            implements TemplateInstance {}

    /**
     * To whom a lesson is shown: staff who try it or children, and are these children young?
     *
     * @param names of the cards, where the page is not in English
     */
    public record Shown(boolean tried, boolean young, int version, Spoken spoken, String names) {}

    /** A version in the words of a language, with the help of a nation, as it stands on a day; what changes is rendered anew. */
    private record Edition(long version, boolean tried, String words, Spoken spoken, Help help) {}

    /** The page as children take it where their nation is not known, in English. */
    RenderedLesson of(PublishedModule module) {
        return of(module, HelpBook.ANYWHERE);
    }

    /** The page that children of a nation take, in English; the first call for a version renders it. */
    public RenderedLesson of(PublishedModule module, String nation) {
        return of(module, nation, Language.ENGLISH);
    }

    /** The page that children of a nation take in a language; in English where that is not offered. */
    public RenderedLesson of(PublishedModule module, String nation, Language asked) {
        return page(module, translations.taught(module, asked), nation, false);
    }

    /** The page that staff try: it says so, and its script never calls the classroom. */
    public RenderedLesson toTry(PublishedModule module, Language asked) {
        return page(module, translations.tried(module, asked), HelpBook.ANYWHERE, true);
    }

    /** The words in which children get a lesson when they ask for a language. */
    public Taught taught(PublishedModule module, Language asked) {
        return translations.taught(module, asked);
    }

    /**
     * The words in which children get a version when they ask for a language.
     *
     * @throws uk.thinkuknow.common.NotFound if there is no such version
     */
    public Taught taught(long moduleVersionId, Language asked) {
        return taught(curriculum.version(moduleVersionId), asked);
    }

    /** The drawings of the second sprite, with spaces between. */
    public static String secondSprite(Deck deck) {
        return deck.all().stream().skip(FIRST_SPRITE).map(CardPicture::drawing).collect(Collectors.joining(" "));
    }

    /** The names of the cards for a page that is not in English, as its script reads them; the API says the English ones. */
    public static String names(Deck deck, Language language) {
        return language.isWelsh()
                ? deck.all().stream()
                        .map(card -> card.key() + "=" + card.welsh())
                        .collect(Collectors.joining(";"))
                : "";
    }

    private RenderedLesson page(PublishedModule module, Taught taught, String nation, boolean tried) {
        var language = taught.spoken().language();
        var edition = new Edition(
                module.versionId(),
                tried,
                taught.hash(),
                taught.spoken(),
                help.of(taught.lesson().band(), nation, language));
        return rendered.computeIfAbsent(edition, it -> render(module.number(), taught, it));
    }

    private RenderedLesson render(int number, Taught taught, Edition edition) {
        var lesson = taught.lesson();
        var language = taught.spoken().language();
        var young = QuestionWords.isYoung(lesson.band());
        var page = new LessonPage(
                lesson,
                StepView.of(lesson),
                Markdown.html(lesson.ending()),
                edition.help(),
                edition.help().named(lesson.help()),
                secondSprite(deck),
                new Shown(edition.tried(), young, number, taught.spoken(), names(deck, language)));
        return RenderedLesson.of(FirstPicture.in(page.setLocale(language.key()).render(), drawings::of));
    }
}
