package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the page with the form that creates or changes one class. */
@Singleton
class ClassFormPages {
    private final RosterService roster;

    ClassFormPages(RosterService roster) {
        this.roster = roster;
    }

    /**
     * The form of one class as shown: its values and the choices, and the problem if it was refused.
     *
     * @param id the class to change, or null for a new one
     * @param yearsStay whether the year groups cannot be changed, because a register is signed
     * @param children the number of children, as typed
     * @param errors why the form was refused
     */
    record ClassView(
            @Nullable String id,
            String schoolYear,
            String name,
            List<FormOption> years,
            boolean yearsStay,
            List<FormOption> bands,
            String children,
            List<FormError> errors) {
        /** The year groups that are ticked. */
        public List<FormOption> chosenYears() {
            return years.stream().filter(FormOption::chosen).toList();
        }

        /** What is wrong with a field; null if nothing is. */
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }

        public String action() {
            return id == null ? "/classes" : pageHref() + "/change";
        }

        public String pageHref() {
            return id == null ? "/classes" : "/classes/" + id;
        }
    }

    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClassFormPage(String title, ClassView form) implements TemplateInstance {}

    ClassFormPage fresh(StaffMember me, ClassForm form, @Nullable Refused problem) {
        return page(me, null, roster.yearOf(me.school()), form.years(), false, form, problem);
    }

    ClassFormPage change(StaffMember me, ClassFacts changed, ClassForm form, @Nullable Refused problem) {
        boolean yearsStay = roster.yearsStay(changed);
        var years = yearsStay ? ClassForm.of(changed).years() : form.years();
        return page(me, changed.publicId().value(), changed.yearKey(), years, yearsStay, form, problem);
    }

    private ClassFormPage page(
            StaffMember me,
            @Nullable String id,
            String year,
            Collection<Integer> years,
            boolean yearsStay,
            ClassForm form,
            @Nullable Refused problem) {
        YearGroups groups = roster.groupsOf(me.school());
        var view = new ClassView(
                id,
                year,
                form.name(),
                groups.all().stream()
                        .map(each -> new FormOption(each.toString(), groups.name(each), years.contains(each)))
                        .toList(),
                yearsStay,
                bands(me, year, form.bandTyped())
                        .map(band -> new FormOption(
                                band,
                                Words.of("classes.ages", ClassPages.ages(band)),
                                form.bandTyped().equals(band)))
                        .toList(),
                form.childrenTyped(),
                problem == null ? List.of() : List.of(new FormError(field(problem.code()), problem.why())));
        return new ClassFormPage(Words.of(id == null ? "classes.make" : "classes.changeClass"), view);
    }

    /** The bands in force in the year, and the class's own if it has ended. */
    private Stream<String> bands(StaffMember me, String year, String own) {
        return Stream.concat(
                        roster.bandsOf(me.school(), year).keys().stream(), AgeRange.of(own).map(AgeRange::key).stream())
                .distinct()
                .sorted(AgeRange.OF_KEYS);
    }

    /** The field that a refusal is about; null, so that the error stands above the form alone, if it is none. */
    private static @Nullable String field(String code) {
        return switch (code) {
            case "school.classNameMissing", "school.classNameTaken" -> "name";
            case "school.yearGroupMissing" -> "years";
            case "school.classSize", "classes.tooManyChildren" -> "children";
            default -> null;
        };
    }
}
