package uk.thinkuknow.attendance.register;

import java.util.List;
import uk.thinkuknow.counting.CardSet;

/**
 * What the marks of one class come to, before the heads are held against them.
 *
 * @param lent visitors who sat with this class and were put on a card that the session was not for
 * @param toCheck cards whose mark the signer has yet to answer
 * @param apart children of the class who did not take part: its cards, or a number where heads alone were counted
 */
record SectionSum(
        ClassInRoom inRoom,
        Section section,
        CardSet namedA,
        CardSet namedB,
        int unnamed,
        int guests,
        int lent,
        List<Integer> toCheck,
        int apart) {

    static SectionSum of(ClassInRoom inRoom, Section section, List<Mark> marks, List<VisitorMark> visitors, Room room) {
        long classId = inRoom.classId();
        var counted = headsOnly(section, marks) ? List.<Mark>of() : marks;
        var placed = CardSet.of(visitors.stream()
                .filter(visitor -> isOn(visitor, classId, room))
                .map(SectionSum::card)
                .toList());
        var namedA = here(counted, Source.DEVICE).and(inRoom.eligible());
        return new SectionSum(
                inRoom,
                section,
                namedA,
                here(counted, Source.TICKED).or(placed).and(inRoom.eligible()).without(namedA),
                count(visitors, Standing.UNNAMED, classId),
                count(visitors, Standing.GUEST, classId) + section.guests(),
                (int) visitors.stream()
                        .filter(visitor -> isLent(visitor, room) && visitor.cameWith() == classId)
                        .count(),
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

    /** Heads alone may stand for a class only where no device named anybody. */
    static boolean headsOnly(Section section, List<Mark> marks) {
        return section.kept() == Kept.HEADS && marks.stream().noneMatch(Mark::joined);
    }

    /** Put on a card that the session was not for: of another class, or of this one outside its group. */
    static boolean isLent(VisitorMark visitor, Room room) {
        return visitor.standing() == Standing.ON_CARD
                && !room.isFor(java.util.Objects.requireNonNull(visitor.cardClass()), card(visitor));
    }

    static int card(VisitorMark visitor) {
        return java.util.Objects.requireNonNull(visitor.card());
    }

    CardSet named() {
        return namedA.or(namedB);
    }

    /** Everybody with a mark, as the heads would see them. */
    int marks() {
        return named().size() + unnamed + guests + lent;
    }

    /** Children who are not of this class's cards; heads count them, its cards do not limit them. */
    int fromElsewhere() {
        return guests + lent;
    }

    private static boolean isOn(VisitorMark visitor, long classId, Room room) {
        return visitor.standing() == Standing.ON_CARD
                && java.util.Objects.equals(visitor.cardClass(), classId)
                && room.isFor(classId, card(visitor));
    }

    private static CardSet here(List<Mark> marks, Source by) {
        return CardSet.of(
                marks.stream().filter(mark -> mark.here(by)).map(Mark::card).toList());
    }

    private static int count(List<VisitorMark> visitors, Standing standing, long classId) {
        return (int) visitors.stream()
                .filter(visitor -> visitor.is(standing, classId))
                .count();
    }
}
