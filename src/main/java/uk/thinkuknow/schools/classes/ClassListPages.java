package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.web.FormError;

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
        /** What is wrong: with the whole list, and with single lines. */
        public List<FormError> errors() {
            var errors = new ArrayList<FormError>();
            if (problem != null) {
                errors.add(new FormError("list", problem));
            }
            rows.stream()
                    .filter(row -> row.problem() != null)
                    .map(row -> new FormError("line-" + row.number(), row.error()))
                    .forEach(errors::add);
            return errors;
        }

        /** Returns whether there is at least one line and all are valid: the class of each can be created or exists. */
        boolean stands() {
            return !rows.isEmpty() && rows.stream().allMatch(row -> row.problem() == null);
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
     * @param tag a word or two for the result, shown in {@code tone}
     */
    record Row(
            int number,
            String name,
            String says,
            String becomes,
            String tag,
            String tone,
            @Nullable String problem) {
        private String error() {
            return Words.of("classes.lineProblem", number, problem == null ? "" : problem);
        }
    }

    ClassListFormPage empty(StaffMember me) {
        return page(me, "", List.of(), 0, null);
    }

    ClassListFormPage checked(StaffMember me, String text, ClassList list, @Nullable String note) {
        var planned = roster.plan(me, list);
        var groups = roster.groupsOf(me.school());
        var bands = roster.bandsOf(me.school(), roster.yearOf(me.school()));
        int fresh = planned.stream().mapToInt(each -> each.fresh().size()).sum();
        var problem = note == null && planned.isEmpty() ? Words.of("classes.typeOne") : note;
        return page(
                me, text, planned.stream().map(each -> row(each, groups, bands)).toList(), fresh, problem);
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
                        Words.of("classes.exampleLine", second),
                        groups.all().stream().map(groups::name).collect(Collectors.joining("|")),
                        groups.name(0).matches(".*\\d") ? 1 : 0)));
    }

    private Row row(ListLineResult planned, YearGroups groups, AgeBands bands) {
        var line = planned.line();
        if (line.problem() != null) {
            return new Row(line.number(), line.text(), "", "", Words.of("classes.toMend"), "orange", line.problem());
        }
        var says = Words.of(
                line.guessed() ? "classes.lineFactsGuessed" : "classes.lineFacts",
                groups.words(line.years()),
                line.children());
        if (planned.isNew()) {
            return new Row(
                    line.number(), line.name(), says, fresh(planned, bands), Words.of("classes.isNew"), "green", null);
        }
        return new Row(
                line.number(), line.name(), says, there(planned), Words.of("classes.thereAlready"), "grey", null);
    }

    private static String fresh(ListLineResult planned, AgeBands bands) {
        var ages = ClassPages.ages(bands.ofGroups(planned.line().years()));
        int children = planned.line().children();
        if (children <= ClassService.CHILDREN_AT_MOST) {
            return Words.of("classes.becomesOne", children, ages);
        }
        var parts = planned.fresh().stream()
                .map(part -> Words.of("classes.partWithCards", part.name(), part.children()))
                .toList();
        return Words.of("classes.becomesTwo", TextFormat.list(parts), ages);
    }

    private String there(ListLineResult planned) {
        var today = London.today(clock);
        int cards = planned.there().stream()
                .mapToInt(schoolClass -> schoolClass.inForce(today).size())
                .sum();
        int children = planned.line().children();
        return cards == children
                ? Words.of("classes.nothingChanges")
                : Words.of("classes.numbersDiffer", cards, NextYearPlan.names(planned.there()));
    }

    /** A digest of the text, used to check that the list was not edited after the check. */
    static String mark(String text) {
        return Integer.toHexString(text.replaceAll("\\R", "\n").strip().hashCode());
    }
}
