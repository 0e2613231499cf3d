package uk.thinkuknow.schools.years;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.web.FormError;

/** Builds the pages of school years and age bands. */
@Singleton
class YearPages {
    private final YearService service;
    private final SchoolYears years;
    private final Clock clock;

    YearPages(YearService service, SchoolYears years, Clock clock) {
        this.service = service;
        this.years = years;
        this.clock = clock;
    }

    /**
     * All school years by nation, and the age bands.
     *
     * @param manager whether the reader may open the holidays of authorities
     */
    @CheckedTemplate(basePath = "schools/years", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record YearsPage(List<NationYears> nations, List<BandRow> bands, boolean manager) implements TemplateInstance {}

    /** The years of a nation, the newest first, and the key of the next. */
    record NationYears(String key, String name, String next, List<YearRow> years) {}

    /** A year in the list. */
    record YearRow(String key, String first, String last, boolean now) {}

    /** An age band in the list. */
    record BandRow(String ages, String words, boolean now) {}

    /** The form of one year. */
    @CheckedTemplate(basePath = "schools/years", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record YearPage(YearView year, List<FormError> errors) implements TemplateInstance {}

    /** One year: to be added, to be changed or, if something depends on its dates, to be read. */
    record YearView(String nation, String name, String key, List<Day> terms, List<HolidayDays> holidays, State state) {
        public String path() {
            return "/years/" + nation + "/" + key;
        }

        /** The address of the form. */
        public String action() {
            return path() + (state.fresh() ? "/add" : "/change");
        }
    }

    /**
     * What can be done with the year.
     *
     * @param fresh whether it is to be added
     * @param uses what depends on its dates, in words; empty if it may be changed
     */
    record State(boolean fresh, String uses, boolean removable) {
        public boolean isFixed() {
            return !uses.isEmpty();
        }
    }

    /**
     * A field for a day.
     *
     * @param words the day that is proposed or on record, with its weekday
     */
    record Day(
            String field,
            String label,
            String value,
            String words,
            @Nullable String error) {}

    /** The fields for the first and the last day of a holiday. */
    record HolidayDays(String name, Day first, Day last) {}

    @Transactional
    YearsPage list(boolean manager) {
        var today = London.today(clock);
        var nations = Nations.KEYS.stream()
                .filter(nation -> !years.keys(nation).isEmpty())
                .map(nation -> new NationYears(
                        nation,
                        Nations.name(nation),
                        service.propose(nation).yearKey(),
                        years.keys(nation).reversed().stream()
                                .map(key -> service.year(nation, key))
                                .map(plan -> new YearRow(
                                        plan.yearKey(),
                                        TextFormat.day(plan.firstDay()),
                                        TextFormat.day(plan.lastDay()),
                                        !today.isBefore(plan.firstDay()) && !today.isAfter(plan.lastDay())))
                                .toList()))
                .toList();
        var bands = years.bands().all().stream()
                .map(band -> new BandRow(band.key().replace('-', '–'), inWords(band), band.isOn(today)))
                .toList();
        return new YearsPage(nations, bands, manager);
    }

    private static String inWords(AgeBand band) {
        var group = YearGroups.of("england").name(band.youngestGroup());
        var from = TextFormat.day(band.from());
        return band.to() == null
                ? Words.of("years.bandFrom", group, from)
                : Words.of("years.bandFromTo", group, from, TextFormat.day(band.to()));
    }

    /** The form for the next year of a nation, filled with a proposal or as typed. */
    @Transactional
    YearPage next(String nation, @Nullable YearForm typed, List<FormError> errors) {
        var plan = service.propose(nation);
        return page(plan, typed, errors, new State(true, "", false));
    }

    /** The form of a year. */
    @Transactional
    YearPage year(String nation, String yearKey, @Nullable YearForm typed, List<FormError> errors) {
        var plan = service.year(nation, yearKey);
        var uses = TextFormat.list(service.usesOf(nation, yearKey));
        return page(plan, typed, errors, new State(false, uses, uses.isEmpty() && service.isLast(plan)));
    }

    private static YearPage page(YearPlan plan, @Nullable YearForm typed, List<FormError> errors, State state) {
        var known = YearForm.of(plan);
        var form = typed == null ? known : typed;
        var terms = new ArrayList<Day>();
        Period.TERMS.forEach(term -> terms.add(day(form, known, errors, term, Words.of("years.begins." + term))));
        terms.add(day(form, known, errors, YearRules.LAST_DAY, Words.of("years.ends")));
        var holidays = YearPlan.HOLIDAYS.stream()
                .map(key -> new HolidayDays(
                        YearRules.name(key),
                        day(form, known, errors, key + "-first", Words.of("years.firstDay")),
                        day(form, known, errors, key + "-last", Words.of("years.lastDay"))))
                .toList();
        var view = new YearView(
                plan.nation(), Nations.name(plan.nation()), plan.yearKey(), List.copyOf(terms), holidays, state);
        return new YearPage(view, errors);
    }

    private static Day day(YearForm form, YearForm known, List<FormError> errors, String field, String label) {
        return new Day(field, label, form.day(field), known.inWords(field), FormError.of(errors, field));
    }
}
