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
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

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
        public String action() {
            return changes == null ? "/classes/groups" : changes + "/change";
        }

        /** The problem: at the cards if the form has a name but no cards, else at the name. */
        public List<FormError> errors() {
            var withoutCards = !name.isBlank() && parts.stream().noneMatch(Part::open);
            return problem == null ? List.of() : List.of(new FormError(withoutCards ? "cards" : "name", problem));
        }

        public @Nullable String error(String field) {
            return FormError.of(errors(), field);
        }
    }

    /** One class in the form of a group, with its cards; {@code open} if some of them are chosen. */
    record Part(String field, String name, boolean open, List<FormOption> cards) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GroupPage(String title, GroupView group) implements TemplateInstance {}

    GroupPage fresh(List<ClassFacts> classes, String name, Map<PublicId, CardSet> chosen, @Nullable String problem) {
        return new GroupPage(
                Words.of("classes.makeGroup"),
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
                Words.of("classes.changeGroup"),
                new GroupView(
                        "/classes/" + schoolClass.publicId() + "/groups/" + group,
                        name,
                        List.of(part(schoolClass, chosen)),
                        problem));
    }

    private Part part(ClassFacts schoolClass, CardSet chosen) {
        var today = London.today(clock);
        return new Part(
                "card-" + schoolClass.publicId(),
                schoolClass.name(),
                !chosen.isEmpty(),
                schoolClass.cards().stream()
                        .filter(card -> card.inForce(today))
                        .map(card -> ClassPages.row(card).option(chosen.contains(card.number())))
                        .toList());
    }
}
