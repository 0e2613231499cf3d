package uk.thinkuknow.attendance.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * A row as it is understood: what would be entered, or what is wrong with it, cell by cell.
 *
 * @param number the row as the page numbers it, from 1
 * @param register what would be entered; null where something is wrong
 */
record Understood(int number, PaperRow row, @Nullable Register register, List<Wrong> wrong) {

    /** What is wrong with a cell; {@code column} is its place in {@link PaperRow#COLUMNS}. */
    record Wrong(int column, String text) {}

    /** A register that can be entered. */
    record Register(LocalDate day, PublishedModule lesson, ClassFacts room, CardSet ticked, int heads) {
        int unnamed() {
            return heads - ticked.size();
        }

        /** Nobody holds two lessons of a kind with a class on a day. */
        String key() {
            return room.publicId() + " " + day + " " + lesson.key();
        }

        String inWords() {
            var marks = ticked.isEmpty()
                    ? "by heads (C)"
                    : ticked.size() + " from the list (B)" + (unnamed() == 0 ? "" : ", " + unnamed() + " by heads (C)");
            return heads == 0 ? "nobody came" : heads + InWords.word(heads, " child: ", " children: ") + marks;
        }
    }

    boolean isRight() {
        return register != null;
    }

    @Nullable
    String wrongIn(int column) {
        var all = wrong.stream()
                .filter(each -> each.column() == column)
                .map(Wrong::text)
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
