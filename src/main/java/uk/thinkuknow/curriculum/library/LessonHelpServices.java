package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/** Finds the help services of a lesson, in its help panel, texts and notes, that no person has confirmed yet. */
@Singleton
public class LessonHelpServices {
    private final HelpBook help;
    private final Facts facts;

    public LessonHelpServices(HelpBook help, Facts facts) {
        this.help = help;
        this.facts = facts;
    }

    /**
     * Returns the services that no person has confirmed at their source. Outside a demo, a lesson with such a service
     * is not taught.
     */
    public List<Fact> unconfirmed(PublishedModule module, String nation) {
        // A text states the fact of each nation, so all of them count.
        var named = module.facts().stream()
                .flatMap(key -> facts.named(key).stream())
                .filter(fact -> fact.kind() == Fact.Kind.SERVICE);
        return Stream.concat(help.services(module.lesson().band(), nation).stream(), named)
                .distinct()
                .filter(fact -> !fact.isConfirmed())
                .toList();
    }

    /** Returns the unconfirmed services in any of the four nations. */
    public List<Fact> unconfirmed(PublishedModule module) {
        return Nations.KEYS.stream()
                .flatMap(nation -> unconfirmed(module, nation).stream())
                .distinct()
                .toList();
    }
}
