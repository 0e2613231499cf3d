package uk.thinkuknow.results.analysis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.results.analysis.AnalysedVersions.Version;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.TableExporter;

/** Page and CSV file that show how the questions of a module are answered, by version and school year. */
@Path("/modules/{key}/questions")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class QuestionsResource {
    private static final String ALL = "all";

    private final AnalysisService analysis;
    private final AnalysedVersions versions;
    private final CurriculumService curriculum;

    QuestionsResource(AnalysisService analysis, AnalysedVersions versions, CurriculumService curriculum) {
        this.analysis = analysis;
        this.versions = versions;
        this.curriculum = curriculum;
    }

    /**
     * The page of questions.
     *
     * @param few whether there are too few children to show anything
     * @param shown null if there is nothing to show
     */
    @CheckedTemplate(basePath = "results/analysis", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionsPage(
            Head head, int atLeast, boolean few, @Nullable QuestionFiguresView shown) implements TemplateInstance {}

    /** The chosen version and period, and the other choices. */
    record Head(
            OfLesson lesson,
            int number,
            String period,
            List<FormOption> versions,
            List<FormOption> periods,
            String query) {}

    /** The lesson that the page is about. */
    record OfLesson(String key, String title, String ages) {}

    /** A chosen version and period, with their figures. */
    private record Asked(
            Version version,
            List<Version> versions,
            String period,
            List<String> years,
            Lesson lesson,
            QuestionFigures figures) {}

    @GET
    public TemplateInstance show(
            @PathParam("key") String key, @RestQuery @Nullable Integer version, @RestQuery @Nullable String period) {
        var asked = asked(key, version, period);
        var figures = asked.figures();
        return new QuestionsPage(
                head(key, asked),
                Share.CHILDREN_AT_LEAST,
                figures.isTooFew() && !figures.isEmpty(),
                figures.isTooFew()
                        ? null
                        : QuestionFiguresView.of(figures, asked.lesson().minutes()));
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response csv(
            @PathParam("key") String key, @RestQuery @Nullable Integer version, @RestQuery @Nullable String period) {
        var asked = asked(key, version, period);
        var name = "questions-%s-%d-%s.csv".formatted(key, asked.version().number(), asked.period());
        return TableExporter.csv(name, List.of(QuestionFiguresSheet.of(asked.figures())));
    }

    /** Defaults to the newest version that was ever taught, in all years. */
    private Asked asked(String key, @Nullable Integer number, @Nullable String period) {
        var all = versions.of(key);
        var version = number == null
                ? all.stream().filter(Version::taught).findFirst().orElse(all.getFirst())
                : all.stream().filter(one -> one.number() == number).findFirst().orElseThrow(NotFound::new);
        var byYear = analysis.of(version.id());
        var years = List.copyOf(byYear.keySet()).reversed();
        var chosen = period == null || period.isEmpty() ? ALL : period;
        if (!chosen.equals(ALL) && !years.contains(chosen)) {
            throw new NotFound();
        }
        var lesson = curriculum.version(version.id()).lesson();
        return new Asked(version, all, chosen, years, lesson, QuestionFigures.of(lesson, within(byYear, chosen)));
    }

    private static AnswerCounts within(Map<String, AnswerCounts> byYear, String period) {
        return period.equals(ALL)
                ? byYear.values().stream().reduce(AnswerCounts.NONE, AnswerCounts::and)
                : byYear.getOrDefault(period, AnswerCounts.NONE);
    }

    private static Head head(String key, Asked asked) {
        var periods = new ArrayList<FormOption>();
        periods.add(new FormOption(
                ALL, Words.of("analysis.allYears"), asked.period().equals(ALL)));
        asked.years()
                .forEach(year -> periods.add(
                        new FormOption(year, inWords(year), asked.period().equals(year))));
        return new Head(
                new OfLesson(key, asked.lesson().title(), asked.lesson().band().replace('-', '–')),
                asked.version().number(),
                asked.period().equals(ALL) ? Words.of("analysis.inAllYears") : inWords(asked.period()),
                asked.versions().stream()
                        .map(one -> new FormOption(
                                Integer.toString(one.number()),
                                Words.of("analysis.versionChoice", one.number(), one.taught()),
                                one.equals(asked.version())))
                        .toList(),
                periods,
                "?version=" + asked.version().number() + "&period=" + asked.period());
    }

    private static String inWords(String year) {
        return year.replace('-', '–');
    }
}
