package uk.thinkuknow.demo;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GroupFacts;

/** A past lesson of the demo: when it was, how many minutes it took, and who came. */
record DemoLesson(LocalDateTime start, int minutes, boolean devices, List<Present> classes) {

    /**
     * Who came of a class.
     *
     * @param half the group that was taught, or null for the whole class
     * @param cards all cards that came, and of these those that a grown-up ticked
     */
    record Present(ClassFacts group, @Nullable GroupFacts half, CardSet cards, CardSet byHand, int guests) {}

    /** A lesson without devices for all children of a class. */
    static DemoLesson ofWholeClass(LocalDateTime start, int minutes, ClassFacts group) {
        var all = group.inForce(start.toLocalDate());
        return new DemoLesson(start, minutes, false, List.of(new Present(group, null, all, CardSet.NONE, 0)));
    }

    LocalDateTime end() {
        return start.plusMinutes(minutes);
    }

    List<PastReturn.ClassMarks> marks() {
        return classes.stream().map(this::marks).toList();
    }

    private PastReturn.ClassMarks marks(Present each) {
        long id = each.group().id();
        return devices
                ? new PastReturn.ClassMarks(id, each.cards().without(each.byHand()), each.byHand(), 0, each.guests(), 0)
                : new PastReturn.ClassMarks(
                        id, CardSet.NONE, CardSet.NONE, each.cards().size(), each.guests(), 0);
    }
}
