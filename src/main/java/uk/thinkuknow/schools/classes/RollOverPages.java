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
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.RollOverFacts;
import uk.thinkuknow.schools.school.SchoolService;

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
     * @param there how many classes the new year has already, in words; empty if none
     * @param note a sentence above the problems, or null
     */
    record RollOverFormView(
            Years years,
            boolean ahead,
            String there,
            List<OldRow> classes,
            String intake,
            Checked next,
            @Nullable String note) {}

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
    record Checked(List<NewRow> becomes, String ending, List<String> problems, boolean ready, String mark) {
        static final Checked NOTHING = new Checked(List.of(), "", List.of(), false, "");

        static Checked of(NextYearPlan next, RollOverForm form, YearGroups groups) {
            return new Checked(
                    next.becomes().stream().map(each -> row(each, groups)).toList(),
                    names(next.ending()),
                    next.problems(),
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
                over.there() == 0 ? "" : TextFormat.counted(over.there(), "class", "classes"),
                rows,
                form.intake(),
                next == null ? Checked.NOTHING : Checked.of(next, form, groups),
                note));
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
                done.rolled().by() + ", " + London.inWords(done.rolled().at()),
                schools.classesOf(me.school(), done.toYear()).stream()
                        .map(each -> new DoneRow(each.publicId().value(), each.name(), from(each, done.links(), old)))
                        .toList(),
                destroyed == null ? null : destroyed.by() + ", " + London.inWords(destroyed.at())));
    }

    private static NewRow row(NextYearPlan.NextClass each, YearGroups groups) {
        var there = each.there();
        var from = each.from().isEmpty()
                ? "new intake"
                : "from " + each.from().stream().map(ClassFacts::name).collect(Collectors.joining(" and "));
        var cards = there != null
                ? "There already: only the link is made."
                : each.sameCards()
                        ? each.children() + " cards, with the same numbers and pictures as now"
                        : each.asked() ? null : each.children() + " cards";
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
            return "new intake";
        }
        var names = own.stream()
                .map(link -> old.get(link.fromClass()))
                .map(each -> each == null ? "a class of last year" : each.name())
                .sorted()
                .collect(Collectors.joining(" and "));
        return "from " + names
                + (own.getFirst().sameCards() ? ": same children, same numbers" : ": numbers given anew");
    }

    private static String names(List<ClassFacts> classes) {
        return classes.stream().map(ClassFacts::name).collect(Collectors.joining(", "));
    }
}
