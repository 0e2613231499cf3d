package uk.thinkuknow.attendance.check;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The heads of one school's returns in the figure checks, by chance and by risk.
 *
 * @param numbers the signed heads of all returns that were drawn by chance, of those without an answer that are still
 *     open, and of the answered ones; the heads of the answered ones as given again; then the signed heads of all
 *     returns that were drawn by risk, of those still open, of the answered ones, and of those whose answer differs
 */
public record SchoolCheck(long schoolId, List<Integer> numbers) {
    static SchoolCheck of(FigureQuestions.QuestionStatus status) {
        var said = status.said();
        int signed = status.signed();
        int open = status.waiting() ? signed : 0;
        int answered = said == null ? 0 : signed;
        if (status.kind() == DrawKind.RISK) {
            int different = said == null || said == signed ? 0 : signed;
            return new SchoolCheck(status.schoolId(), List.of(0, 0, 0, 0, signed, open, answered, different));
        }
        return new SchoolCheck(status.schoolId(), List.of(signed, open, answered, said == null ? 0 : said, 0, 0, 0, 0));
    }

    SchoolCheck plus(SchoolCheck other) {
        return new SchoolCheck(
                schoolId,
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> numbers.get(i) + other.numbers.get(i))
                        .toList());
    }
}
