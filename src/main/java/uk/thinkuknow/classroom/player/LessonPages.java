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
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.help.HelpPanel;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.TaughtLesson;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.Drawings;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.schools.school.CardPicture;
import uk.thinkuknow.schools.school.Deck;

/**
 * Renders lessons as children see them. A module version is one page with all its steps, questions and feedback. It is
 * the same for every child, so it is rendered and compressed once for each language and nation.
 */
@Singleton
public class LessonPages {
    private static final int FIRST_SPRITE = 30;

    private final CurriculumService curriculum;
    private final Drawings drawings;
    private final HelpBook help;
    private final Deck deck;
    private final TranslationService translations;
    private final Map<Edition, RenderedPage> rendered = new ConcurrentHashMap<>();

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
     * @param second drawings in the second sprite of cards, with spaces between, for the script
     */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record LessonPage(
            Lesson lesson,
            List<PlayerStep> steps,
            RawString ending,
            HelpPanel help,
            List<HelpLine> turnTo,
            String second,
            DisplayOptions shown)
            implements TemplateInstance {}

    /**
     * How a lesson is shown.
     *
     * @param tried whether staff try it out
     * @param young whether its children are at most 10
     * @param names of the cards for the script; "" if the page is in English
     */
    public record DisplayOptions(boolean tried, boolean young, int version, PageLanguage spoken, String names) {}

    /**
     * Cache key of a rendered page: module version, content, language and help lines; if one of them changes, the page
     * is rendered again.
     */
    private record Edition(long version, boolean tried, String words, PageLanguage spoken, HelpPanel help) {}

    /** The page in English, without a nation's help lines. */
    RenderedPage of(PublishedModule module) {
        return of(module, HelpBook.ANYWHERE);
    }

    /** The page in English with a nation's help lines. */
    public RenderedPage of(PublishedModule module, String nation) {
        return of(module, nation, Language.ENGLISH);
    }

    /**
     * The page in a language with a nation's help lines; in English if the language is not offered. The first call
     * renders it.
     */
    public RenderedPage of(PublishedModule module, String nation, Language asked) {
        return page(module, translations.taught(module, asked), nation, false);
    }

    /** The page for staff to try; it says so, and its script does not call the classroom API. */
    public RenderedPage toTry(PublishedModule module, Language asked) {
        return page(module, translations.triedOut(module, asked), HelpBook.ANYWHERE, true);
    }

    /** The lesson in the language asked for, or in English if that is not offered. */
    public TaughtLesson taught(PublishedModule module, Language asked) {
        return translations.taught(module, asked);
    }

    /**
     * A module version in the language asked for, or in English if that is not offered.
     *
     * @throws uk.thinkuknow.common.NotFound if there is no such version
     */
    public TaughtLesson taught(long moduleVersionId, Language asked) {
        return taught(curriculum.version(moduleVersionId), asked);
    }

    /** Names of the drawings in the second sprite, with spaces between. */
    public static String secondSprite(Deck deck) {
        return deck.all().stream().skip(FIRST_SPRITE).map(CardPicture::drawing).collect(Collectors.joining(" "));
    }

    /**
     * Names of the cards in the page's language as "key=name" with ";" between, for the script; "" for English, because
     * the API sends the English names.
     */
    public static String names(Deck deck, Language language) {
        return language.isWelsh()
                ? deck.all().stream()
                        .map(card -> card.key() + "=" + card.welsh())
                        .collect(Collectors.joining(";"))
                : "";
    }

    private RenderedPage page(PublishedModule module, TaughtLesson taught, String nation, boolean tried) {
        var language = taught.spoken().language();
        var edition = new Edition(
                module.versionId(),
                tried,
                taught.hash(),
                taught.spoken(),
                help.of(taught.lesson().band(), nation, language));
        return rendered.computeIfAbsent(edition, it -> render(module.number(), taught, it));
    }

    private RenderedPage render(int number, TaughtLesson taught, Edition edition) {
        var lesson = taught.lesson();
        var language = taught.spoken().language();
        var young = QuestionWords.isYoung(lesson.band());
        var page = new LessonPage(
                lesson,
                PlayerStep.of(lesson),
                Markdown.html(lesson.ending()),
                edition.help(),
                edition.help().named(lesson.help()),
                secondSprite(deck),
                new DisplayOptions(edition.tried(), young, number, taught.spoken(), names(deck, language)));
        return RenderedPage.of(FirstPicture.in(page.setLocale(language.key()).render(), drawings::of));
    }
}
