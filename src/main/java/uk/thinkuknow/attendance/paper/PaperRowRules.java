package uk.thinkuknow.attendance.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.paper.CheckedRow.CellError;
import uk.thinkuknow.attendance.paper.CheckedRow.PaperRegister;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * Checks rows of paper registers. Nothing is guessed: each row gives a complete register or errors.
 *
 * @param yearOf the academic year of a day; empty if no term is known for it
 * @param closedBefore whether the school was closed before a day
 * @param classesOf the school's classes of a year
 * @param entered whether the class of a register has had the lesson on that day already
 */
record PaperRowRules(
        LocalDate today,
        List<PublishedModule> lessons,
        Function<LocalDate, Optional<String>> yearOf,
        Predicate<LocalDate> closedBefore,
        Function<String, List<ClassFacts>> classesOf,
        Predicate<PaperRegister> entered) {
    private static final int DATE = 0;
    private static final int LESSON = 1;
    private static final int CLASS = 2;
    private static final int HEADS = 3;
    private static final int CARDS = 4;

    /** Checks rows; empty ones are skipped, and the others keep their number. */
    List<CheckedRow> of(List<PaperRow> rows) {
        var understood = new ArrayList<CheckedRow>();
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                understood.add(of(i + 1, rows.get(i), seen));
            }
        }
        return understood;
    }

    private CheckedRow of(int number, PaperRow row, Map<String, Integer> seen) {
        var wrong = new ArrayList<CellError>();
        var day = day(row, wrong);
        var lesson = lesson(row, wrong);
        var schoolClass = day == null ? null : schoolClass(row, day, wrong);
        var heads = CellParser.number(row.heads());
        if (heads.isEmpty() && row.cards().isEmpty()) {
            wrong.add(new CellError(HEADS, row.heads().isEmpty() ? Words.of("entry.typeHeads") : notANumber(row)));
        } else if (heads.isEmpty() && !row.heads().isEmpty()) {
            wrong.add(new CellError(HEADS, notANumber(row)));
        }
        var ticked = ticked(row, day, schoolClass, wrong);
        if (!wrong.isEmpty() || day == null || lesson == null || schoolClass == null || ticked == null) {
            return new CheckedRow(number, row, null, wrong);
        }
        var register = new PaperRegister(day, lesson, schoolClass, ticked, heads.orElse(ticked.size()));
        limits(register, wrong);
        var before = seen.putIfAbsent(register.key(), number);
        if (before != null) {
            wrong.add(new CellError(CLASS, Words.of("entry.twice", before, schoolClass.name())));
        } else if (wrong.isEmpty() && entered.test(register)) {
            wrong.add(new CellError(
                    CLASS,
                    Words.of(
                            "entry.hadAlready",
                            schoolClass.name(),
                            lesson.lesson().title(),
                            TextFormat.day(day))));
        }
        return new CheckedRow(number, row, wrong.isEmpty() ? register : null, wrong);
    }

    private @Nullable LocalDate day(PaperRow row, List<CellError> wrong) {
        var day = CellParser.date(row.date()).orElse(null);
        if (day == null) {
            wrong.add(new CellError(
                    DATE, row.date().isEmpty() ? Words.of("entry.typeDay") : Words.of("entry.noDay", row.date())));
            return null;
        }
        if (day.isAfter(today)) {
            wrong.add(new CellError(DATE, Words.of("entry.toCome", TextFormat.day(day))));
            return null;
        }
        if (yearOf.apply(day).isEmpty()) {
            wrong.add(new CellError(DATE, Words.of("entry.noTerm", TextFormat.day(day))));
            return null;
        }
        if (closedBefore.test(day)) {
            wrong.add(new CellError(DATE, Words.of("entry.schoolClosed", TextFormat.day(day))));
            return null;
        }
        return day;
    }

    private @Nullable PublishedModule lesson(PaperRow row, List<CellError> wrong) {
        if (row.lesson().isEmpty()) {
            wrong.add(new CellError(LESSON, Words.of("entry.chooseLesson")));
            return null;
        }
        var found = lessons.stream()
                .filter(each ->
                        same(each.lesson().title(), row.lesson()) || each.key().equals(row.lesson()))
                .toList();
        if (found.size() != 1) {
            wrong.add(new CellError(
                    LESSON,
                    found.isEmpty()
                            ? Words.of("entry.noLesson", row.lesson())
                            : Words.of(
                                    "entry.severalLessons",
                                    row.lesson(),
                                    found.getFirst().key())));
            return null;
        }
        return found.getFirst();
    }

    private @Nullable ClassFacts schoolClass(PaperRow row, LocalDate day, List<CellError> wrong) {
        if (row.className().isEmpty()) {
            wrong.add(new CellError(CLASS, Words.of("entry.chooseClass")));
            return null;
        }
        var year = yearOf.apply(day).orElseThrow();
        var found = classesOf.apply(year).stream()
                .filter(each -> same(each.name(), row.className()))
                .toList();
        if (found.size() != 1) {
            wrong.add(new CellError(CLASS, Words.of("entry.noClass", row.className(), year)));
            return null;
        }
        return found.getFirst();
    }

    private static @Nullable CardSet ticked(
            PaperRow row, @Nullable LocalDate day, @Nullable ClassFacts schoolClass, List<CellError> wrong) {
        if (row.cards().isEmpty()) {
            return CardSet.NONE;
        }
        var numbers = CellParser.cards(row.cards()).orElse(null);
        if (numbers == null) {
            wrong.add(new CellError(CARDS, Words.of("entry.noCards", row.cards())));
            return null;
        }
        if (day == null || schoolClass == null) {
            return null;
        }
        var strange = CardSet.of(numbers).without(schoolClass.inForce(day)).numbers();
        if (!strange.isEmpty()) {
            wrong.add(new CellError(CARDS, Words.of("entry.noCard", schoolClass.name(), strange.getFirst())));
            return null;
        }
        return CardSet.of(numbers);
    }

    private static void limits(PaperRegister register, List<CellError> wrong) {
        int cards = register.schoolClass().inForce(register.day()).size();
        if (register.heads() < register.ticked().size()) {
            wrong.add(new CellError(
                    HEADS, Words.of("entry.moreTicked", register.ticked().size(), register.heads())));
        } else if (register.heads() > cards) {
            wrong.add(new CellError(
                    HEADS,
                    Words.of("entry.moreThanCards", register.schoolClass().name(), cards, register.heads())));
        }
    }

    private static String notANumber(PaperRow row) {
        return Words.of("entry.notANumber", row.heads());
    }

    private static boolean same(String name, String typed) {
        return name.strip().replaceAll("\\s+", " ").equalsIgnoreCase(typed.replaceAll("\\s+", " "));
    }
}
