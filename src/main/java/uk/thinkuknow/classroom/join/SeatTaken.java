package uk.thinkuknow.classroom.join;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A seat, with where the lesson goes on. */
record SeatTaken(
        String seat, @Nullable Integer card, String name, String lesson, String step, Collection<String> done) {}
