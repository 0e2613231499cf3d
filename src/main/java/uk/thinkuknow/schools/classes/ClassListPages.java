package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;

/** Builds the page for creating many classes from a list: the text as typed, and below it the result of each line. */
@Singleton
class ClassListPages {
    private final RosterService roster;
    private final Clock clock;

    ClassListPages(RosterService roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * What the page of a list shows: the text as typed, and the result of each line.
     *
     * @param rows the result of each line; empty until it is checked
     * @param fresh the number of classes it creates
     * @param problem the message at the top of the page, or null
     * @param checked the digest of the text that was checked
     */
    record ListView(
            String schoolYear,
            String text,
            List<Row> rows,
            int fresh,
            @Nullable String problem,
            String checked,
            Hints hints) {
        public List<Row> problems() {
            return rows.stream().filter(row -> row.problem() != null).toList();
        }

        /** Returns whether there is at least one line and all are valid: the class of each can be created or exists. */
        boolean stands() {
            return !rows.isEmpty() && problems().isEmpty();
        }

        /** The label of the button that creates them. */
        public String makes() {
            return TextFormat.word(fresh, "Make this class", "Make these " + fresh + " classes");
        }

        /** Returns whether the list is valid and creates at least one class. */
        public boolean ready() {
            return stands() && fresh > 0;
        }
    }

    /**
     * Help for writing a list.
     *
     * @param groups the names of the year groups, youngest first, separated by {@code |}
     * @param first the number that other programs use for the youngest year group
     */
    record Hints(String example, String groups, int first) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassListFormPage(ListView list) implements TemplateInstance {}

    /**
     * How one line of the list was read, and the classes it creates, or its problem.
     *
     * @param says its year groups and size
     * @param becomes the classes created from it, in words
     * @param tag a word or two for the result, shown in {@code colour}
     */
    record Row(
            int number,
            String name,
            String says,
            String becomes,
            String tag,
            String colour,
            @Nullable String problem) {}

    ClassListFormPage empty(StaffMember me) {
        return page(me, "", List.of(), 0, null);
    }

    ClassListFormPage checked(StaffMember me, String text, ClassList list, @Nullable String note) {
        var planned = roster.plan(me, list);
        var groups = roster.groupsOf(me.school());
        int fresh = planned.stream().mapToInt(each -> each.fresh().size()).sum();
        var problem = note == null && planned.isEmpty() ? "Type or paste at least one class." : note;
        return page(me, text, planned.stream().map(each -> row(each, groups)).toList(), fresh, problem);
    }

    private ClassListFormPage page(StaffMember me, String text, List<Row> rows, int fresh, @Nullable String problem) {
        var groups = roster.groupsOf(me.school());
        var second = groups.name(groups.all().get(2));
        return new ClassListFormPage(new ListView(
                roster.yearOf(me.school()),
                text,
                rows,
                fresh,
                problem,
                mark(text),
                new Hints(
                        "Squirrels, " + second + ", 26",
                        groups.all().stream().map(groups::name).collect(Collectors.joining("|")),
                        groups.name(0).matches(".*\\d") ? 1 : 0)));
    }

    private Row row(ListLineResult planned, YearGroups groups) {
        var line = planned.line();
        if (line.problem() != null) {
            return new Row(line.number(), line.text(), "", "", "To mend", "orange", line.problem());
        }
        var says = groups.words(line.years()) + (line.guessed() ? " (from the name)" : "") + " · " + line.children()
                + " children";
        if (planned.isNew()) {
            return new Row(line.number(), line.name(), says, fresh(planned), "New", "green", null);
        }
        return new Row(line.number(), line.name(), says, there(planned), "There already", "grey", null);
    }

    private static String fresh(ListLineResult planned) {
        var ages = ", for lessons of ages "
                + YearGroups.bandOf(planned.line().years()).replace("-", " to ");
        var parts = planned.fresh().stream()
                .map(part -> part.name() + " with " + part.children() + " cards")
                .collect(Collectors.joining(" and "));
        return planned.line().children() > 60
                ? "A class holds at most 60 cards, so this becomes two: " + parts + ages + "."
                : planned.line().children() + " cards" + ages + ".";
    }

    private String there(ListLineResult planned) {
        var today = London.today(clock);
        int cards = planned.there().stream()
                .mapToInt(schoolClass -> schoolClass.inForce(today).size())
                .sum();
        int children = planned.line().children();
        var names = planned.there().stream().map(ClassFacts::name).collect(Collectors.joining(" and "));
        return cards == children
                ? "Nothing changes."
                : "Nothing changes here: it has " + cards
                        + " cards. Only your paper list knows who joined or left, so add and retire cards on the page of "
                        + names + ".";
    }

    /** A digest of the text, used to check that the list was not edited after the check. */
    static String mark(String text) {
        return Integer.toHexString(text.replaceAll("\\R", "\n").strip().hashCode());
    }
}
