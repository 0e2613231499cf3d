package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/** The services to which a lesson sends children: those of its help panel, and those that the lesson and its notes name. */
@Singleton
public class LessonServices {
    private final HelpBook help;
    private final Facts facts;

    public LessonServices(HelpBook help, Facts facts) {
        this.help = help;
        this.facts = facts;
    }

    /** Those that no person has found right at their source yet: while there is one, the lesson is not taught outside a demo. */
    public List<Fact> unconfirmed(PublishedModule module, String nation) {
        // a text tells the fact of each nation, so each counts
        var named = module.facts().stream()
                .flatMap(key -> facts.named(key).stream())
                .filter(fact -> fact.kind() == Fact.Kind.SERVICE);
        return Stream.concat(help.services(module.lesson().band(), nation).stream(), named)
                .distinct()
                .filter(fact -> !fact.isConfirmed())
                .toList();
    }

    /** The same in any of the four nations. */
    public List<Fact> unconfirmed(PublishedModule module) {
        return Nations.KEYS.stream()
                .flatMap(nation -> unconfirmed(module, nation).stream())
                .distinct()
                .toList();
    }
}
