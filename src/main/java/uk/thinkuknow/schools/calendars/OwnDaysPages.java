package uk.thinkuknow.schools.calendars;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.OwnDaysAccess.Changes;
import uk.thinkuknow.schools.calendars.OwnDaysService.DaysSheet;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the page of a school's days. */
@Singleton
class OwnDaysPages {
    @CheckedTemplate(basePath = "schools/calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SchoolDaysPage(
            DaysHead head, List<SpanRow> coming, List<SpanRow> past, SpanForm form, HolidayWords.View holidays)
            implements TemplateInstance {}

    /** The school, the key of the menu entry, and what the reader may change. */
    record DaysHead(String id, String name, String nav, boolean changes, boolean manager) {}

    /** A span of own days, and whether the reader may remove all of it, or end it because it has begun. */
    record SpanRow(String id, String days, String tag, String tone, String about, boolean removes, boolean ends) {}

    /** The form for another span, as typed. */
    record SpanForm(OwnDaysForm typed, List<FormOption> open, List<FormOption> weekdays, List<FormError> errors) {
        static SpanForm of(OwnDaysForm typed, List<FormError> errors) {
            return new SpanForm(
                    typed,
                    List.of(option("yes", "open", typed), option("no", "closed", typed)),
                    Arrays.stream(Weekdays.values())
                            .map(each -> new FormOption(each.name(), DayWords.weekdays(each), each == typed.chosen()))
                            .toList(),
                    errors);
        }

        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }

        private static FormOption option(String value, String key, OwnDaysForm typed) {
            return new FormOption(
                    value,
                    Words.of("calendars." + key),
                    value.equals(typed.open()),
                    Words.of("calendars." + key + "Hint"));
        }
    }

    SchoolDaysPage show(StaffMember me, DaysSheet sheet, OwnDaysForm typed, List<FormError> errors) {
        Predicate<OwnDaySpan> past = span -> span.days().last().isBefore(sheet.today());
        return new SchoolDaysPage(
                new DaysHead(
                        sheet.school().publicId().value(),
                        sheet.school().name(),
                        me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR) ? "schools" : "people",
                        sheet.changes() != Changes.NONE,
                        sheet.changes() == Changes.ALL),
                rows(sheet, past.negate()),
                rows(sheet, past),
                SpanForm.of(typed, errors),
                HolidayWords.of(sheet.school(), sheet.calendar(), sheet.today()));
    }

    private static List<SpanRow> rows(DaysSheet sheet, Predicate<OwnDaySpan> which) {
        return sheet.spans().reversed().stream()
                .filter(which)
                .map(span -> row(sheet, span))
                .toList();
    }

    private static SpanRow row(DaysSheet sheet, OwnDaySpan span) {
        var days = span.days();
        boolean all = sheet.changes() == Changes.ALL;
        boolean fromToday = sheet.changes() == Changes.FROM_TODAY;
        boolean begun = days.first().isBefore(sheet.today());
        return new SpanRow(
                span.publicId(),
                DayWords.span(days),
                DayWords.openOrClosed(days),
                days.open() ? "green" : "grey",
                Words.of("calendars.about", span.why(), span.addedBy(), day(span)),
                all || fromToday && !begun,
                fromToday && begun && !days.last().isBefore(sheet.today()));
    }

    private static String day(OwnDaySpan span) {
        return TextFormat.day(London.dateOf(span.addedAt()));
    }
}
