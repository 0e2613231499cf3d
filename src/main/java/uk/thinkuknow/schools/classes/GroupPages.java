package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;

/** Builds the page with the form that creates or changes a group of cards of one or more classes. */
@Singleton
class GroupPages {
    private final Clock clock;

    GroupPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * The form of a group as shown: its name and, for each class, the cards to choose from.
     *
     * @param changes the address that a change is sent to, or null for a new group
     * @param problem why the form was refused, or null
     */
    record GroupView(
            @Nullable String changes,
            String name,
            List<Part> parts,
            @Nullable String problem) {
        /**
         * Returns whether the form has a name but no cards; then its problem is shown at the cards, else at the name.
         */
        public boolean withoutCards() {
            return !name.isBlank() && parts.stream().noneMatch(Part::open);
        }
    }

    /** One class in the form of a group, with its cards; {@code open} if some of them are chosen. */
    record Part(String id, String name, boolean open, List<Tick> cards) {}

    /** A card with its checkbox. */
    record Tick(int number, String name, boolean chosen) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GroupPage(String title, GroupView group) implements TemplateInstance {}

    GroupPage fresh(List<ClassFacts> classes, String name, Map<PublicId, CardSet> chosen, @Nullable String problem) {
        return new GroupPage(
                "Make a group",
                new GroupView(
                        null,
                        name,
                        classes.stream()
                                .map(each -> part(each, chosen.getOrDefault(each.publicId(), CardSet.NONE)))
                                .toList(),
                        problem));
    }

    GroupPage change(ClassFacts schoolClass, PublicId group, String name, CardSet chosen, @Nullable String problem) {
        return new GroupPage(
                "Change a group",
                new GroupView(
                        "/classes/" + schoolClass.publicId() + "/groups/" + group,
                        name,
                        List.of(part(schoolClass, chosen)),
                        problem));
    }

    private Part part(ClassFacts schoolClass, CardSet chosen) {
        var today = London.today(clock);
        return new Part(
                schoolClass.publicId().value(),
                schoolClass.name(),
                !chosen.isEmpty(),
                schoolClass.cards().stream()
                        .filter(card -> card.inForce(today))
                        .map(card -> new Tick(card.number(), card.picture().name(), chosen.contains(card.number())))
                        .toList());
    }
}
