package uk.thinkuknow.schools.school;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** What a school wants of the next year's classes. */
public record RollOverPlan(String fromYear, String toYear, List<Into> classes) {

    /**
     * A class of the next year.
     *
     * @param there the class, if the school has made it already; then only its links are made
     * @param fresh what it is to be
     * @param from the classes whose children go on in it; none for a new intake
     * @param sameCards whether its one class before is confirmed to go on with the same children and numbers
     */
    public record Into(@Nullable PublicId there, NewClass fresh, List<PublicId> from, boolean sameCards) {}
}
