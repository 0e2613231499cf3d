package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.help.Help;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.welsh.Spoken;
import uk.thinkuknow.curriculum.welsh.Welsh;
import uk.thinkuknow.schools.school.Deck;

/** The page on which every class joins: rendered once a language, as soon as it is known for good whether this is a demo. */
@Singleton
class FrontPage {
    private final Installation installation;
    private final HelpBook help;
    private final Deck deck;
    private final Welsh welsh;
    private final Map<Spoken, RenderedLesson> kept = new ConcurrentHashMap<>();

    FrontPage(Installation installation, HelpBook help, Deck deck, Welsh welsh) {
        this.installation = installation;
        this.help = help;
        this.deck = deck;
        this.welsh = welsh;
    }

    /** The join page; it holds nothing of any child. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JoinPage(String second, Help help, Spoken spoken, String names) implements TemplateInstance {}

    /** In the language asked for, if it is offered. */
    RenderedLesson page(Language asked) {
        var spoken = welsh.spoken(asked);
        var known = kept.get(spoken);
        if (known == null) {
            known = render(spoken);
            if (installation.isSetUp()) {
                kept.put(spoken, known);
            }
        }
        return known;
    }

    private RenderedLesson render(Spoken spoken) {
        var language = spoken.language();
        var page = new JoinPage(
                LessonPages.secondSprite(deck),
                help.of("", HelpBook.ANYWHERE, language),
                spoken,
                LessonPages.names(deck, language));
        return RenderedLesson.of(page.setLocale(language.key()).render());
    }
}
