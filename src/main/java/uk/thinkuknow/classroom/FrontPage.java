package uk.thinkuknow.classroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.help.Help;
import uk.thinkuknow.help.HelpBook;
import uk.thinkuknow.people.Installation;
import uk.thinkuknow.school.Deck;

/** The page on which every class joins: rendered once, as soon as it is known for good whether this is a demo. */
@Singleton
class FrontPage {
    private final Installation installation;
    private final HelpBook help;
    private final String second;
    private volatile @Nullable RenderedLesson kept;

    FrontPage(Installation installation, HelpBook help, Deck deck) {
        this.installation = installation;
        this.help = help;
        this.second = LessonPages.secondSprite(deck);
    }

    /** The join page; it holds nothing of any child. */
    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JoinPage(String second, Help help) implements TemplateInstance {}

    RenderedLesson page() {
        var known = kept;
        if (known == null) {
            known = RenderedLesson.of(new JoinPage(second, help.of("", HelpBook.ANYWHERE)).render());
            if (installation.isSetUp()) {
                kept = known;
            }
        }
        return known;
    }
}
