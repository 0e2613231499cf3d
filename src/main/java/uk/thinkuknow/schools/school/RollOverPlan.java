package uk.thinkuknow.schools.school;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** The classes a school wants next year, and which of this year's classes each continues. */
public record RollOverPlan(String fromYear, String toYear, List<PlannedClass> classes) {

    /**
     * One class of next year.
     *
     * @param there the class, if the school has it already, and then only links to it are added; else null
     * @param fresh the class to create if there is none
     * @param from this year's classes whose children continue in it; empty for a new intake
     * @param sameCards whether its only previous class is confirmed to continue with the same children and numbers
     */
    public record PlannedClass(@Nullable PublicId there, NewClass fresh, List<PublicId> from, boolean sameCards) {}
}
