package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;

/** What the pages of classes show, in words and numbers. */
public final class ClassPages {
    private ClassPages() {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassesPage(List<ClassRow> classes, List<SetRow> sets) implements TemplateInstance {}

    record ClassRow(String id, String name, String years, String ages, int cards, int groups) {}

    /**
     * One class.
     *
     * @param over groups that were made for the catch-up of an earlier day
     * @param retired the card that has just been retired, to be taken back with one press
     * @param group what was typed of a group that could not be made, and why; null where nothing was
     */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassPage(
            ClassRow room,
            List<CardRow> cards,
            List<CardRow> gone,
            List<GroupRow> groups,
            List<GroupRow> over,
            @Nullable CardRow retired,
            @Nullable GroupTyped group)
            implements TemplateInstance {}

    record CardRow(int number, String name, String colour, String drawing) {}

    record GroupRow(String id, String name, int size, String cards) {}

    /** A group that is made of cards of several classes. */
    record SetRow(String name, int cards, List<PartRow> parts) {}

    record PartRow(String classId, String className, int cards) {}

    record GroupTyped(String name, Set<Integer> cards, String error) {
        public boolean has(int number) {
            return cards.contains(number);
        }
    }

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassListPage(String school, ClassRow room, String year, List<CardRow> cards) implements TemplateInstance {}

    static ClassRow row(ClassFacts facts, LocalDate today, YearGroups groups) {
        return new ClassRow(
                facts.publicId().value(),
                facts.name(),
                groups.words(YearGroups.inYear(facts.yearKey(), facts.cohorts())),
                facts.band().replace("-", " to "),
                facts.inForce(today).size(),
                facts.groupsOn(today).size());
    }

    static CardRow row(CardFacts card) {
        var picture = card.picture();
        return new CardRow(card.number(), picture.name(), picture.colour().toLowerCase(Locale.ROOT), picture.drawing());
    }

    /** Groups of one name in several classes belong together. */
    static List<SetRow> acrossClasses(List<ClassFacts> classes, LocalDate today) {
        var parts = new TreeMap<String, List<PartRow>>(String.CASE_INSENSITIVE_ORDER);
        for (var room : classes) {
            for (var group : room.groupsOn(today)) {
                parts.computeIfAbsent(group.name(), name -> new ArrayList<>())
                        .add(new PartRow(
                                room.publicId().value(),
                                room.name(),
                                group.cards().size()));
            }
        }
        return parts.entrySet().stream()
                .filter(set -> set.getValue().size() > 1)
                .map(set -> new SetRow(
                        set.getKey(),
                        set.getValue().stream().mapToInt(PartRow::cards).sum(),
                        set.getValue()))
                .toList();
    }

    static GroupRow row(GroupFacts group) {
        return new GroupRow(
                group.publicId().value(),
                group.name(),
                group.cards().size(),
                inWords(group.cards().numbers()));
    }

    /** Card numbers as people write them, for example "1 to 15, 17, 20 to 22". */
    public static String inWords(List<Integer> numbers) {
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
