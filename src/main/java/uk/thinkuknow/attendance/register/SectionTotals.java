package uk.thinkuknow.attendance.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.web.FormError;

/**
 * Adds up the marks of one class and checks them against the heads that the signer typed (counting rule 5).
 *
 * @param namedA cards named by a device (grade A)
 * @param namedB cards ticked, or given to a visitor, by the signer (grade B)
 * @param toCheck cards that the signer must still decide on
 * @param apart children not taking part: the number of their cards, or the number typed if only heads were counted
 */
record SectionTotals(
        RegisterClass inRoom,
        RegisterSection section,
        CardSet namedA,
        CardSet namedB,
        Others others,
        List<Integer> toCheck,
        int apart) {
    /**
     * Children who are on no card that the session was for.
     *
     * @param lent visitors who sat with this class and were put on a card that the session was not for
     */
    record Others(int unnamed, int guests, int lent) {}

    static SectionTotals of(
            RegisterClass inRoom,
            RegisterSection section,
            List<Mark> marks,
            List<VisitorMark> visitors,
            SessionClasses classes) {
        long classId = inRoom.classId();
        var counted = headsOnly(section, marks) ? List.<Mark>of() : marks;
        var placed = CardSet.of(visitors.stream()
                .filter(visitor -> isOn(visitor, classId, classes))
                .map(SectionTotals::card)
                .toList());
        var namedA = here(counted, MarkSource.DEVICE).and(inRoom.eligible());
        return new SectionTotals(
                inRoom,
                section,
                namedA,
                here(counted, MarkSource.TICKED)
                        .or(placed)
                        .and(inRoom.eligible())
                        .without(namedA),
                new Others(
                        count(visitors, VisitorPlacement.UNNAMED, classId),
                        count(visitors, VisitorPlacement.GUEST, classId) + section.guests(),
                        (int) visitors.stream()
                                .filter(visitor -> isLent(visitor, classes) && visitor.cameWith() == classId)
                                .count()),
                counted.stream()
                        .filter(mark -> mark.presence() == Presence.CHECK)
                        .map(Mark::card)
                        .toList(),
                headsOnly(section, marks)
                        ? section.notTakingPart()
                        : (int) marks.stream()
                                .filter(mark -> mark.presence() == Presence.APART)
                                .count());
    }

    /** Returns whether only the heads of the class count, which is allowed only if no device took one of its cards. */
    static boolean headsOnly(RegisterSection section, List<Mark> marks) {
        return section.kept() == SectionMethod.HEADS && marks.stream().noneMatch(Mark::joined);
    }

    /**
     * Returns whether the visitor was put on a card that the session was not for: of another class, or of this one
     * outside its group.
     */
    static boolean isLent(VisitorMark visitor, SessionClasses classes) {
        return visitor.standing() == VisitorPlacement.ON_CARD
                && !classes.isFor(java.util.Objects.requireNonNull(visitor.cardClass()), card(visitor));
    }

    static int card(VisitorMark visitor) {
        return java.util.Objects.requireNonNull(visitor.card());
    }

    CardSet named() {
        return namedA.or(namedB);
    }

    /** Returns the number of children with a mark, guests included, which should not exceed the heads. */
    int marks() {
        return named().size() + others.unnamed() + fromElsewhere();
    }

    /**
     * Returns the children who are not on this class's cards; the heads include them, the number of cards does not
     * limit them.
     */
    int fromElsewhere() {
        return others.guests() + others.lent();
    }

    /** Returns everything that prevents counting this class, in the order of the page. */
    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        var heads = section.heads();
        if (heads == null) {
            checks(problems);
            problems.add(problem("register.typeHeads", inRoom.name()));
            return problems;
        }
        boolean surplus = marks() > heads;
        if (surplus && section.whichIsUnknown()) {
            if (fromElsewhere() > heads) {
                problems.add(problem("register.tooManyGuests", heads, inRoom.name(), fromElsewhere()));
            }
        } else {
            checks(problems);
            if (surplus) {
                problems.add(problem("register.tooManyMarks", heads, inRoom.name(), marks(), marks() - heads));
            }
        }
        limits(heads, problems);
        return problems;
    }

    /**
     * Returns the counts of a class without problems. Heads without a mark are added as unnamed; if it is unknown which
     * marks are too many, all children are unnamed.
     */
    ClassAttendance line() {
        int heads = java.util.Objects.requireNonNull(section.heads());
        boolean unknown = marks() > heads;
        var onDevices = unknown ? CardSet.NONE : namedA;
        var fromList = unknown ? CardSet.NONE : namedB;
        int unnamed = heads - fromElsewhere() - onDevices.size() - fromList.size();
        return new ClassAttendance(
                inRoom.classId(),
                inRoom.cardGroupId(),
                onDevices,
                fromList,
                inRoom.inForce(),
                inRoom.forCards(),
                unnamed,
                others.guests(),
                apart);
    }

    private void checks(List<FormError> problems) {
        if (!toCheck.isEmpty()) {
            var numbers = toCheck.stream().map(String::valueOf).collect(Collectors.joining(", "));
            problems.add(new FormError(
                    RegisterFields.check(inRoom.publicId(), toCheck.getFirst()),
                    Words.of("register.sayWhoWasHere", numbers, inRoom.name())));
        }
    }

    private void limits(int heads, List<FormError> problems) {
        int cards = inRoom.eligible().size();
        int ofClass = heads - fromElsewhere();
        if (ofClass > cards) {
            problems.add(problem("register.moreThanCards", heads, inRoom.name(), cards, fromElsewhere()));
        } else if (ofClass + apart > cards) {
            problems.add(new FormError(
                    RegisterFields.notTakingPart(inRoom.publicId()),
                    Words.of("register.apartTooMany", ofClass, apart, inRoom.name())));
        }
    }

    private FormError problem(String key, Object... arguments) {
        return new FormError(RegisterFields.heads(inRoom.publicId()), Words.of(key, arguments));
    }

    private static boolean isOn(VisitorMark visitor, long classId, SessionClasses classes) {
        return visitor.standing() == VisitorPlacement.ON_CARD
                && java.util.Objects.equals(visitor.cardClass(), classId)
                && classes.isFor(classId, card(visitor));
    }

    private static CardSet here(List<Mark> marks, MarkSource by) {
        return CardSet.of(
                marks.stream().filter(mark -> mark.here(by)).map(Mark::card).toList());
    }

    private static int count(List<VisitorMark> visitors, VisitorPlacement visitorPlacement, long classId) {
        return (int) visitors.stream()
                .filter(visitor -> visitor.is(visitorPlacement, classId))
                .count();
    }
}
