package uk.thinkuknow.bookings.trainers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.years.SchoolYears;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** Builds the page on which trainers enter their home, limits, usual week and days that differ. */
@Singleton
class AvailabilityPages {
    private final SchoolYears years;
    private final Clock clock;

    AvailabilityPages(SchoolYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    /**
     * A trainer's own page.
     *
     * @param standing whether they may deliver today, in words, with any warning
     * @param errors what is wrong with a refused form
     */
    @CheckedTemplate(basePath = "bookings/trainers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AvailabilityPage(
            StandingView standing,
            YearlyRequirement yearly,
            TermsView terms,
            WeekForm week,
            Days days,
            List<FormError> errors)
            implements TemplateInstance {}

    /** Whether the trainer may deliver today: a tag, a sentence and perhaps a warning. */
    record StandingView(
            String tag,
            String colour,
            String sentence,
            @Nullable String warning) {}

    /** The trainer's terms, as stored or as submitted. */
    record TermsView(
            String home,
            String kilometres,
            String sessions,
            List<FormOption> bands,
            List<FormOption> languages,
            int version) {}

    /** The days that differ: the list, the form for another, and the link to undo the last change. */
    record Days(List<DayRow> said, DayForm form, UndoLinks undone) {}

    /** An entry of one or more days that differ. */
    record DayRow(long number, String words, boolean away) {}

    /** The entry just added, or the id of the entry just removed; each can be undone. */
    record UndoLinks(@Nullable DayRow said, @Nullable Long gone) {}

    /** The refused form of the page with its errors; the forms that were not submitted are null. */
    record SubmittedForms(
            @Nullable TermsForm terms,
            @Nullable WeekForm week,
            @Nullable DayForm day,
            List<FormError> errors) {
        static final SubmittedForms NOTHING = new SubmittedForms(null, null, null, List.of());

        static SubmittedForms terms(TermsForm form, List<FormError> errors) {
            return new SubmittedForms(form, null, null, errors);
        }

        static SubmittedForms week(WeekForm form, List<FormError> errors) {
            return new SubmittedForms(null, form, null, errors);
        }

        static SubmittedForms day(DayForm form, String problem) {
            var field = form.isAway() ? "first" : "day";
            return new SubmittedForms(null, null, form, List.of(new FormError(field, problem)));
        }
    }

    AvailabilityPage show(
            AvailabilityService.OwnAvailability mine, SubmittedForms typed, @Nullable Long said, @Nullable Long gone) {
        var trainer = mine.trainer();
        var terms = typed.terms() == null ? TermsForm.of(trainer) : typed.terms();
        var week = typed.week() == null ? WeekForm.of(trainer.week(), trainer.version()) : typed.week();
        var days = mine.differences().stream()
                .map(each -> new DayRow(
                        each.id(),
                        WeekForm.inWords(each.difference()),
                        each.difference() instanceof WeekDifference.Away))
                .toList();
        var justSaid = days.stream()
                .filter(row -> said != null && row.number() == said)
                .findFirst()
                .orElse(null);
        return new AvailabilityPage(
                AccreditationStatusText.of(mine.standing(), London.today(clock)),
                mine.yearly(),
                view(terms, trainer.version()),
                new WeekForm(week.days(), trainer.version()),
                new Days(days, typed.day() == null ? DayForm.EMPTY : typed.day(), new UndoLinks(justSaid, gone)),
                typed.errors());
    }

    /** The keys of all age bands, also of those that have ended, which a trainer may keep. */
    List<String> bands() {
        return years.bands().keys();
    }

    private TermsView view(TermsForm form, int version) {
        return new TermsView(
                form.home(),
                form.kilometres(),
                form.sessions(),
                TrainerWords.bandOptions(years.bands().from(London.today(clock)).keys(), form.bands()),
                TrainerWords.languageOptions(form.languages()),
                version);
    }
}
