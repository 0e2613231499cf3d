package uk.thinkuknow.bookings.trainers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.trainers.AvailabilityPages.StandingView;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.schools.years.SchoolYears;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.TableQuery;
import uk.thinkuknow.web.TableView;

/** Builds the managers' pages about trainers: the list and the page of one. */
@Singleton
class TrainerPages {
    private final SchoolService schools;
    private final SchoolYears years;
    private final Clock clock;

    TrainerPages(SchoolService schools, SchoolYears years, Clock clock) {
        this.schools = schools;
        this.years = years;
        this.clock = clock;
    }

    /** The managers' list of trainers, filtered. */
    @CheckedTemplate(basePath = "bookings/trainers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrainersPage(TableView trainers, FilterForm narrowed) implements TemplateInstance {}

    /** What the list shows of a trainer; also the top of the trainer's page. */
    record Row(
            String id,
            String name,
            String where,
            String teaches,
            StandingView standing,
            @Nullable LocalDate until,
            TrainerActivity activity) {}

    /** The filter form of the list of trainers: its options and the chosen ones. */
    record FilterForm(
            String name,
            List<FormOption> regions,
            List<FormOption> bands,
            List<FormOption> languages,
            List<FormOption> standings,
            boolean any) {}

    /** The managers' page of one trainer. */
    @CheckedTemplate(basePath = "bookings/trainers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrainerPage(Row trainer, Details details, History history, SubmittedFields typed)
            implements TemplateInstance {}

    /** The trainer's terms and week, read-only. */
    record Details(String travels, String sessions, List<String> week, List<String> differences, int atLeast) {}

    /** A trainer's suspension in force, accreditations, lifted suspensions and audit entries. */
    record History(
            @Nullable SuspensionRow suspended,
            List<AccreditationRow> accreditations,
            List<SuspensionRow> past,
            List<TrailRow> trail) {}

    /** An accreditation; {@code withdrawn} is null unless it was withdrawn. */
    record AccreditationRow(
            long number,
            String days,
            String given,
            @Nullable String withdrawn) {
        /** Name of the field for the reason to withdraw it. */
        public String field() {
            return "reason-" + number;
        }
    }

    /** A suspension; {@code lifted} is null while it is in force. */
    record SuspensionRow(
            String why, String since, String by, @Nullable String lifted) {}

    /** An audit entry about the trainer. */
    record TrailRow(String when, String who, String act, String detail) {}

    /** Submitted fields of a refused form, and what is wrong with it. */
    record SubmittedFields(String first, String last, String basis, String why, List<FormError> errors) {
        static final SubmittedFields NOTHING = new SubmittedFields("", "", "", "", List.of());

        SubmittedFields wrong(String name, String words) {
            return new SubmittedFields(first, last, basis, why, List.of(new FormError(name, words)));
        }

        /** What is wrong with a field; null if nothing is. */
        public @Nullable String error(String name) {
            return FormError.of(errors, name);
        }
    }

    TrainersPage list(List<SupervisionService.ListedTrainer> all, TrainerFilter filter, TableQuery query) {
        return new TrainersPage(TrainerTable.of().view(query, rows(all, filter)), narrowed(filter, schools.regions()));
    }

    Response csv(List<SupervisionService.ListedTrainer> all, TrainerFilter filter, TableQuery query) {
        return TrainerTable.of().csv(query, rows(all, filter), "trainers.csv");
    }

    private List<Row> rows(List<SupervisionService.ListedTrainer> all, TrainerFilter filter) {
        var today = London.today(clock);
        var regions = schools.regions();
        return all.stream()
                .filter(each -> filter.matches(each, today))
                .map(each -> row(each, regions, today))
                .toList();
    }

    TrainerPage show(SupervisionService.TrainerSheet sheet, SubmittedFields typed) {
        var today = London.today(clock);
        var trainer = sheet.listed().trainer();
        return new TrainerPage(
                row(sheet.listed(), schools.regions(), today),
                new Details(
                        trainer.home() == null
                                ? Words.of("trainers.onlyVideo")
                                : Words.of(
                                        "trainers.travels",
                                        trainer.limits().kilometres(),
                                        String.valueOf(trainer.homeTyped())),
                        Words.of(
                                "trainers.sessionsInAYear",
                                trainer.limits().sessionsADay(),
                                sheet.listed().activity().sessions()),
                        week(trainer),
                        sheet.differences().stream()
                                .map(each -> WeekForm.inWords(each.difference()))
                                .toList(),
                        TrainerActivity.AT_LEAST),
                history(sheet),
                typed);
    }

    private static List<String> week(Trainer trainer) {
        return WeekForm.of(trainer.week(), 0).days().stream()
                .filter(day -> day.stretches().stream().anyMatch(each -> !each.isEmpty()))
                .map(day -> day.name() + " "
                        + String.join(
                                " and ",
                                day.stretches().stream()
                                        .filter(each -> !each.isEmpty())
                                        .map(each -> Words.of("trainers.fromTo", each.from(), each.to()))
                                        .toList()))
                .toList();
    }

    private static History history(SupervisionService.TrainerSheet sheet) {
        var suspensions = sheet.suspensions();
        return new History(
                suspensions.stream()
                        .filter(Suspension::isOpen)
                        .map(TrainerPages::row)
                        .findFirst()
                        .orElse(null),
                sheet.accreditations().stream().map(TrainerPages::row).toList(),
                suspensions.stream()
                        .filter(each -> !each.isOpen())
                        .map(TrainerPages::row)
                        .toList(),
                sheet.trail().stream()
                        .map(each ->
                                new TrailRow(TextFormat.day(each.at()), each.staffName(), each.act(), each.detail()))
                        .toList());
    }

    private static AccreditationRow row(Accreditation each) {
        var days = each.days();
        var at = each.withdrawnAt();
        return new AccreditationRow(
                each.id(),
                Words.of("trainers.fromTo", TextFormat.day(days.firstDay()), TextFormat.day(days.lastDay())),
                because(Words.of("trainers.givenBy", each.givenBy(), TextFormat.day(each.givenAt())), each.why()),
                at == null
                        ? null
                        : because(
                                Words.of(
                                        "trainers.withdrawnBy", String.valueOf(each.withdrawnBy()), TextFormat.day(at)),
                                each.withdrawnWhy()));
    }

    private static String because(String act, @Nullable String why) {
        return why == null ? act : Words.of("trainers.because", act, why);
    }

    private static SuspensionRow row(Suspension each) {
        var at = each.liftedAt();
        return new SuspensionRow(
                each.why(),
                TextFormat.day(each.suspendedAt()),
                each.suspendedBy(),
                at == null ? null : Words.of("trainers.liftedBy", String.valueOf(each.liftedBy()), TextFormat.day(at)));
    }

    private static Row row(SupervisionService.ListedTrainer listed, Map<String, String> regions, LocalDate today) {
        var trainer = listed.trainer();
        var region = trainer.regionKey();
        var bands = TrainerWords.bands(trainer.limits().bands());
        var languages = TrainerWords.languages(trainer.limits().languages());
        return new Row(
                trainer.publicId().value(),
                listed.name(),
                region == null
                        ? Words.of("trainers.noHomeYet")
                        : Words.of(
                                "trainers.homeInRegion",
                                String.valueOf(trainer.homeTyped()),
                                regions.getOrDefault(region, region)),
                bands.isEmpty()
                        ? Words.of("trainers.noAgesYet", languages)
                        : Words.of("trainers.teachesAges", bands, languages),
                AccreditationStatusText.of(listed.standing(), today),
                listed.standing().until(today),
                listed.activity());
    }

    private FilterForm narrowed(TrainerFilter filter, Map<String, String> regions) {
        return new FilterForm(
                filter.name(),
                regions.entrySet().stream()
                        .map(each -> new FormOption(
                                each.getKey(), each.getValue(), each.getKey().equals(filter.region())))
                        .toList(),
                TrainerWords.bandOptions(years.bands().from(London.today(clock)).keys(), List.of(filter.band())),
                TrainerWords.languageOptions(List.of(filter.language())),
                filter.standings(),
                !filter.isEmpty());
    }
}
