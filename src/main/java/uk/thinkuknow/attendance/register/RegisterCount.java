package uk.thinkuknow.attendance.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.web.FormError;

/**
 * The count of a register by counting rules 3 and 5: a line for each class, to be signed, or all the problems that
 * prevent signing.
 *
 * @param sums the totals of each class, also if there are problems
 * @param lines the counts to be signed; empty if there are problems
 * @param heads the heads of a session without classes; 0 for a lesson
 */
public record RegisterCount(
        List<SectionTotals> sums, List<ClassAttendance> lines, int heads, List<FormError> problems) {

    public static RegisterCount of(Register register, SessionClasses classes) {
        if (classes.classes().isEmpty()) {
            return ofHeads(register.heads());
        }
        var visitors = register.visitors();
        var sums = register.sections().stream()
                .flatMap(section -> classes.of(section.classId()).stream()
                        .map(inRoom -> SectionTotals.of(
                                inRoom, section, register.marksOf(section.classId()), visitors, classes)))
                .toList();
        var problems = new ArrayList<FormError>();
        sums.forEach(sum -> problems.addAll(sum.problems()));
        problems.addAll(visitorProblems(register, classes));
        var lines = new ArrayList<ClassAttendance>();
        if (problems.isEmpty()) {
            sums.forEach(sum -> lines.add(sum.line()));
            lines.addAll(lentLines(visitors, classes));
        }
        return new RegisterCount(sums, lines, 0, problems);
    }

    private static RegisterCount ofHeads(@Nullable Integer heads) {
        return heads == null
                ? new RegisterCount(
                        List.of(),
                        List.of(),
                        0,
                        List.of(new FormError(RegisterFields.HEADS, Words.of("register.typeHeadsOnly"))))
                : new RegisterCount(List.of(), List.of(), heads, List.of());
    }

    /** Returns whether the session took place and nobody came: there are no problems and all counts are 0. */
    public boolean nobodyCame() {
        return problems.isEmpty() && heads == 0 && lines.stream().allMatch(line -> line.attendance() == 0);
    }

    /**
     * Returns the lines of visitors who were put on a card that the session was not for: of another class, or of this
     * class outside its group.
     */
    private static List<ClassAttendance> lentLines(List<VisitorMark> visitors, SessionClasses classes) {
        var byClass = new TreeMap<Long, CardSet>();
        for (var visitor : visitors) {
            if (SectionTotals.isLent(visitor, classes)) {
                long ofClass = java.util.Objects.requireNonNull(visitor.cardClass());
                byClass.merge(ofClass, CardSet.NONE.with(SectionTotals.card(visitor)), CardSet::or);
            }
        }
        var lines = new ArrayList<ClassAttendance>();
        byClass.forEach((classId, cards) -> lines.add(new ClassAttendance(
                classId,
                null,
                CardSet.NONE,
                cards,
                classes.anywhere(classId).orElseThrow().inForce(),
                cards,
                0,
                0,
                0)));
        return lines;
    }

    private static List<FormError> visitorProblems(Register register, SessionClasses classes) {
        var problems = new ArrayList<FormError>();
        var taken = new HashSet<List<Object>>();
        for (var visitor : register.visitors()) {
            switch (visitor.standing()) {
                case CHECK ->
                    problems.add(new FormError(
                            RegisterFields.visitor(visitor.number()),
                            Words.of("register.sayVisitor", visitor.number())));
                case ON_CARD -> {
                    long classId = java.util.Objects.requireNonNull(visitor.cardClass());
                    int card = SectionTotals.card(visitor);
                    if (!taken.add(List.of(classId, card)) || isHere(register, classes, classId, card)) {
                        problems.add(new FormError(
                                RegisterFields.visitorCard(visitor.number()),
                                Words.of("register.cardTaken", visitor.number(), card)));
                    }
                }
                case UNNAMED, GUEST, ABSENT -> {}
            }
        }
        return problems;
    }

    private static boolean isHere(Register register, SessionClasses classes, long classId, int card) {
        return classes.isFor(classId, card)
                && register.sections().stream()
                        .filter(section -> section.classId() == classId)
                        .filter(section -> !SectionTotals.headsOnly(section, register.marksOf(classId)))
                        .flatMap(section -> register.marksOf(classId).stream())
                        .anyMatch(mark -> mark.card() == card && mark.presence() == Presence.HERE);
    }
}
