package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.FigureCheckPages.CheckPage;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;

/** Returns the results of the figure checks. */
@Singleton
public class FigureChecks {
    private final FigureQuestions questions;
    private final FigureDraws draws;
    private final Clock clock;

    FigureChecks(FigureQuestions questions, FigureDraws draws, Clock clock) {
        this.questions = questions;
        this.draws = draws;
        this.clock = clock;
    }

    /** Returns the signs of risk for which a return may be checked, in words. */
    public static List<String> signsOfRisk() {
        return Arrays.stream(RiskReason.values()).map(Words::of).toList();
    }

    /**
     * Returns the result now for the lessons of a year, or of one of its terms.
     *
     * @param term null for the whole year
     * @param scope the area to report on
     */
    @Transactional
    public FigureCheck of(String year, @Nullable String term, Scope scope) {
        return standing(FigureQuestions.QuestionFilter.period(year, term, scope), clock.instant());
    }

    /** Returns the result for the whole programme as at a moment; it does not change when counted later. */
    @Transactional
    public FigureCheck asAt(String year, @Nullable String term, Instant asAt) {
        return standing(FigureQuestions.QuestionFilter.period(year, term, Scope.PROGRAMME), asAt);
    }

    /**
     * Returns the result for the whole programme as at a moment, for lessons from {@code first} to {@code last}, both
     * included.
     */
    @Transactional
    public FigureCheck asAt(LocalDate first, LocalDate last, Instant asAt) {
        return standing(FigureQuestions.QuestionFilter.days(first, last), asAt);
    }

    /** Returns the heads of each school in the results of {@link #asAt(String, String, Instant)}. */
    @Transactional
    public List<SchoolCheck> bySchool(String year, @Nullable String term, Instant asAt) {
        return bySchool(FigureQuestions.QuestionFilter.period(year, term, Scope.PROGRAMME), asAt);
    }

    /** Returns the heads of each school in the results of {@link #asAt(LocalDate, LocalDate, Instant)}. */
    @Transactional
    public List<SchoolCheck> bySchool(LocalDate first, LocalDate last, Instant asAt) {
        return bySchool(FigureQuestions.QuestionFilter.days(first, last), asAt);
    }

    private List<SchoolCheck> bySchool(FigureQuestions.QuestionFilter of, Instant asAt) {
        var schools = new TreeMap<Long, SchoolCheck>();
        questions
                .statuses(of, asAt)
                .forEach(each -> schools.merge(each.schoolId(), SchoolCheck.of(each), SchoolCheck::plus));
        return List.copyOf(schools.values());
    }

    /** Returns the page of all drawn returns in an area, the latest first. */
    @Transactional
    CheckPage page(Scope scope) {
        var all = FigureQuestions.QuestionFilter.period(null, null, scope);
        return FigureCheckPages.check(
                standing(all, clock.instant()),
                questions.drawnReturns(all),
                scope.isProgramme() ? draws.latest() : List.of());
    }

    private FigureCheck standing(FigureQuestions.QuestionFilter of, Instant asAt) {
        var standing = questions.statuses(of, asAt).stream()
                .collect(Collectors.groupingBy(FigureQuestions.QuestionStatus::kind));
        var chance = standing.getOrDefault(DrawKind.CHANCE, List.of());
        var risk = standing.getOrDefault(DrawKind.RISK, List.of());
        return FigureCheck.of(
                chance.size(),
                waiting(chance),
                answers(chance),
                RiskCheck.of(risk.size(), waiting(risk), answers(risk)));
    }

    private static int waiting(List<FigureQuestions.QuestionStatus> standing) {
        return (int) standing.stream()
                .filter(FigureQuestions.QuestionStatus::waiting)
                .count();
    }

    private static List<FigureCheck.Answer> answers(List<FigureQuestions.QuestionStatus> standing) {
        var answers = new ArrayList<FigureCheck.Answer>();
        for (var each : standing) {
            var said = each.said();
            if (said != null) {
                answers.add(new FigureCheck.Answer(each.signed(), said));
            }
        }
        return answers;
    }
}
