package uk.thinkuknow.bookings.trainers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.common.London;

/** Builds the page on which trainers enter their home, limits, usual week and days that differ. */
@Singleton
class AvailabilityPages {
    private final Clock clock;

    AvailabilityPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * A trainer's own page.
     *
     * @param standing whether they may deliver today, in words, with any warning
     * @param problems problems of a refused form, by field
     */
    @CheckedTemplate(basePath = "bookings/trainers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AvailabilityPage(
            StandingView standing,
            YearlyRequirement yearly,
            TermsView terms,
            WeekForm week,
            Days days,
            List<Problem> problems)
            implements TemplateInstance {}

    /** Whether the trainer may deliver today: a tag, a sentence and perhaps a warning. */
    record StandingView(
            String tag,
            String colour,
            String sentence,
            @Nullable String warning) {}

    /** The trainer's terms, as stored or as submitted. */
    record TermsView(
            String home, String kilometres, String sessions, List<Choice> bands, List<Choice> languages, int version) {}

    /** A checkbox: its value, its label and whether it is ticked. */
    record Choice(String key, String words, boolean chosen) {}

    /** The days that differ: the list, the form for another, and the link to undo the last change. */
    record Days(List<DayRow> said, DayForm form, UndoLinks undone) {}

    /** An entry of one or more days that differ. */
    record DayRow(long number, String words, boolean away) {}

    /** A problem of a refused form and the field that has it. */
    record Problem(String field, String words) {}

    /** The entry just added, or the id of the entry just removed; each can be undone. */
    record UndoLinks(@Nullable DayRow said, @Nullable Long gone) {}

    /** The refused form of the page with its problems; the forms that were not submitted are null. */
    record SubmittedForms(
            @Nullable TermsForm terms,
            @Nullable WeekForm week,
            @Nullable DayForm day,
            Map<String, String> problems) {
        static final SubmittedForms NOTHING = new SubmittedForms(null, null, null, Map.of());

        static SubmittedForms terms(TermsForm form, Map<String, String> problems) {
            return new SubmittedForms(form, null, null, problems);
        }

        static SubmittedForms week(WeekForm form, Map<String, String> problems) {
            var named = new LinkedHashMap<String, String>();
            problems.forEach((field, words) -> named.put("from-" + field, words));
            return new SubmittedForms(null, form, null, named);
        }

        static SubmittedForms day(DayForm form, String problem) {
            return new SubmittedForms(null, null, form, Map.of(form.kind().equals("away") ? "first" : "day", problem));
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
                typed.problems().entrySet().stream()
                        .map(each -> new Problem(each.getKey(), each.getValue()))
                        .toList());
    }

    private static TermsView view(TermsForm form, int version) {
        return new TermsView(
                form.home(),
                form.kilometres(),
                form.sessions(),
                TrainerWords.BANDS.stream()
                        .map(band -> new Choice(
                                band, band.replace("-", " to "), form.bands().contains(band)))
                        .toList(),
                List.of("en", "cy").stream()
                        .map(key -> new Choice(
                                key,
                                TrainerWords.language(key),
                                form.languages().contains(key)))
                        .toList(),
                version);
    }
}
