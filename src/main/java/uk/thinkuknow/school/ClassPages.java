package uk.thinkuknow.school;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pages of classes show, in words and numbers. */
final class ClassPages {
    private ClassPages() {}

    @CheckedTemplate(basePath = "school", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassesPage(List<ClassRow> classes) implements TemplateInstance {}

    record ClassRow(String id, String name, String years, String ages, int cards, int groups) {}

    /**
     * One class.
     *
     * @param retired the card that has just been retired, to be taken back with one press
     * @param group what was typed of a group that could not be made, and why; null where nothing was
     */
    @CheckedTemplate(basePath = "school", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassPage(
            ClassRow room,
            List<CardRow> cards,
            List<CardRow> gone,
            List<GroupRow> groups,
            @Nullable CardRow retired,
            @Nullable GroupTyped group)
            implements TemplateInstance {}

    record CardRow(int number, String name, String colour, String drawing) {}

    record GroupRow(String name, int size, String cards) {}

    record GroupTyped(String name, Set<Integer> cards, String error) {
        public boolean has(int number) {
            return cards.contains(number);
        }
    }

    @CheckedTemplate(basePath = "school", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassListPage(String school, ClassRow room, String year, List<CardRow> cards) implements TemplateInstance {}

    static ClassRow row(ClassFacts facts, CardSet inForce, YearGroups groups) {
        return new ClassRow(
                facts.publicId().value(),
                facts.name(),
                groups.words(YearGroups.inYear(facts.yearKey(), facts.cohorts())),
                facts.band().replace("-", " to "),
                inForce.size(),
                facts.groups().size());
    }

    static CardRow row(CardFacts card) {
        var picture = card.picture();
        return new CardRow(card.number(), picture.name(), picture.colour().toLowerCase(Locale.ROOT), picture.drawing());
    }

    static GroupRow row(GroupFacts group) {
        return new GroupRow(
                group.name(), group.cards().size(), inWords(group.cards().numbers()));
    }

    /** Card numbers as people write them, for example "1 to 15, 17, 20 to 22". */
    static String inWords(List<Integer> numbers) {
        var words = new StringBuilder();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            words.append(words.isEmpty() ? "" : ", ").append(numbers.get(i));
            if (last > i) {
                words.append(last == i + 1 ? ", " : " to ").append(numbers.get(last));
            }
            i = last + 1;
        }
        return words.toString();
    }
}
