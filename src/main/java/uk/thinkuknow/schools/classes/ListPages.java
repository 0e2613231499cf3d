package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;

/** Puts the page of a list of classes together: the text as it was typed, and under it what each line comes to. */
@Singleton
class ListPages {
    private final RosterService roster;
    private final Clock clock;

    ListPages(RosterService roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * A list of classes.
     *
     * @param rows what each line comes to; empty where nothing has been checked
     * @param fresh how many classes it makes
     * @param problem what stands at the top of the page, or null
     * @param checked the mark of the text that was checked
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

        /** Whether every line can be made, or is there already. */
        boolean stands() {
            return !rows.isEmpty() && problems().isEmpty();
        }

        /** The words of the button that makes them. */
        public String makes() {
            return InWords.word(fresh, "Make this class", "Make these " + fresh + " classes");
        }

        /** Whether there is something to make, and nothing to mend first. */
        public boolean ready() {
            return stands() && fresh > 0;
        }
    }

    /**
     * What helps to write a list.
     *
     * @param groups the names of the year groups, youngest first, with a stroke between
     * @param first the number by which other programs know the youngest
     */
    record Hints(String example, String groups, int first) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassListFormPage(ListView list) implements TemplateInstance {}

    /**
     * A line.
     *
     * @param says its year groups and size
     * @param becomes what is made of it
     * @param tag one word for that, with its colour
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

    private Row row(Planned planned, YearGroups groups) {
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

    private static String fresh(Planned planned) {
        var ages = ", for lessons of ages "
                + YearGroups.bandOf(planned.line().years()).replace("-", " to ");
        var parts = planned.fresh().stream()
                .map(part -> part.name() + " with " + part.children() + " cards")
                .collect(Collectors.joining(" and "));
        return planned.line().children() > 60
                ? "A class holds at most 60 cards, so this becomes two: " + parts + ages + "."
                : planned.line().children() + " cards" + ages + ".";
    }

    private String there(Planned planned) {
        var today = London.today(clock);
        int cards = planned.there().stream()
                .mapToInt(room -> room.inForce(today).size())
                .sum();
        int children = planned.line().children();
        var names = planned.there().stream().map(ClassFacts::name).collect(Collectors.joining(" and "));
        return cards == children
                ? "Nothing changes."
                : "Nothing changes here: it has " + cards
                        + " cards. Only your paper list knows who joined or left, so add and retire cards on the page of "
                        + names + ".";
    }

    /** Tells one text from another. */
    static String mark(String text) {
        return Integer.toHexString(text.replaceAll("\\R", "\n").strip().hashCode());
    }
}
