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
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** The page templates and rows that show a school's classes, cards and groups, and the wording of card numbers. */
public final class ClassPages {
    private ClassPages() {}

    /** The list of a school's classes, and of groups that span several classes. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassesPage(List<ClassRow> classes, List<SetRow> sets) implements TemplateInstance {}

    /** A class in the list: name, year groups, ages, and how many cards and groups it has. */
    record ClassRow(String id, String name, String years, String ages, int cards, int groups) {
        public String href() {
            return "/classes/" + id;
        }
    }

    /**
     * The template of the page of one class.
     *
     * @param gone its retired cards
     * @param over its catch-up groups of earlier days
     * @param retired the card just retired, with a button to undo it; else null
     * @param group a group that was refused, with the reason; else null
     */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassPage(
            ClassRow schoolClass,
            List<CardRow> cards,
            List<CardRow> gone,
            List<GroupRow> groups,
            List<GroupRow> over,
            @Nullable CardRow retired,
            @Nullable GroupForm group)
            implements TemplateInstance {}

    /** A card in a list, with its picture. */
    record CardRow(int number, String name, String colour, String drawing) {
        public String label() {
            return number + " " + name;
        }

        FormOption option(boolean chosen) {
            return new FormOption(String.valueOf(number), label(), chosen);
        }
    }

    /** A group of cards of one class; {@code cards} is "1 to 15, 17". */
    record GroupRow(String id, String name, int size, String cards) {}

    /** A group with cards in several classes. */
    record SetRow(String name, int cards, List<PartRow> parts) {}

    /** The share of one class in such a group. */
    record PartRow(String classId, String className, int cards) {
        public String href() {
            return "/classes/" + classId + "#groups";
        }
    }

    /** The form of a group that was refused, and the reason. */
    record GroupForm(String name, Set<Integer> cards, String error) {
        public boolean has(int number) {
            return cards.contains(number);
        }

        public List<FormError> errors() {
            return List.of(new FormError("name", error));
        }
    }

    /** The printable class list, with a line for each name. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassListPage(String school, ClassRow schoolClass, String year, List<CardRow> cards)
            implements TemplateInstance {}

    static ClassRow row(ClassFacts facts, LocalDate today, YearGroups groups) {
        return new ClassRow(
                facts.publicId().value(),
                facts.name(),
                groups.words(YearGroups.inYear(facts.yearKey(), facts.cohorts())),
                ages(facts.band()),
                facts.inForce(today).size(),
                facts.groupsOn(today).size());
    }

    static CardRow row(CardFacts card) {
        var picture = card.picture();
        return new CardRow(card.number(), picture.name(), picture.colour().toLowerCase(Locale.ROOT), picture.drawing());
    }

    /** The groups that span several classes: those that can be chosen today and have the same name in any case. */
    static List<SetRow> acrossClasses(List<ClassFacts> classes, LocalDate today) {
        var parts = new TreeMap<String, List<PartRow>>(String.CASE_INSENSITIVE_ORDER);
        for (var schoolClass : classes) {
            for (var group : schoolClass.groupsOn(today)) {
                parts.computeIfAbsent(group.name(), name -> new ArrayList<>())
                        .add(new PartRow(
                                schoolClass.publicId().value(),
                                schoolClass.name(),
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

    /** The ages of a band, for example "8 to 10" for "8-10". */
    static String ages(String band) {
        var ages = band.split("-", 2);
        return Words.of("classes.range", ages[0], ages[1]);
    }

    /** Card numbers as a short text, for example "1 to 15, 17, 20 to 22". */
    public static String inWords(List<Integer> numbers) {
        var words = new StringBuilder();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            words.append(words.isEmpty() ? "" : ", ");
            if (last > i + 1) {
                words.append(Words.of("classes.range", numbers.get(i), numbers.get(last)));
            } else {
                words.append(numbers.get(i)).append(last > i ? ", " + numbers.get(last) : "");
            }
            i = last + 1;
        }
        return words.toString();
    }
}
