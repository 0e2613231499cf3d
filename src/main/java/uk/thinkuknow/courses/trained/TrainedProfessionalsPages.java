package uk.thinkuknow.courses.trained;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.courses.training.Professionals;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;

/** Builds the page that counts trained professionals by term, by year and by region of the event. */
@Singleton
class TrainedProfessionalsPages {
    /** Terms differ by nation; professionals are counted by England's for all nations. */
    private static final String TERMS_OF = "england";

    private final Professionals professionals;
    private final TrainedProfessionals trained;
    private final SchoolService schools;
    private final Clock clock;

    TrainedProfessionalsPages(
            Professionals professionals, TrainedProfessionals trained, SchoolService schools, Clock clock) {
        this.professionals = professionals;
        this.trained = trained;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * The page that counts the professionals trained in a school year.
     *
     * @param heads column names: each term, then the year
     */
    @CheckedTemplate(basePath = "courses/trained", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrainedPage(
            String year,
            List<FormOption> years,
            List<String> heads,
            List<Line> lines,
            @Nullable Line total) implements TemplateInstance {}

    /** A region's counts, one for each column. */
    record Line(String area, List<Integer> figures) {}

    /** The page for a year such as "2026-27", or the current year; managers of an area see only their regions. */
    @Transactional
    TrainedPage show(StaffMember me, String wanted) {
        var years = schools.years(TERMS_OF);
        var now = schools.termBy(TERMS_OF, London.today(clock))
                .map(NationTerm::yearKey)
                .orElse(years.getLast());
        var year = years.contains(wanted) ? wanted : now;
        var terms = new ArrayList<>(schools.termsOf(TERMS_OF, year));
        var whole = new NationTerm(
                TERMS_OF,
                year,
                "year",
                terms.getFirst().firstDay(),
                terms.getLast().lastDay());
        terms.add(whole);
        var figures = terms.stream()
                .map(term -> professionals.trainedByRegion(term.firstDay(), term.lastDay()))
                .toList();
        var area = me.reads();
        var lines = new ArrayList<Line>();
        schools.regions().forEach((key, name) -> {
            if (area.isProgramme() ? figures.getLast().containsKey(key) : area.holdsRegion(key)) {
                lines.add(line(name, key, figures));
            }
        });
        if (area.isProgramme() && figures.getLast().containsKey("")) {
            lines.add(line(Words.of("trained.wholeProgramme"), "", figures));
        }
        return new TrainedPage(
                year,
                years.stream()
                        .map(each -> new FormOption(each, each, each.equals(year)))
                        .toList(),
                terms.stream()
                        .map(term -> Words.of("trained.term", term.termKey()))
                        .toList(),
                lines,
                !area.isProgramme()
                        ? null
                        : new Line(
                                Words.of("trained.everyone"),
                                terms.stream()
                                        .map(term -> trained.in(term.firstDay(), term.lastDay(), Scope.PROGRAMME))
                                        .toList()));
    }

    private static Line line(String name, String key, List<Map<String, Integer>> figures) {
        return new Line(
                name, figures.stream().map(each -> each.getOrDefault(key, 0)).toList());
    }
}
