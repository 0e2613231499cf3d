package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.RollOverFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormError;

/** Builds the pages of the roll-over into the next school year. */
@Singleton
class RollOverPages {
    private final RosterService roster;
    private final SchoolService schools;

    RollOverPages(RosterService roster, SchoolService schools) {
        this.roster = roster;
        this.schools = schools;
    }

    /**
     * What the page of the roll-over form shows: the classes of the year rolled from, the input, and the result of the
     * check.
     *
     * @param ahead whether the year rolled from is the current one, with its classes in use
     * @param there how many classes the new year has already
     * @param errors what is wrong with the form, or has changed since the check
     */
    record RollOverFormView(
            Years years,
            boolean ahead,
            int there,
            List<OldRow> classes,
            String intake,
            Checked next,
            List<FormError> errors) {}

    /** The years rolled from and to, and the other year that could be rolled into, or null. */
    record Years(String from, String to, @Nullable String other) {
        static Years of(RollOverService.RollOverContext over) {
            return new Years(over.fromYear(), over.toYear(), over.other());
        }
    }

    /**
     * The result of a check; empty before the first.
     *
     * @param ready whether the roll-over can be made
     */
    record Checked(List<NewRow> becomes, String ending, boolean ready, String mark) {
        static final Checked NOTHING = new Checked(List.of(), "", false, "");

        static Checked of(NextYearPlan next, RollOverForm form, YearGroups groups) {
            return new Checked(
                    next.becomes().stream().map(each -> row(each, groups)).toList(),
                    names(next.ending()),
                    next.problems().isEmpty(),
                    form.mark());
        }
    }

    /** A class of this year, with the typed names of its next classes. */
    record OldRow(String id, String name, String years, int cards, String into, boolean same) {}

    /**
     * A class of next year in the result of a check.
     *
     * @param from the classes that its children come from, in words
     * @param cards which cards it gets, in words, or null if the number can be typed
     */
    record NewRow(
            String key,
            String name,
            String years,
            String from,
            @Nullable String cards,
            int children,
            boolean there) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RollOverPage(RollOverFormView over) implements TemplateInstance {}

    /**
     * What the page of a roll-over that was made shows: the years, who made it, the classes of the new year and whether
     * last year's paper lists are destroyed.
     */
    record DoneView(
            String id,
            String fromYear,
            String toYear,
            @Nullable String other,
            String by,
            List<DoneRow> classes,
            @Nullable String listsDestroyed) {}

    /** A class of the new year, and where its children came from. */
    record DoneRow(String id, String name, String from) {}

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RolledOverPage(DoneView over) implements TemplateInstance {}

    RollOverPage form(
            StaffMember me,
            RollOverService.RollOverContext over,
            RollOverForm form,
            @Nullable NextYearPlan next,
            @Nullable String note) {
        var groups = roster.groupsOf(me.school());
        var rows = new ArrayList<OldRow>();
        over.classes()
                .forEach((schoolClass, cards) -> rows.add(new OldRow(
                        schoolClass.publicId().value(),
                        schoolClass.name(),
                        groups.words(YearGroups.inYear(schoolClass.yearKey(), schoolClass.cohorts())),
                        cards,
                        form.typed(schoolClass.publicId()),
                        form.same(schoolClass.publicId()))));
        return new RollOverPage(new RollOverFormView(
                Years.of(over),
                over.fromYear().equals(roster.yearOf(me.school()))
                        && !over.classes().isEmpty(),
                over.there(),
                rows,
                form.intake(),
                next == null ? Checked.NOTHING : Checked.of(next, form, groups),
                errors(next, note)));
    }

    private static List<FormError> errors(@Nullable NextYearPlan next, @Nullable String note) {
        var errors = new ArrayList<FormError>();
        if (note != null) {
            errors.add(new FormError("becomes", note));
        }
        if (next != null) {
            next.problems().forEach(problem -> errors.add(new FormError("old", problem)));
        }
        return errors;
    }

    RolledOverPage done(StaffMember me, RollOverService.RollOverContext over, RollOverFacts done) {
        Map<Long, ClassFacts> old =
                over.classes().keySet().stream().collect(Collectors.toMap(ClassFacts::id, Function.identity()));
        var destroyed = done.listsDestroyed();
        return new RolledOverPage(new DoneView(
                done.publicId().value(),
                done.fromYear(),
                done.toYear(),
                over.other(),
                Words.of(
                        "classes.by",
                        done.rolled().by(),
                        London.inWords(done.rolled().at())),
                schools.classesOf(me.school(), done.toYear()).stream()
                        .map(each -> new DoneRow(each.publicId().value(), each.name(), from(each, done.links(), old)))
                        .toList(),
                destroyed == null ? null : Words.of("classes.by", destroyed.by(), London.inWords(destroyed.at()))));
    }

    private static NewRow row(NextYearPlan.NextClass each, YearGroups groups) {
        var there = each.there();
        var from = each.from().isEmpty()
                ? Words.of("classes.newIntake")
                : Words.of("classes.from", NextYearPlan.names(each.from()));
        var cards = there != null
                ? Words.of("classes.onlyLink")
                : each.sameCards()
                        ? Words.of("classes.sameCards", each.children())
                        : each.asked() ? null : Words.of("classes.cards", each.children());
        return new NewRow(
                NextYearPlan.key(each.name()),
                each.name(),
                groups.words(each.years()),
                from,
                cards,
                each.children(),
                there != null);
    }

    private static String from(ClassFacts schoolClass, List<ClassLink> links, Map<Long, ClassFacts> old) {
        var own = links.stream()
                .filter(link -> link.toClass() == schoolClass.id())
                .toList();
        if (own.isEmpty()) {
            return Words.of("classes.newIntake");
        }
        var names = TextFormat.list(own.stream()
                .map(link -> old.get(link.fromClass()))
                .map(each -> each == null ? Words.of("classes.lastYearsClass") : each.name())
                .sorted()
                .toList());
        return Words.of(own.getFirst().sameCards() ? "classes.fromSame" : "classes.fromAnew", names);
    }

    private static String names(List<ClassFacts> classes) {
        return classes.stream().map(ClassFacts::name).collect(Collectors.joining(", "));
    }
}
