package uk.thinkuknow.schools.calendars;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.calendars.AuthorityHolidayService.HolidaySheet;
import uk.thinkuknow.schools.calendars.AuthorityHolidays.Authority;
import uk.thinkuknow.web.FormError;

/** Builds the list of authorities and the page of one authority's holidays. */
@Singleton
class HolidayPages {
    @CheckedTemplate(basePath = "schools/calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuthoritiesPage(String words, List<AuthorityLink> authorities) implements TemplateInstance {}

    /** An authority in the list, and whose holidays it has. */
    record AuthorityLink(String href, String name, String holidays, boolean own) {}

    @CheckedTemplate(basePath = "schools/calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HolidaysPage(
            HolidayHead head,
            List<YearLink> years,
            List<HolidayRow> own,
            List<String> usual,
            List<String> bank,
            HolidayForms forms)
            implements TemplateInstance {}

    /** The authority, its nation and the year shown. */
    record HolidayHead(String path, String name, String nation, String year) {}

    /** A school year; chosen if it is the one shown. */
    record YearLink(String year, String href, boolean chosen) {}

    /** A holiday that the authority keeps. */
    record HolidayRow(String id, String name, String days, String changeHref) {}

    /**
     * The forms of the page as typed.
     *
     * @param changed the id of the holiday that is being changed; null if the form adds one
     */
    record HolidayForms(@Nullable String changed, HolidayForm holiday, String text, List<FormError> errors) {
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }

        public boolean opensPaste() {
            return error("text") != null;
        }
    }

    /** What was typed on the page: a holiday to add or change, or a pasted list. */
    record TypedHolidays(
            @Nullable PublicId changed, @Nullable HolidayForm form, String text, List<FormError> errors) {
        static final TypedHolidays NOTHING = new TypedHolidays(null, null, "", List.of());

        static TypedHolidays changing(@Nullable PublicId id) {
            return new TypedHolidays(id, null, "", List.of());
        }

        static TypedHolidays of(@Nullable PublicId id, HolidayForm form, List<FormError> errors) {
            return new TypedHolidays(id, form, "", errors);
        }

        static TypedHolidays pasted(String text, List<FormError> errors) {
            return new TypedHolidays(null, null, text, errors);
        }

        TypedHolidays with(FormError error) {
            return new TypedHolidays(changed, form, text, List.of(error));
        }

        /** The field that a refusal of the service is about; null if nothing was typed. */
        @Nullable
        String field() {
            return form != null ? "first" : text.isEmpty() ? null : "text";
        }
    }

    AuthoritiesPage list(List<Authority> authorities, String words) {
        return new AuthoritiesPage(
                words,
                authorities.stream()
                        .map(each -> new AuthorityLink(
                                path(each.key(), ""),
                                each.name(),
                                each.years().isEmpty()
                                        ? Words.of("calendars.asNation", Nations.name(each.nation()))
                                        : Words.of("calendars.ownIn", each.years()),
                                !each.years().isEmpty()))
                        .toList());
    }

    HolidaysPage show(HolidaySheet sheet, TypedHolidays typed) {
        var key = sheet.authority().key();
        return new HolidaysPage(
                new HolidayHead(
                        path(key, ""),
                        sheet.authority().name(),
                        Nations.name(sheet.authority().nation()),
                        sheet.year()),
                sheet.years().stream()
                        .map(year -> new YearLink(year, path(key, year), year.equals(sheet.year())))
                        .toList(),
                sheet.own().stream().map(each -> row(sheet, each)).toList(),
                HolidayWords.lines(HolidayWords.named(sheet.usual())),
                HolidayWords.lines(sheet.bank()),
                forms(sheet, typed));
    }

    private static HolidayRow row(HolidaySheet sheet, AuthorityHoliday each) {
        var holiday = each.holiday();
        return new HolidayRow(
                each.publicId(),
                holiday.key(),
                DayWords.span(holiday.firstDay(), holiday.lastDay()),
                path(sheet.authority().key(), sheet.year()) + "&change=" + each.publicId() + "#holiday");
    }

    private static HolidayForms forms(HolidaySheet sheet, TypedHolidays typed) {
        var changed = typed.changed();
        if (changed == null) {
            return new HolidayForms(
                    null, typed.form() == null ? HolidayForm.EMPTY : typed.form(), typed.text(), typed.errors());
        }
        var present = sheet.own().stream()
                .filter(each -> each.publicId().equals(changed.value()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var form = typed.form() == null ? HolidayForm.of(sheet.year(), present.holiday()) : typed.form();
        return new HolidayForms(changed.value(), form, "", typed.errors());
    }

    /** The path of an authority's page; without a year it shows the present one. */
    static String path(String key, String year) {
        var path = UriBuilder.fromPath("/holidays/{key}");
        return (year.isEmpty() ? path : path.queryParam("year", year))
                .build(key)
                .toString();
    }
}
