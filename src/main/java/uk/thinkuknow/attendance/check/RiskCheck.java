package uk.thinkuknow.attendance.check;

import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * The result of the checks by risk. It says nothing about other returns, so it has no difference in percent.
 *
 * @param waiting questions that are neither answered nor lapsed yet
 * @param different answered returns for which the heads given again are not those signed
 */
public record RiskCheck(int asked, int waiting, int answered, int different) {
    static RiskCheck of(int asked, int waiting, List<FigureCheck.Answer> answers) {
        int different = (int)
                answers.stream().filter(each -> each.said() != each.signed()).count();
        return new RiskCheck(asked, waiting, answers.size(), different);
    }

    public int lapsed() {
        return asked - waiting - answered;
    }

    /** Returns the result in words, for readers of the figure. */
    public String sentence() {
        return asked == 0 ? Words.of("check.noneByRisk") : Words.of("check.byRisk", asked, answered, different);
    }
}
