package uk.thinkuknow.attendance.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * A checked row of paper registers: the register that would be entered, or the errors by cell.
 *
 * @param number the number of the row on the page, from 1
 * @param register null if the row has errors
 */
record CheckedRow(int number, PaperRow row, @Nullable PaperRegister register, List<CellError> wrong) {

    /** An error in a cell; {@code column} is its index in {@link PaperRow#COLUMNS}. */
    record CellError(int column, String text) {}

    /** A paper register that can be entered: day, lesson, class, ticked cards and heads. */
    record PaperRegister(LocalDate day, PublishedModule lesson, ClassFacts schoolClass, CardSet ticked, int heads) {
        int unnamed() {
            return heads - ticked.size();
        }

        /**
         * Returns a key that registers of the same lesson, class and day share; a class has a lesson only once a day.
         */
        String key() {
            return schoolClass.publicId() + " " + day + " " + lesson.key();
        }

        String inWords() {
            return Words.of("entry.comesTo", heads, ticked.size(), unnamed());
        }
    }

    boolean isRight() {
        return register != null;
    }

    @Nullable
    String wrongIn(int column) {
        var all = wrong.stream()
                .filter(each -> each.column() == column)
                .map(CellError::text)
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
