package uk.thinkuknow.reach.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.FigureChecks;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.targets.ProfessionalTargets;
import uk.thinkuknow.reach.totals.OtherAudiences;

/**
 * Collects the figures shown next to reach but not part of it: other audiences, professionals trained, and the figure
 * check.
 */
@Singleton
class OtherFigures {
    private final OtherAudiences others;
    private final ProfessionalTargets professionals;
    private final FigureChecks checks;

    OtherFigures(OtherAudiences others, ProfessionalTargets professionals, FigureChecks checks) {
        this.others = others;
        this.professionals = professionals;
        this.checks = checks;
    }

    /**
     * The lines below the reach table.
     *
     * @param check the result of the figure checks by chance in words
     * @param byRisk the same of those by risk; null if none was drawn
     * @param others a line for each other audience
     */
    record OtherLines(String check, @Nullable String byRisk, List<ReachView.Line> others) {}

    /** The figures next to reach, for an area and a period. */
    @Transactional
    OtherLines of(Period period, Scope scope) {
        var lines = new ArrayList<ReachView.Line>();
        others.in(period, scope).forEach(line -> lines.add(ReachPages.other(line)));
        var trained = professionals.beside(period, scope);
        var target = trained.target();
        if (trained.people() > 0 || target != null) {
            lines.add(new ReachView.Line(
                    Words.of("report.professionals"),
                    "",
                    TextFormat.number(trained.people()),
                    target == null ? "" : TextFormat.number(target)));
        }
        var check = checks.of(period.year(), period.term(), scope);
        return new OtherLines(check.sentence(), check.sentenceByRisk(), lines);
    }
}
