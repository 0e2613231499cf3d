package uk.thinkuknow.operations.system;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks one thing for the system page. Implemented here and by packages that depend on this one. */
public interface SystemCheck {
    List<Found> at(Instant now);

    /**
     * The result of a check.
     *
     * @param name what was checked
     * @param todo what to do about it; empty if all is well
     * @param href the page on which to do it; null if there is none
     */
    record Found(
            String name,
            String words,
            String todo,
            @Nullable String href) {}
}
